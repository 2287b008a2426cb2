# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for the output of any document, looked at in every sample."""
import json
import os
import pathlib
import unittest

from program import ProgramTest, split_documents

try:
    import jsonschema
except ImportError:
    jsonschema = None

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
READABLE = sorted(path for path in SAMPLES.glob("*")
                  if path.suffix in (".pdf", ".docx", ".txt", ".xlsx", ".html", ".hocr"))

# name: words of the message; none of these files can be read
UNREADABLE = {
    "empty.pdf": "empty",
    "legacy.doc": ".doc",
    "password.docx": "password",
    "password.pdf": "password",
    "truncated.docx": "truncated",
    "truncated.pdf": "damaged",
}


@unittest.skipIf(READABLE == [], "no samples")
class SampleTest(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.outputs = {}

    def read_sample(self, path):
        if path not in self.outputs:
            self.outputs[path] = self.extract("--mentions", path)[0]
        return json.loads(self.outputs[path])

    def check_documents(self, check):
        for path in READABLE:
            with self.subTest(path.name):
                check(self.read_sample(path))

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_the_schema_holds(self):
        schema = json.loads(self.run_program("schema", "json-schema")[1])
        validator = jsonschema.Draft7Validator(schema)

        def check(document):
            errors = [f"{list(error.absolute_path)}: {error.message[:200]}"
                      for error in validator.iter_errors(document)]
            self.assertEqual(errors, [])

        self.check_documents(check)

    def test_the_same_input_gives_the_same_bytes(self):
        for path in READABLE:
            self.read_sample(path)
            self.assertEqual(self.extract("--mentions", path)[0], self.outputs[path])

    def test_every_glyph_is_accounted_for(self):
        def check(document):
            coverage = document["document"]["text_coverage"]
            self.assertGreater(coverage["glyphs"], 0)
            self.assertEqual(coverage["glyphs"],
                             sum(coverage[part] for part in ("in_cells", "in_blocks",
                                                             "in_furniture", "left_out")))

        self.check_documents(check)

    def test_every_place_of_a_grid_is_covered_once(self):
        def check(document):
            for table in document["tables"]:
                places = [(row, col) for cell in table["cells"]
                          for row in range(cell["row"], cell["row"] + cell["rowspan"])
                          for col in range(cell["col"], cell["col"] + cell["colspan"])]
                self.assertEqual(sorted(places), [(row, col) for row in range(table["rows"])
                                                  for col in range(table["cols"])])

        self.check_documents(check)

    def test_ids_are_unique_and_lead_somewhere(self):
        def check(document):
            tables = {table["id"]: table for table in document["tables"]}
            facts = [fact["id"] for fact in document["facts"]]
            rows = [row["id"] for form in document["evaluations"] for row in form["indicators"]]
            for ids in (facts, rows, [rule["id"] for rule in document["checks"]]):
                self.assertEqual(len(ids), len(set(ids)))
            for rule in document["checks"]:
                self.assertLessEqual(set(rule["facts"]), set(facts) | set(rows))
            for form in document["evaluations"]:
                self.assertIn(form["table"], tables)
            for fact in document["facts"]:
                if fact["source"]["kind"] == "table":
                    table = tables[fact["source"]["table"]]
                    self.assertLess(fact["source"]["row"], table["rows"])
                    self.assertLess(fact["source"]["col"], table["cols"])

        self.check_documents(check)

    def test_one_fact_of_equal_dimensions_is_preferred(self):
        dimensions = ("indicator", "period", "measure", "fund", "function", "economic", "subject")

        def check(document):
            preferred = {}
            for fact in document["facts"]:
                key = json.dumps([fact[name] for name in dimensions])
                preferred[key] = preferred.get(key, 0) + fact["preferred"]
            self.assertEqual({key: count for key, count in preferred.items() if count != 1}, {})

        self.check_documents(check)


@unittest.skipIf(not (SAMPLES / "bad").is_dir(), "no bad samples")
class BadSampleTest(ProgramTest):
    def test_unreadable(self):
        for name, words in UNREADABLE.items():
            with self.subTest(name):
                path = SAMPLES / "bad" / name
                output, messages = self.extract(path, status=3)
                self.assertEqual(output, "")
                self.assertRegex(messages, f"^zhibiao: {path}: .*")
                self.assertIn(words, messages)

    def test_the_others_come_out(self):
        bad = [SAMPLES / "bad" / name for name in UNREADABLE]
        self.write("good.txt")
        self.write("fine.txt")
        output, messages = self.extract("good.txt", *bad, "fine.txt", status=1)
        self.assertEqual(len(split_documents(output)), 2)
        for path in bad:
            self.assertIn(f"zhibiao: {path}: ", messages)

    def test_read_with_an_error(self):
        """Pages without text make a document that says so, and status 1."""
        path = SAMPLES / "bad" / "image-only.pdf"
        output, messages = self.extract("--ocr", "never", path, status=1)
        severities = [d["severity"] for d in json.loads(output)["diagnostics"]]
        self.assertIn("error", severities)
        self.assertIn(f"zhibiao: {path}: ", messages)
        self.assertNotEqual(self.extract("-q", "--ocr", "never", path, status=1)[1], "")

    def test_the_content_decides_not_the_name(self):
        for name, media_type in (("text-named.pdf", "text/plain"),
                                 ("pdf-named.docx", "application/pdf")):
            _, output, _ = self.run_program("extract", SAMPLES / "bad" / name)
            self.assertEqual(json.loads(output)["document"]["source"]["media_type"], media_type)


if __name__ == "__main__":
    unittest.main()
