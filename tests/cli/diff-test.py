# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao diff: what changed between two runs, in words of the domain."""
import json
import unittest

from program import OTHER_REPORT, REPORT, ProgramTest


class DiffTest(ProgramTest):
    def batch(self):
        self.run_program("batch", "in", "-s", "store")

    def diff(self, *arguments):
        status, output, messages = self.run_program("diff", "-s", "store", *arguments)
        self.assertEqual(status, 0, messages)
        return output

    def test_everything_that_can_happen(self):
        for name in ("changed", "gone", "moved", "same"):
            self.write(f"in/{name}.txt", REPORT + f"\n{name}\n")
        self.batch()
        self.write("in/changed.txt", REPORT.replace("其他收入\t3.45", "其他收入\t4.45") + "\nchanged\n")
        (self.folder / "in/gone.txt").unlink()
        (self.folder / "in/moved.txt").rename(self.folder / "in/new-name.txt")
        self.write("in/new.txt", OTHER_REPORT)
        self.batch()
        found = json.loads(self.diff("-f", "json"))
        paths = {kind: [entry["path"].rpartition("/")[2] for entry in found[kind]]
                 for kind in ("new", "republished", "renamed", "vanished")}
        self.assertEqual(paths, {"new": ["new.txt"], "republished": ["changed.txt"],
                                 "renamed": ["new-name.txt"], "vanished": ["gone.txt"]})
        self.assertEqual(found["new"][0]["entity"], "戊县体育馆")
        self.assertEqual(found["renamed"][0]["former_path"].rpartition("/")[2], "moved.txt")
        values = {(value["indicator"], value["before"], value["after"])
                  for value in found["republished"][0]["values"]}
        self.assertIn(("income.other", "34500", "44500"), values)
        text = self.diff()
        self.assertIn("republished: 1\n", text)
        self.assertRegex(text, r"income\.other .*: 34500 → 44500 CNY\n")
        self.assertEqual(text, self.diff(), "stable bytes")
        self.batch()
        self.assertEqual(self.diff(), "nothing changed\n")
        self.assertEqual(self.diff("--since", "1", "--until", "2"), text)
        self.assertEqual(len(json.loads(self.diff("--since", "0", "-f", "json"))["new"]), 4)

    def test_names_that_a_terminal_would_obey(self):
        self.write("in/\x1b[31mred.txt")
        self.batch()
        self.assertNotIn("\x1b", self.diff())

    def test_usage(self):
        for arguments in ((), ("-s", "store", "more"), ("-s", "store", "-f", "xml"), ("-s", "x", "--since", "y")):
            with self.subTest(arguments):
                self.assertEqual(self.run_program("diff", *arguments)[0], 2)


if __name__ == "__main__":
    unittest.main()
