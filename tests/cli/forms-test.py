# SPDX-License-Identifier: GPL-3.0-or-later
"""The same report in another form gives the same facts."""
import json
import os
import pathlib
import shutil
import subprocess
import unittest

import report_forms
from program import ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
DIMENSIONS = ("indicator", "period", "measure", "fund", "function", "economic", "value", "unit")


def facts_of(report):
    return {(*(fact[key] for key in DIMENSIONS), json.dumps(fact["subject"])) for fact in report["facts"]}


def rows_of(report):
    """The rows, totals and goals of the evaluation forms, without their places."""
    rows = set()
    for form in report["evaluations"]:
        name = (form["scope"], form["name"], form["year"])
        rows.add((*name, json.dumps([form["total"], form["goals"], form["supervisor"], form["implementer"]])))
        for row in form["indicators"]:
            rows.add((*name, *(json.dumps(row[key]) for key in (
                "level1", "level1_weight", "level2", "level3", "target", "actual", "weight", "score",
                "deviation"))))
    return rows


class FormsTest(ProgramTest):
    def read(self, path, *options):
        return json.loads(self.run_program("extract", "--format", "json", *options, path)[1])


class AnnexTest(FormsTest):
    def test_the_facts_are_the_same(self):
        workbook = facts_of(self.read(SAMPLES / "annex.xlsx"))
        self.assertGreaterEqual(len(workbook), 12)
        self.assertIn(("three_public.reception", "2023", "actual", "fiscal", None, None, "12500", "CNY"),
                      {(*fact[:3], fact[3] or "fiscal", *fact[4:8]) for fact in workbook})
        for name in ("annex.html", "annex.hocr"):
            with self.subTest(name):
                self.assertEqual(facts_of(self.read(SAMPLES / name)), workbook)

    def test_every_character_is_somewhere(self):
        for name in ("annex.xlsx", "annex.html", "annex.hocr"):
            coverage = self.read(SAMPLES / name)["document"]["text_coverage"]
            total = coverage.pop("glyphs")
            with self.subTest(name):
                self.assertEqual(sum(coverage.values()), total)
                self.assertGreater(coverage["in_cells"], 90)


class ReportTest(FormsTest):
    """A whole report, written anew from what is read of the Word file."""

    def setUp(self):
        super().setUp()
        self.word = self.folder / "report.docx"
        shutil.copyfile(SAMPLES / "performance-report.docx", self.word)
        self.want = self.read(self.word)
        self.assertGreaterEqual(len(facts_of(self.want)), 90)
        self.assertGreaterEqual(len(rows_of(self.want)), 17)

    def check(self, path):
        with self.subTest(path.name):
            have = self.read(path)
            self.assertEqual(facts_of(have), facts_of(self.want))
            self.assertEqual(rows_of(have), rows_of(self.want))

    def test_forms_written_here(self):
        report = self.read(self.word, "--stage", "extract")
        for name, write in (("page.html", report_forms.write_page),
                            ("spans.md", report_forms.write_markdown),
                            ("pipes.md", report_forms.write_pipes),
                            ("repeated.md", report_forms.write_repeated_pipes),
                            ("tabs.txt", report_forms.write_tabs),
                            ("once.txt", report_forms.write_once),
                            ("lines.txt", report_forms.write_cell_lines),
                            ("printed.txt", report_forms.write_printed),
                            ("book.xlsx", report_forms.write_workbook),
                            ("words.hocr", report_forms.write_recognised)):
            write(report, self.folder / name)
            self.check(self.folder / name)

    @unittest.skipIf(shutil.which("soffice") is None, "LibreOffice is not installed")
    def test_forms_written_by_an_office_suite(self):
        for target in ("doc", "rtf", "pdf"):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
                            "--convert-to", target, "--outdir", str(self.folder), str(self.word)],
                           check=True, capture_output=True, timeout=180)
            self.check(self.folder / f"report.{target}")


if __name__ == "__main__":
    unittest.main()
