# SPDX-License-Identifier: GPL-3.0-or-later
"""What each format puts on standard output."""
import csv
import hashlib
import io
import json
import os
import pty
import unittest

from program import REPORT, OTHER_REPORT, ProgramTest, split_documents

try:
    import jsonschema
except ImportError:
    jsonschema = None

KEYS = ["schema_version", "generator", "document", "sections", "tables", "facts", "evaluations",
        "checks", "diagnostics"]


class JsonTest(ProgramTest):
    def test_keys_stand_in_the_order_of_the_contract(self):
        self.write("a.txt")
        document = json.loads(self.extract("a.txt")[0])
        self.assertEqual(list(document), KEYS)
        self.assertEqual(list(document["document"]),
                         ["source", "kind", "title", "entity", "fiscal_year", "text_coverage",
                          "text_origin"])
        source = document["document"]["source"]
        self.assertEqual(list(source), ["path", "sha256", "media_type", "bytes", "pages"])
        self.assertEqual(source["path"], "a.txt")
        self.assertEqual(source["sha256"], hashlib.sha256(REPORT.encode()).hexdigest())
        self.assertEqual(source["bytes"], len(REPORT.encode()))
        self.assertIsNone(source["pages"])

    def test_one_cell_and_one_fact_a_line(self):
        self.write("a.txt")
        output = self.extract("a.txt")[0]
        lines = output.splitlines()
        document = json.loads(output)
        for table in document["tables"]:
            for cell in table["cells"]:
                self.assertEqual(sum(json.dumps(cell, ensure_ascii=False) == line.strip(" ,")
                                     for line in lines) >= 1, True)
        self.assertEqual(sum('{"id": "f' in line for line in lines), len(document["facts"]))

    def test_the_same_input_gives_the_same_bytes(self):
        self.write("a.txt")
        for form in ("json", "ndjson", "csv", "table"):
            self.assertEqual(self.extract("-f", form, "a.txt"), self.extract("-f", form, "a.txt"))

    def test_a_comma_locale_changes_nothing(self):
        self.write("a.txt")
        german = {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}
        self.assertEqual(self.extract("a.txt"), self.extract("a.txt", environment=german))
        self.assertEqual(self.extract("a.txt"), self.extract("a.txt", environment={"LC_ALL": "C"}))

    def test_documents_follow_each_other(self):
        self.write("a.txt")
        self.write("b.txt", OTHER_REPORT)
        documents = split_documents(self.extract("a.txt", "b.txt")[0])
        self.assertEqual([d["document"]["source"]["path"] for d in documents], ["a.txt", "b.txt"])

    def test_one_document_a_line(self):
        self.write("a.txt")
        self.write("b.txt", OTHER_REPORT)
        output = self.extract("--format=ndjson", "a.txt", "b.txt")[0]
        self.assertEqual(len(output.splitlines()), 2)
        self.assertEqual([json.loads(line) for line in output.splitlines()],
                         split_documents(self.extract("a.txt", "b.txt")[0]))

    def test_mentions_only_when_asked_for(self):
        self.write("a.txt")
        document = json.loads(self.extract("--mentions", "a.txt")[0])
        self.assertEqual(list(document), KEYS + ["mentions"])

    def test_evidence_only_when_asked_for(self):
        """Flags are evidence; so is where the fact stands, and every fact has a base."""
        self.write("a.txt")
        for fact in json.loads(self.extract("--evidence", "a.txt")[0])["facts"]:
            self.assertEqual(fact["evidence"][:2], ["base", "source." + fact["source"]["kind"]])
            self.assertIn("source.transcribed", fact["evidence"])
            self.assertEqual([f for f in fact["evidence"] if f in fact["flags"]], fact["flags"])
        self.assertNotIn("evidence", json.loads(self.extract("a.txt")[0])["facts"][0])

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_the_schema_holds(self):
        self.write("a.txt")
        schema = json.loads(self.run_program("schema", "json-schema")[1])
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        for options in ([], ["--mentions"], ["--evidence"], ["--format", "ndjson"]):
            document = json.loads(self.extract(*options, "a.txt")[0])
            validator.validate(document)
            document["surplus"] = 1
            self.assertFalse(validator.is_valid(document))

    def test_standard_input(self):
        document = json.loads(self.extract("-", given=REPORT.encode())[0])
        self.assertEqual(document["document"]["source"]["path"], "-")
        _, messages = self.extract("-", given=b"", status=3)
        self.assertIn("standard input: ", messages)

    def test_a_name_that_looks_like_an_option(self):
        self.write("-a.txt")
        document = json.loads(self.extract("--", "-a.txt")[0])
        self.assertEqual(document["document"]["source"]["path"], "-a.txt")


class CsvTest(ProgramTest):
    def test_one_header_for_all_documents(self):
        self.write("a.txt")
        self.write("b.txt", OTHER_REPORT)
        output = self.extract("-f", "csv", "a.txt", "b.txt")[0]
        rows = list(csv.reader(io.StringIO(output), strict=True))
        self.assertEqual(rows[0][:6],
                         ["path", "sha256", "kind", "entity", "fiscal_year", "id"])
        self.assertEqual(sum(row[0] == "path" for row in rows), 1)
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        documents = split_documents(self.extract("a.txt", "b.txt")[0])
        facts = [fact for document in documents for fact in document["facts"]]
        self.assertEqual([row[rows[0].index("value")] for row in rows[1:]],
                         [fact["value"] for fact in facts])
        self.assertNotIn("\r", output)

    def test_excel(self):
        self.write("a.txt")
        output = self.extract("-f", "csv", "--excel", "a.txt")[0]
        self.assertTrue(output.startswith("\ufeffpath,"))
        self.assertEqual(output.count("\n"), output.count("\r\n"))


class TableTest(ProgramTest):
    def test_no_colours_in_a_pipe(self):
        self.write("a.txt")
        self.assertNotIn("\033", self.extract("-f", "table", "a.txt")[0])
        self.assertIn("\033", self.extract("-f", "table", "--color=always", "a.txt")[0])

    def on_a_terminal(self, *arguments, **environment):
        """What the program writes to a terminal."""
        master, slave = pty.openpty()
        process = self.start("extract", *arguments, stdout=slave,
                             environment={"TERM": "xterm", "NO_COLOR": "", **environment})
        os.close(slave)
        output = b""
        try:
            while piece := os.read(master, 4096):
                output += piece
        except OSError:
            pass  # the end of a terminal
        os.close(master)
        self.assertEqual(process.wait(60), 0)
        return output

    def test_colours_on_a_terminal(self):
        self.write("a.txt")
        self.assertIn(b"\033[", self.on_a_terminal("-f", "table", "a.txt"))
        for arguments, environment in ((["--color=never"], {}), ([], {"NO_COLOR": "1"}),
                                       ([], {"TERM": "dumb"})):
            output = self.on_a_terminal("-f", "table", *arguments, "a.txt", **environment)
            self.assertNotIn(b"\033", output)

    def test_summary(self):
        self.write("a.txt")
        output = self.extract("-f", "table", "a.txt")[0]
        facts = json.loads(self.extract("a.txt")[0])["facts"]
        review = sum(fact["review"] for fact in facts)
        self.assertIn(f"\n{len(facts)} facts, {review} to review; ", output)


class StageTest(ProgramTest):
    def test_extract(self):
        self.write("a.txt")
        shown = self.extract("--stage", "extract", "a.txt")[0]
        self.assertIn("财政拨款收入", shown)
        self.assertIn("+--", shown)
        dump = json.loads(self.extract("--stage", "extract", "-f", "json", "a.txt")[0])
        self.assertIn("table", [block["kind"] for block in dump["blocks"]])

    def test_normalize(self):
        self.write("a.txt")
        self.assertIn("1203.45", self.extract("--stage", "normalize", "a.txt")[0])
        dump = json.loads(self.extract("--stage", "normalize", "-f", "json", "a.txt")[0])
        self.assertIn("1203.45", [quantity["value"] for quantity in dump["quantities"]])

    def test_normalize_lists_what_a_doubtful_cell_may_be(self):
        table = "单位：万元\n项目\t决算数\n会议费\t1O0.5\n培训费\t20.3\n印刷费\t3.2\n"
        dump = json.loads(self.extract("--stage", "normalize", "-f", "json", "-",
                                       given=table.encode())[0])
        self.assertEqual([(entry["text"], entry["candidate"], entry["confusions"])
                          for entry in dump["candidates"]], [("1O0.5", "100.5", "O→0")])

    def test_schema(self):
        self.write("a.txt")
        facts = json.loads(self.extract("a.txt")[0])["facts"]
        dump = json.loads(self.extract("--stage", "schema", "-f", "json", "a.txt")[0])
        self.assertEqual(dump["facts"], facts)
        self.assertNotIn("tables", dump)


if __name__ == "__main__":
    unittest.main()
