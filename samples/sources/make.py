# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes every sample from its source. Called by scripts/make-samples; see samples/README.md."""
import os
import pathlib
import re
import sys
import zipfile

os.environ.setdefault("SOURCE_DATE_EPOCH", "1735689600")  # 2025-01-01, so that no run differs
sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True

import annex_forms  # noqa: E402
import bad_files  # noqa: E402
import budget_yuan  # noqa: E402
import final_accounts  # noqa: E402
import ocr_report  # noqa: E402
import performance_report  # noqa: E402
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


def still(path):
    """Writes a zip again with one date for every entry, so that no run differs."""
    with zipfile.ZipFile(path) as archive:
        entries = [(item.filename, archive.read(item)) for item in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)


def main():
    planted = []
    for module in (final_accounts, budget_yuan):
        body, title, ledger = module.build()
        write_pdf(ledger.sample, body, title)
        name = re.sub(r"\.pdf$", ".tsv", ledger.sample)
        write_rows(SAMPLES / "expected" / name, FACT_COLUMNS, ledger.facts)
        planted += ledger.planted
    word = SAMPLES / performance_report.SAMPLE
    planted += performance_report.build(str(word)).planted
    still(word)
    text, ledger = ocr_report.build()
    (SAMPLES / ledger.sample).write_text(text, encoding="utf-8", newline="\n")
    planted += ledger.planted
    annex_forms.make(SAMPLES)
    still(SAMPLES / "annex.xlsx")
    bad_files.make(SAMPLES)
    write_rows(SAMPLES / "planted.tsv", PLANTED_COLUMNS, planted)


if __name__ == "__main__":
    main()
