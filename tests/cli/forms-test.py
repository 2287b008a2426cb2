# SPDX-License-Identifier: GPL-3.0-or-later
"""The same form as a workbook, a web page and recognised words gives the same facts."""
import json
import os
import pathlib
import unittest

from program import ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
DIMENSIONS = ("indicator", "period", "measure", "fund", "function", "economic", "value", "unit")


class FormsTest(ProgramTest):
    def read(self, name):
        return json.loads(self.run_program("extract", SAMPLES / name)[1])

    def facts(self, name):
        return {tuple(fact[key] for key in DIMENSIONS) for fact in self.read(name)["facts"]}

    def test_the_facts_are_the_same(self):
        workbook = self.facts("annex.xlsx")
        self.assertGreaterEqual(len(workbook), 12)
        self.assertIn(("three_public.reception", "2023", "actual", "fiscal", None, None, "12500", "CNY"),
                      {(*fact[:3], fact[3] or "fiscal", *fact[4:]) for fact in workbook})
        for name in ("annex.html", "annex.hocr"):
            with self.subTest(name):
                self.assertEqual(self.facts(name), workbook)

    def test_every_character_is_somewhere(self):
        for name in ("annex.xlsx", "annex.html", "annex.hocr"):
            coverage = self.read(name)["document"]["text_coverage"]
            total = coverage.pop("glyphs")
            with self.subTest(name):
                self.assertEqual(sum(coverage.values()), total)
                self.assertGreater(coverage["in_cells"], 90)


if __name__ == "__main__":
    unittest.main()
