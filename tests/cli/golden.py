# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands for people write about the samples, compared with samples/expected/. With ZHIBIAO_RECORD=1 in the
environment the files are written anew, to be read before they are committed."""
import os
import pathlib
import re

from program import ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
RECORD = os.environ.get("ZHIBIAO_RECORD") == "1"

# What changes with every word that the catalogue learns, and says nothing about the wording.
DRIFTING = ((r"\b[cf]\d+\b", "N"), (r"(?<=\.tsv 第)\d+", "N"), (r"\d+(?= 项)", "N"),
            (r"(?m)^    [+-] +[\d.]+  .*\n", ""), (r"\b0\.\d\d\d?$", "0.…"), (r"(可信度|=) [01]\.\d+", r"\1 0.…"),
            (r"[\d.]+(?= 厘米)", "N"), (r"·[^·]*/samples/", "· samples/"), (r" +", " "))


def stable(text):
    for pattern, replacement in DRIFTING:
        text = re.sub(pattern, replacement, text)
    return text.splitlines()


class GoldenTest(ProgramTest):
    maxDiff = None

    def check_golden(self, name, *arguments):
        status, output, messages = self.run_program(*arguments)
        path = SAMPLES / "expected" / name
        self.assertEqual(status, 0, messages)
        if RECORD:
            path.write_text(output.replace(f"{SAMPLES}/", "samples/"), encoding="utf-8")
        self.assertEqual(stable(output), stable(path.read_text(encoding="utf-8")))
