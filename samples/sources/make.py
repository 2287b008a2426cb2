# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes every sample from its source. Called by scripts/make-samples; see samples/README.md."""
import os
import pathlib
import re
import sys

os.environ.setdefault("SOURCE_DATE_EPOCH", "1735689600")  # 2025-01-01, so that no run differs
sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True

import budget_yuan  # noqa: E402
import final_accounts  # noqa: E402
from ledger import FACT_COLUMNS, PLANTED_COLUMNS, write_rows  # noqa: E402

SOURCES = pathlib.Path(__file__).resolve().parent
SAMPLES = SOURCES.parent


def write_pdf(name, body, title):
    """HTML to PDF with subset fonts, without dates and with a fixed identifier."""
    from weasyprint import CSS, HTML
    html = f'<!DOCTYPE html><html lang="zh-CN"><title>{title}</title><body>{body}</body></html>'
    (SAMPLES / name).write_bytes(
        HTML(string=html).write_pdf(stylesheets=[CSS(filename=str(SOURCES / "report.css"))],
                                    identifier=name.encode(), optimize_size=("fonts",)))


def main():
    planted = []
    for module in (final_accounts, budget_yuan):
        body, title, ledger = module.build()
        write_pdf(ledger.sample, body, title)
        name = re.sub(r"\.pdf$", ".tsv", ledger.sample)
        write_rows(SAMPLES / "expected" / name, FACT_COLUMNS, ledger.facts)
        planted += ledger.planted
    write_rows(SAMPLES / "planted.tsv", PLANTED_COLUMNS, planted)


if __name__ == "__main__":
    main()
