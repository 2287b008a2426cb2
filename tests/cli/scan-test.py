# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that are pictures are recognised, and what comes out says how sure it is."""
import json
import os
import pathlib
import re
import tempfile
import unittest

from program import ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
SCAN = SAMPLES / "scanned-form.pdf"
PAGE = 16  # of the report that the scan was printed from


def codes(document):
    return [entry["code"] for entry in document["diagnostics"]]


def with_layer(pdf, text):
    """@pdf, whose one page is a picture, with invisible @text over it, as an incremental update."""
    number = max(int(found) for found in re.findall(rb"(?m)^(\d+) 0 obj", pdf)) + 1
    page = re.search(rb"(?ms)^(\d+) 0 obj\s*(<<(?:(?!endobj).)*/Type\s*/Page\b(?!s).*?>>)\s*endobj", pdf)
    root = re.search(rb"/Root\s+(\d+ 0 R)", pdf).group(1)
    start = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    content = b"BT 3 Tr /F1 9 Tf 60 400 Td (" + text.encode() + b") Tj ET"
    entries = re.sub(rb"/Contents\s+(\d+ 0 R)", rb"/Contents[\1 %d 0 R]" % number, page.group(2))
    entries = re.sub(rb"/Resources\s*<<", b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
                     b"/BaseFont/Helvetica>>>>", entries)
    objects = {int(page.group(1)): entries,
               number: b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)}
    table = b"xref\n"
    for key, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (key, len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (key, body)
    return pdf + table + (b"trailer\n<</Size %d/Root %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
                          % (number + 1, root, start, len(pdf)))


def table_facts(document, page):
    return {(fact["indicator"], fact["measure"], fact["raw"]) for fact in document["facts"]
            if fact["source"]["kind"] == "table" and fact["source"]["page"] == page}


class ScanTest(ProgramTest):
    def read(self, *arguments, status=0, **options):
        return json.loads(self.extract(*arguments, status=status, **options)[0])

    def test_a_scan_gives_the_facts_of_the_page_that_it_shows(self):
        scan = self.read(SCAN)
        report = self.read(SAMPLES / "final-accounts.pdf")
        self.assertEqual(scan["document"]["text_origin"], "ocr")
        self.assertEqual(report["document"]["text_origin"], "digital")
        self.assertGreater(len(table_facts(scan, 1)), 8)
        self.assertEqual(table_facts(scan, 1), table_facts(report, PAGE))
        self.assertIn("seal_removed", codes(scan))
        self.assertIn("ocr_confidence", codes(scan))

    def test_boxes_lie_on_the_sheet_that_was_scanned(self):
        """The sheet lies half a degree askew: cells of one row are not at one height."""
        table = self.read(SCAN)["tables"][0]
        last = [cell for cell in table["cells"] if cell["row"] == table["rows"] - 1]
        self.assertGreater(abs(last[0]["bbox"][1] - last[-1]["bbox"][1]), 1.5)

    def test_a_text_layer_over_a_scan_is_held_against_what_is_recognised(self):
        """Invisible text that says something else: the scan is read, and the difference is told."""
        nonsense = " ".join("qwertyuiop" for _ in range(8))
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "layer.pdf"
            target.write_bytes(with_layer(SCAN.read_bytes(), nonsense))
            scan = self.read(target)
        self.assertEqual(scan["document"]["text_origin"], "ocr")
        self.assertIn("unseen_text", codes(scan))
        self.assertIn("text_layer_differs", codes(scan))
        self.assertNotIn("qwerty", json.dumps(scan["tables"]))
        self.assertGreater(len(table_facts(scan, 1)), 8)

    def test_recognition_can_be_forbidden(self):
        document = self.read("--ocr", "never", SCAN, status=1)
        self.assertEqual(document["document"]["text_coverage"]["glyphs"], 0)
        self.assertIn("page_without_text", codes(document))

    def test_a_missing_model_names_its_package(self):
        document = self.read("--language", "xxx_yy", SCAN, status=1)
        messages = [entry["message"] for entry in document["diagnostics"]
                    if entry["code"] == "ocr_unavailable"]
        self.assertEqual(len(messages), 1)
        self.assertIn("tesseract-ocr-xxx-yy", messages[0])

    def test_wrong_words_are_wrong_usage(self):
        for arguments in (("--ocr", "perhaps"), ("--language", "../chi"), ("--language", "")):
            status, _, messages = self.run_program("extract", *arguments, SCAN)
            self.assertEqual(status, 2, arguments)
            self.assertIn(arguments[0], messages)

    def test_pages_are_kept_and_spoilt_ones_read_again(self):
        """The second run must take the page from the cache, and a third must not trust a broken one."""
        cache = {"XDG_CACHE_HOME": str(self.folder / "cache")}
        first = self.extract(SCAN, environment=cache)
        kept = [path for path in (self.folder / "cache").rglob("*") if path.is_file()]
        self.assertEqual(len(kept), 1)
        stamp = kept[0].stat().st_mtime_ns
        self.assertEqual(self.extract(SCAN, environment=cache), first)
        self.assertEqual(kept[0].stat().st_mtime_ns, stamp)
        kept[0].write_bytes(kept[0].read_bytes()[:-70] + b"0" * 70)
        self.assertEqual(self.extract(SCAN, environment=cache), first)
        self.assertNotEqual(kept[0].stat().st_mtime_ns, stamp)


if __name__ == "__main__":
    unittest.main()
