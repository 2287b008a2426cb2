# SPDX-License-Identifier: GPL-3.0-or-later
"""The same report in another form gives the same facts."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest
import zipfile

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


    def rewrite_page(self, change):
        path = self.folder / "page.html"
        path.write_bytes(change((SAMPLES / "annex.html").read_bytes().decode("gbk")).encode("gbk"))
        return facts_of(self.read(path))

    def rewrite_workbook(self, change):
        path = self.folder / "book.xlsx"
        write_archive(SAMPLES / "annex.xlsx", path, "xl/worksheets/sheet1.xml", change)
        return facts_of(self.read(path))

    def test_captions_in_the_grid(self):
        """As spreadsheets and pages saved from them have it: title, department and unit are rows of the table."""
        want = facts_of(self.read(SAMPLES / "annex.html"))
        caption = re.compile(r"<p align=\"center\">(.*?)</p><p>(部门：.*?)　(单位：.*?)</p>\s*<table border=\"1\">")
        self.assertEqual(want, self.rewrite_page(lambda page: caption.sub(
            r'<table border="1"><tr><td colspan="3">\1</td></tr><tr><td>\2</td><td></td><td>\3</td></tr>', page)))
        self.assertEqual(want, self.rewrite_page(lambda page: caption.sub(
            r'<table border="1"><tr><td colspan="3">\1</td></tr><tr><td colspan="2">\2</td><td>\3</td></tr>',
            page)))
        ruled = re.compile(r'(r="[A-C][123]" s=)"\d"')
        self.assertEqual(want, self.rewrite_workbook(lambda sheet: ruled.sub(r'\1"1"', sheet)))

    def test_a_table_that_a_blank_line_cuts(self):
        want = facts_of(self.read(SAMPLES / "annex.html"))
        self.assertEqual(want, self.rewrite_page(lambda page: page.replace(
            "<tr><td>公务用车购置及运行维护费", '</table><p>&nbsp;</p><table border="1"><tr><td>公务用车购置及运行维护费')))

        def shift(sheet):
            return re.sub(r'(<row r="|r="[A-C])(\d+)"', lambda found: f'{found[1]}{int(found[2]) + (int(found[2]) > 7)}"',
                          sheet)
        self.assertEqual(want, self.rewrite_workbook(shift))


def write_archive(source, path, part, change):
    """Copies an archive, with one part changed."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, change(data.decode()).encode() if name == part else data)


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

    def test_word_files_of_other_programs(self):
        run = re.compile(r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<&]*)</w:t></w:r>")
        middle = re.compile(r"(<w:tbl>((?:(?!<w:tr>).)*)(?:<w:tr>(?:(?!</w:tr>).)*</w:tr>){2})(?!</w:tbl>|<w:tr><w:tc>"
                            r"(?:(?!</w:tcPr>).)*<w:vMerge/>)", re.S)
        changes = {
            "widths": lambda text: re.sub(r'<w:gridSpan w:val="\d+"/>', "", text),
            "runs": lambda text: run.sub(lambda found: "<w:proofErr/>".join(
                f'<w:r>{found[1]}<w:t xml:space="preserve">{letter}</w:t></w:r>' for letter in found[2]), text),
            "adjacent": lambda text: middle.sub(r"\1</w:tbl><w:tbl>\2", text),
            "strict": lambda text: text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                                "http://purl.oclc.org/ooxml/wordprocessingml/main"),
            "changed": lambda text: run.sub(
                r'<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>\g<0></w:ins>', text),
        }
        for name, change in changes.items():
            path = self.folder / f"{name}.docx"
            write_archive(self.word, path, "word/document.xml", change)
            self.assertNotEqual(zipfile.ZipFile(path).read("word/document.xml"),
                                zipfile.ZipFile(self.word).read("word/document.xml"))
            self.check(path)

    @unittest.skipIf(shutil.which("soffice") is None, "LibreOffice is not installed")
    def test_forms_written_by_an_office_suite(self):
        for target in ("doc", "rtf", "pdf"):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
                            "--convert-to", target, "--outdir", str(self.folder), str(self.word)],
                           check=True, capture_output=True, timeout=180)
            self.check(self.folder / f"report.{target}")


if __name__ == "__main__":
    unittest.main()
