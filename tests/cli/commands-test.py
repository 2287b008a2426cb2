# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage, help, and the commands that read no documents."""
import json
import pathlib
import unittest

from program import ProgramTest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class UsageTest(ProgramTest):
    def check_usage(self, *arguments, says):
        """Wrong usage: nothing on standard output, a message and a hint, status 2."""
        status, output, messages = self.run_program(*arguments)
        self.assertEqual((status, output), (2, ""), messages)
        self.assertIn(says, messages)
        self.assertIn("--help", messages)

    def test_wrong_usage(self):
        self.write("a.txt")
        self.check_usage(says="Usage: zhibiao")
        self.check_usage("", says="unknown command ''")
        self.check_usage("extrakt", "a.txt", says="unknown command 'extrakt'")
        self.check_usage("a.txt", says="did you mean 'zhibiao extract a.txt'")
        self.check_usage("--formt", says="unknown option '--formt'")
        self.check_usage("help", "nothing", says="unknown command 'nothing'")
        self.check_usage("extract", says="no file given")
        self.check_usage("extract", "--nonsense", "a.txt", says="--nonsense")
        self.check_usage("extract", "-f", says="")
        self.check_usage("extract", "-f", "xml", "a.txt", says="unknown format 'xml'")
        self.check_usage("extract", "--stage", "emit", "a.txt", says="unknown stage 'emit'")
        self.check_usage("extract", "--stage", "extract", "-f", "csv", "a.txt", says="csv")
        self.check_usage("extract", "--color", "blue", "a.txt", says="'blue'")
        self.check_usage("extract", "--excel", "a.txt", says="--excel")
        self.check_usage("extract", "--evidence", "-f", "csv", "a.txt", says="--evidence")
        self.check_usage("extract", "--mentions", "-f", "csv", "a.txt", says="--mentions")
        self.check_usage("schema", says="list")
        self.check_usage("schema", "lost", says="'lost'")
        self.check_usage("schema", "list", "more", says="'more'")
        self.check_usage("schema", "show", says="no id")
        self.check_usage("schema", "show", "no.such", says="'no.such'")

    def test_help(self):
        for arguments, says in ((["--help"], "Commands:"), (["-h"], "Commands:"),
                                (["help"], "Commands:"), (["help", "extract"], "Exit status"),
                                (["extract", "--help"], "--format"), (["extract", "-h"], "ndjson"),
                                (["help", "schema"], "json-schema"), (["schema", "--help"], "show ID")):
            status, output, messages = self.run_program(*arguments)
            self.assertEqual((status, messages), (0, ""))
            self.assertIn(says, output)

    def test_version(self):
        status, output, _ = self.run_program("--version")
        self.assertEqual(status, 0)
        self.assertRegex(output, r"^zhibiao \d+\.\d+\.\d+\n$")


class SchemaTest(ProgramTest):
    def test_list_and_show(self):
        status, output, _ = self.run_program("schema", "list")
        self.assertEqual(status, 0)
        entries = [line.split()[:2] for line in output.splitlines()]
        self.assertEqual({kind for kind, _ in entries}, {"indicator", "table", "flag"})
        words = {"indicator": "indicator", "table": "table kind", "flag": "flag"}
        status, output, messages = self.run_program("schema", "show", *[e for _, e in entries])
        self.assertEqual(status, 0, messages)
        for kind, entry in entries:
            self.assertIn(f"{entry} ({words[kind]})\n", output)

    def test_json_schema_knows_every_flag_and_table_kind(self):
        schema = json.loads(self.run_program("schema", "json-schema")[1])
        entries = [line.split()[:2] for line in self.run_program("schema", "list")[1].splitlines()]
        definitions = schema["definitions"]
        self.assertEqual({entry for kind, entry in entries if kind == "flag"},
                         set(definitions["flags"]["items"]["enum"]))
        kinds = {entry for kind, entry in entries if kind == "table"}
        self.assertLessEqual(kinds, set(definitions["table_kind"]["enum"]))

    def test_units_that_are_wrong(self):
        folder = self.folder / "catalogue"
        folder.mkdir()
        lines = (ROOT / "normalize" / "units.tsv").read_text(encoding="utf-8").splitlines()
        (folder / "units.tsv").write_text("\n".join(lines + lines[-1:]) + "\n", encoding="utf-8")
        for arguments in (["schema", "list"], ["extract", "-"],
                          ["extract", "--stage", "extract", "-"]):
            with self.subTest(arguments):
                status, output, messages = self.run_program(
                    *arguments, environment={"ZHIBIAO_CATALOGUE": str(folder)})
                self.assertEqual((status, output), (2, ""))
                self.assertRegex(messages, r"^zhibiao: units\.tsv: line \d+: ")

    def check_wrong_lines(self, lines):
        folder = self.folder / "catalogue"
        folder.mkdir()
        for name, line in lines:
            with self.subTest(name, line=line):
                (folder / name).write_text("# one line\n" + line + "\n", encoding="utf-8")
                status, output, messages = self.run_program(
                    "extract", "-", environment={"ZHIBIAO_CATALOGUE": str(folder)})
                (folder / name).unlink()
                self.assertEqual((status, output), (2, ""))
                self.assertRegex(messages, rf"^zhibiao: \S*{name}: line 2: ")

    def test_words_of_numbers_that_are_wrong(self):
        self.check_wrong_lines((
            ("number-names.tsv", "附件\tabove"), ("number-names.tsv", "\tbefore"), ("numeral-words.tsv", "一般\tword"),
            ("confusions.tsv", "O0\tletter"), ("confusions.tsv", "O\tnumber")))

    def test_words_by_role_that_are_wrong(self):
        self.check_wrong_lines((
            ("document-words.tsv", "kind\t部门决算\tfinal_acounts"), ("document-words.tsv", "kind\t部门决算"),
            ("document-words.tsv", "body_end\t局\tbudget"), ("document-words.tsv", "bodies\t局"),
            ("evaluation-words.tsv", "column\t指标值\ttargets"), ("evaluation-words.tsv", "total\t"),
            ("check-words.tsv", "grade\t优\t九十")))

    def test_a_catalogue_that_is_wrong(self):
        folder = self.folder / "catalogue"
        folder.mkdir()
        (folder / "indicators.tsv").write_text("no\tcatalogue\n", encoding="utf-8")
        status, output, messages = self.run_program(
            "schema", "list", environment={"ZHIBIAO_CATALOGUE": str(folder)})
        self.assertEqual((status, output), (2, ""))
        self.assertRegex(messages, r"^zhibiao: [a-z-]+\.tsv: ")


if __name__ == "__main__":
    unittest.main()
