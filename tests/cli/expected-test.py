# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts that the samples were made from, and the mistakes that were planted in them."""
import csv
import json
import os
import pathlib
import unittest
from decimal import Decimal

from program import ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
DIMENSIONS = ("indicator", "period", "measure", "fund", "function", "economic")
SEVERE = {"ocr_repaired", "unit_corrected", "unit_suspect", "truncated", "digit_suspect",
          "sum_mismatch", "cross_mismatch", "rate_mismatch", "out_of_range", "year_suspect"}


def read_table(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def fits(row, fact):
    return (all((fact[name] or "") in row[name].split("|") for name in DIMENSIONS)
            and Decimal(fact["value"]) == Decimal(row["value"])
            and fact["unit"] == row["unit"])


class ExpectedTest(ProgramTest):
    documents = {}

    def document(self, sample):
        if sample not in self.documents:
            self.documents[sample] = json.loads(self.extract(SAMPLES / sample)[0])
        return self.documents[sample]

    def test_every_fact_is_found(self):
        for path in sorted(SAMPLES.glob("expected/*.tsv")):
            rows = read_table(path)
            with self.subTest(path.name):
                facts = self.document(rows[0]["sample"])["facts"]
                missed = [row for row in rows if not any(fits(row, fact) for fact in facts)]
                self.assertEqual([" ".join(filter(None, row.values())) for row in missed], [])

    def is_flagged(self, row):
        document = self.document(row["sample"])
        if not row["indicator"]:
            return any(row["expect"] in entry["flags"] and entry["score"] == row["raw"]
                       for form in document["evaluations"] for entry in form["indicators"])
        return any(row["expect"] in fact["flags"] and fact["indicator"] == row["indicator"]
                   and fact["raw"].replace(" ", "") == row["raw"] for fact in document["facts"])

    def test_every_planted_mistake_is_flagged(self):
        rows = read_table(SAMPLES / "planted.tsv")
        self.assertGreaterEqual(len(rows), 9)
        for row in rows:
            with self.subTest(row["mistake"]):
                self.assertTrue(self.is_flagged(row))

    def test_a_mistake_is_for_a_person_to_look_at(self):
        for row in read_table(SAMPLES / "planted.tsv"):
            for fact in self.document(row["sample"])["facts"]:
                if fact["raw"] == row["raw"] and row["expect"] in fact["flags"]:
                    with self.subTest(row["mistake"]):
                        self.assertTrue(fact["review"])

    def test_what_is_right_is_not_flagged(self):
        for sample in sorted({row["sample"] for row in read_table(SAMPLES / "planted.tsv")}):
            with self.subTest(sample):
                facts = self.document(sample)["facts"]
                severe = [fact for fact in facts if SEVERE & set(fact["flags"])]
                self.assertLess(len(severe), 0.06 * len(facts))


if __name__ == "__main__":
    unittest.main()
