# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tests/cases/facts.txt and checks.txt: documents in a few lines, and what must come out of them."""
import json
import pathlib
import unittest
from decimal import Decimal

from program import ProgramTest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [ROOT / "tests" / "cases" / name for name in ("facts.txt", "passages.txt", "checks.txt")]
RULES = ROOT / "schema" / "checks.tsv"


def read_cases(path):
    """Yields (name, document, expected lines)."""
    name, document, expected, part = None, [], [], None
    for line in path.read_text(encoding="utf-8").split("\n") + ["--- end"]:
        if line.startswith("--- "):
            if name is not None:
                yield name, "\n".join(document), [l for l in expected if l.strip()]
            name, document, expected, part = line[4:], [], [], "document"
        elif line == "===":
            part = "expected"
        elif part == "document":
            document.append(line)
        elif part == "expected" and not line.startswith("#"):
            expected.append(line)


def fits(fact, wanted):
    for key, value in wanted.items():
        if key == "flag":
            if value not in fact["flags"]:
                return False
        elif key == "value":
            if Decimal(fact["value"]) != Decimal(value):
                return False
        elif key == "suggestion":
            if (fact["suggestion"] or {}).get("raw") != (value if value != "none" else None):
                return False
        elif key == "subject":
            if value not in (fact["subject"] or {"": "none"}).values():
                return False
        elif key == "below":
            if fact["confidence"] >= float(value):
                return False
        elif key in ("preferred", "review"):
            if fact[key] != (value == "true"):
                return False
        elif fact[key] != (value if value != "none" else None):
            return False
    return True


class FactsTest(ProgramTest):
    def check_fact(self, document, indicator, wanted):
        facts = [fact for fact in document["facts"] if fact["indicator"] == indicator]
        shown = "\n".join(f"  {fact}" for fact in facts) or "  none"
        self.assertTrue(any(fits(fact, wanted) for fact in facts),
                        f"{indicator} {wanted} is not among\n{shown}")

    def check_row(self, document, name, wanted):
        rows = [row for form in document["evaluations"] for row in form["indicators"]
                if (row["level3"] or "").startswith(name)]
        self.assertTrue(any(fits(row, wanted) for row in rows), f"{name} {wanted} is not among {rows}")

    def check_line(self, document, line):
        kind, name, *rest = line.split()
        if kind == "fact":
            self.check_fact(document, name, dict(part.split("=", 1) for part in rest))
        elif kind == "none":
            wanted = dict(part.split("=", 1) for part in rest)
            found = [fact for fact in document["facts"]
                     if fact["indicator"] == name and fits(fact, wanted)]
            self.assertEqual(found, [])
        elif kind == "row":
            self.check_row(document, name, dict(part.split("=", 1) for part in rest))
        elif kind == "document":
            self.assertEqual(str(document["document"][name]), " ".join(rest))
        elif kind == "absent":
            self.assertNotIn(name, {check["rule"] for check in document["checks"]})
        else:
            found = {check["status"] for check in document["checks"] if check["rule"] == name}
            self.assertIn(rest[0], found, f"{name}: {found or 'not evaluated'}")

    def test_cases(self):
        rules = set()
        for name, text, expected in (case for path in CASES for case in read_cases(path)):
            with self.subTest(name):
                document = json.loads(self.extract("-", given=text.encode())[0])
                for line in expected:
                    with self.subTest(line=line):
                        self.check_line(document, line)
                rules |= {line.split()[1] for line in expected if line.startswith(("check ", "absent "))}
        lines = RULES.read_text(encoding="utf-8").split("\n")
        listed = {line.split("\t")[0] for line in lines if line and not line.startswith("#")}
        self.assertGreater(len(rules), 10)
        self.assertEqual(rules - listed, set())


if __name__ == "__main__":
    unittest.main()
