# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao export: the facts of a store in every format."""
import csv
import io
import json
import os
import pathlib
import sqlite3
import unittest

from program import OTHER_REPORT, ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])


class ExportTest(ProgramTest):
    made = None  # the store, which is read once

    def setUp(self):
        super().setUp()
        if ExportTest.made is None:
            self.write("in/a.txt")
            self.write("in/b.txt", OTHER_REPORT)
            self.write("in/c.pdf", (SAMPLES / "budget-yuan.pdf").read_bytes())
            status, _, messages = self.run_program("batch", "in", "-s", "store")
            self.assertEqual(status, 0, messages)
            ExportTest.made = (self.folder / "store" / "store.sqlite").read_bytes()
        self.write("store/store.sqlite", ExportTest.made)

    def export(self, *arguments, status=0):
        found, output, messages = self.run_program("export", "-s", "store", *arguments)
        self.assertEqual(found, status, messages)
        return output if status == 0 else messages

    def rows(self, *arguments):
        return list(csv.DictReader(io.StringIO(self.export(*arguments))))

    def test_formats_say_the_same(self):
        rows = self.rows()
        lines = [json.loads(line) for line in self.export("-f", "ndjson").splitlines()]
        self.assertGreater(len(rows), 300)
        self.assertEqual(len(rows), len(lines))
        for row, line in zip(rows, lines):
            self.assertEqual(list(row), list(line))
            for name in ("path", "id", "indicator", "value", "function", "flags", "table"):
                self.assertEqual(row[name], line[name] or "")
            for name in ("page", "row", "fiscal_year"):
                self.assertEqual(row[name], "" if line[name] is None else str(line[name]))
            for name in ("x0", "y1", "confidence"):
                self.assertEqual(float(row[name] or -1), -1 if line[name] is None else line[name])
            self.assertEqual(row["preferred"], str(line["preferred"]).lower())
        self.export("-f", "sqlite", "-o", "out")
        with sqlite3.connect(self.folder / "out/facts.sqlite") as database:
            stored = database.execute("SELECT path, id, indicator, value FROM facts ORDER BY rowid").fetchall()
            self.assertEqual(database.execute("SELECT count(*) FROM documents").fetchone(), (3,))
        self.assertEqual(stored, [tuple(row[n] for n in ("path", "id", "indicator", "value")) for row in rows])
        self.assertEqual(self.export(), self.export(), "stable bytes")

    def test_where(self):
        rows = self.rows("--where", "indicator = 'income.total' AND preferred")
        self.assertTrue(rows)
        self.assertEqual({row["indicator"] for row in rows}, {"income.total"})
        self.assertEqual(self.rows("-w", "entity GLOB '戊*' AND fiscal_year = 2024 AND period = '2023'"), [])
        self.assertEqual({row["entity"] for row in self.rows("-w", "entity GLOB '戊*'")}, {"戊县体育馆"})
        for wrong in ("nonsense = 1", "1)", "1; DROP TABLE facts", "1) UNION SELECT 1", "'"):
            with self.subTest(wrong):
                self.assertIn("--where", self.export("-w", wrong, status=2))
        self.export("-f", "sqlite", "-o", "out", "-w", "indicator = 'income.total'")
        with sqlite3.connect(self.folder / "out/facts.sqlite") as database:
            self.assertEqual(database.execute("SELECT DISTINCT indicator FROM facts").fetchall(),
                             [("income.total",)])
        self.assertIn("--where", self.export("-f", "sqlite", "-o", "out", "-w", "nonsense = 1", status=2))

    def test_data_package(self):
        self.export("-o", "out")
        self.assertEqual(self.names(), ["datapackage.json", "facts.csv"])
        resource = self.read_json("out/datapackage.json")["resources"][0]
        text = (self.folder / "out" / resource["path"]).read_text(encoding=resource["encoding"])
        rows = list(csv.DictReader(io.StringIO(text)))
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        self.assertEqual(list(rows[0]), list(fields), "every column is described, in order")
        key = resource["schema"]["primaryKey"]
        self.assertEqual(len({tuple(row[name] for name in key) for row in rows}), len(rows))
        readers = {"integer": int, "number": float, "string": str,
                   "boolean": {"true": True, "false": False}.__getitem__}
        missing = resource["schema"]["missingValues"]
        for row in rows:
            for name, value in row.items():
                if value not in missing:
                    readers[fields[name]["type"]](value)
                else:
                    self.assertNotIn("constraints", fields[name], f"{name} is required")

    def test_excel(self):
        self.export("--excel", "-o", "out")
        data = (self.folder / "out/facts.csv").read_bytes()
        self.assertTrue(data.startswith(b"\xef\xbb\xbfpath,") and data.endswith(b"\r\n"))
        self.assertIn(b'"=""', data)

    def test_usage(self):
        for arguments in ((), ("-s", "store", "more"), ("-s", "store", "-f", "xml"),
                          ("-s", "store", "-f", "sqlite"), ("-s", "store", "-f", "ndjson", "--excel"),
                          ("-s", "store", "-f", "documents", "-w", "1")):
            with self.subTest(arguments):
                self.assertEqual(self.run_program("export", *arguments)[0], 2)


if __name__ == "__main__":
    unittest.main()
