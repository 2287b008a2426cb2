# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao explain: why a number means what it does."""
import json
import math
import re
import unittest

from golden import SAMPLES, GoldenTest

REPORT = SAMPLES / "final-accounts.pdf"


class ExplainTest(GoldenTest):
    def explain(self, *arguments, status=0):
        found, output, messages = self.run_program("explain", *arguments)
        self.assertEqual(found, status, messages)
        return output, messages

    def facts(self, path):
        return json.loads(self.extract(path)[0])["facts"]

    def test_a_sentence_and_a_cell(self):
        self.check_golden("final-accounts.explain-sentence.txt", "explain", REPORT, "2.18万元")
        self.check_golden("final-accounts.explain-cell.txt", "explain", REPORT, "152.78")

    def check_evidence(self, fact, output):
        """Every weight is printed, and they give the printed confidence."""
        weights = [float(sign + number) for sign, number in
                   re.findall(r"(?m)^    ([+-]) +([\d.]+)  [a-z]", output)]
        self.assertGreater(len(weights), len(fact["flags"]))
        self.assertAlmostEqual(1 / (1 + math.exp(-sum(weights))), fact["confidence"], delta=0.006)

    def test_evidence_and_origins(self):
        names = ("indicator", "measure", "period", "fund", "function", "economic")
        for fact in self.facts(REPORT)[::80]:
            output, _ = self.explain(REPORT, fact["id"])
            with self.subTest(fact["id"]):
                self.check_evidence(fact, output)
                for name in names:
                    if fact[name]:
                        self.assertRegex(output, rf"    \S+ +{re.escape(fact[name])}( .*)? ← \S")

    def test_ways_to_name_a_fact(self):
        fact = next(fact for fact in self.facts(REPORT) if fact["raw"] == "2.18")
        wanted, _ = self.explain(REPORT, fact["id"])
        for words in ("2.18万元", "2.18", "２.１８ 万元", "21800元"):
            with self.subTest(words):
                self.assertEqual(self.explain(REPORT, words)[0], wanted)
        for words in ("three_public.reception", "公务接待费", "2210201"):
            output, messages = self.explain(REPORT, words)
            with self.subTest(words):
                self.assertGreater(len(output.splitlines()), 1)
                self.assertIn("choose one by its number", messages)
        self.assertIn(f"{fact['id']} ", self.explain(REPORT, "公务接待费")[0])

    def test_no_such_fact(self):
        for words in ("f99999", "f0", "f", "f1x", "987654.32", "不存在的", "", "3 光年", "-"):
            with self.subTest(words):
                output, messages = self.explain(REPORT, words, status=1)
                self.assertEqual(output, "")
                self.assertIn(f"no fact '{words}'", messages)

    def test_a_document_without_facts(self):
        output, messages = self.explain(SAMPLES / "bad" / "no-known-form.txt", "f1", status=1)
        self.assertEqual(output, "")
        self.assertIn("no number in it means a known indicator", messages)

    def test_a_file_that_cannot_be_read(self):
        for bad in ("lost.pdf", SAMPLES / "bad" / "password.pdf"):
            output, messages = self.explain(bad, "f1", status=3)
            self.assertEqual(output, "")
            self.assertIn(f"zhibiao: {bad}: ", messages)

    def test_usage(self):
        for arguments, says in (([], "no file given"), ([REPORT], "no fact given"),
                                ([REPORT, "f1", "f2"], "'f2' is too much"), (["--lost"], "--lost"),
                                ([REPORT, "f1", "--ocr", "maybe"], "--ocr")):
            with self.subTest(arguments):
                output, messages = self.explain(*arguments, status=2)
                self.assertEqual(output, "")
                self.assertIn(says, messages)

    def test_every_kind_of_input(self):
        for path in sorted(SAMPLES.glob("*.*")):
            if path.suffix not in (".pdf", ".docx", ".txt", ".xlsx", ".html", ".hocr") or "scan" in path.name:
                continue
            facts = self.facts(path)
            for fact in facts[:: max(1, len(facts) // 2)]:
                with self.subTest(path.name, fact=fact["id"]):
                    self.assertIn(f"\n{fact['id']}  ", self.explain(path, fact["id"])[0])


if __name__ == "__main__":
    unittest.main()
