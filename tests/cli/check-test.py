# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao check: what does not agree in a document, and nothing else."""
import csv
import json
import os
import unittest
from decimal import Decimal

from golden import SAMPLES, GoldenTest

SUM = """丙县档案馆2024年度部门决算

“三公”经费支出决算表
单位：万元
项目\t预算数\t决算数
“三公”经费合计\t10.00\t{total}
因公出国（境）费\t0.00\t0.00
公务用车购置及运行费\t8.00\t7.00
公务用车购置费\t0.00\t0.00
公务用车运行费\t8.00\t7.00
公务接待费\t2.00\t1.50
"""


class CheckTest(GoldenTest):
    def check(self, *arguments, status=0):
        found, output, messages = self.run_program("check", *arguments)
        self.assertEqual(found, status, messages)
        return output, messages

    def findings(self, *arguments):
        output, _ = self.check("--format", "json", *arguments)
        return [json.loads(line) for line in output.splitlines()]

    def test_the_samples(self):
        for name in ("final-accounts.pdf", "budget-yuan.pdf", "performance-report.docx", "ocr-report.txt"):
            with self.subTest(name):
                self.check_golden(f"{name.split('.')[0]}.check.txt", "check", SAMPLES / name)

    def test_every_planted_mistake_is_listed(self):
        with open(SAMPLES / "planted.tsv", encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t"))
        for row in rows:
            document, = self.findings(SAMPLES / row["sample"])
            numbers = [term.get("raw", term.get("score")) for finding in document["findings"]
                       for term in finding["terms"]]
            with self.subTest(row["mistake"]):
                self.assertIn(row["raw"], [number.replace(" ", "") for number in numbers if number])

    def test_a_sum_that_holds_and_one_that_does_not(self):
        self.write("good.txt", SUM.format(total="8.50"))
        self.write("bad.txt", SUM.format(total="8.90"))
        output, _ = self.check("good.txt", "--fail-on", "warning")
        self.assertIn("未发现问题；核对 ", output)
        self.assertNotIn("[", output)
        output, _ = self.check("bad.txt")
        self.assertIn("按此计算为 8.5 万元，印出的多 0.4 万元", output)
        for severity in ("error", "warning"):
            self.check("bad.txt", "--fail-on", severity, status=1)
            self.check("good.txt", "bad.txt", "--fail-on", severity, status=1)

    def test_both_sides_add_up(self):
        self.write("bad.txt", SUM.format(total="8.90"))
        document, = self.findings("bad.txt")
        finding, = [one for one in document["findings"] if one["rule"] == "three_public.total"]
        sides = [term["side"] for term in finding["terms"]]
        self.assertEqual(sides, ["checked", "equal", "plus", "plus"])
        self.assertEqual(sum(Decimal(term["value"]) for term in finding["terms"][1:]),
                         Decimal(finding["expected"]))
        self.assertEqual(Decimal(finding["found"]) - Decimal(finding["expected"]),
                         Decimal(finding["difference"]))

    def test_the_one_number_that_explains_all(self):
        self.write("bad.txt", SUM.format(total="8.50").replace("运行费\t8.00\t7.00\n公务用车购置费", "运行费\t8.00\t7.50\n公务用车购置费"))
        output, _ = self.check("bad.txt")
        self.assertIn("所印 7.50", output)
        self.assertIn("不符的 2 项核对都有它；只改正它，各项核对即都相符", output)

    def test_only_the_same_numbers_are_said_to_be_the_same(self):
        columns = SUM.replace("8.00\t7.00", "{operation}\t7.00").replace("2.00\t1.50", "{reception}\t1.50").replace("10.00", "8.90")
        self.write("same.txt", columns.format(total="8.90", operation="7.00", reception="1.50"))
        self.write("other.txt", columns.format(total="8.90", operation="6.50", reception="2.00"))
        self.assertIn("同上，数字相同", self.check("same.txt")[0])
        self.assertNotIn("同上", self.check("other.txt")[0])

    def test_rounding_is_one_line(self):
        self.write("close.txt", SUM.format(total="8.51"))
        output, _ = self.check("close.txt", "--fail-on", "warning")
        self.assertIn("未发现问题", output)
        self.assertEqual(output.count("四舍五入"), 1)

    def test_a_document_without_numbers(self):
        output, _ = self.check(SAMPLES / "bad" / "no-known-form.txt")
        self.assertIn("没有可核对的勾稽关系", output)

    def test_files_that_cannot_be_read(self):
        self.write("good.txt", SUM.format(total="8.50"))
        (self.folder / "folder").mkdir()
        for bad in ("lost.pdf", "folder", SAMPLES / "bad" / "password.pdf"):
            with self.subTest(bad):
                output, messages = self.check(bad, status=3)
                self.assertEqual(output, "")
                self.assertIn(f"zhibiao: {bad}: ", messages)
        output, messages = self.check("lost.pdf", "good.txt", status=1)
        self.assertIn("未发现问题", output)
        self.assertIn("lost.pdf", messages)

    def test_standard_input(self):
        _, output, _ = self.run_program("check", "-", given=SUM.format(total="8.90").encode())
        self.assertIn("[错误]", output)

    def test_usage(self):
        for arguments, says in (([], "no file given"), (["a", "--fail-on", "info"], "--fail-on is error or warning"),
                                (["a", "--format", "csv"], "known are text, json"), (["--lost"], "--lost"),
                                (["a", "--ocr", "maybe"], "--ocr"), (["a", "--color", "red"], "--color")):
            with self.subTest(arguments):
                output, messages = self.check(*arguments, status=2)
                self.assertEqual(output, "")
                self.assertIn(says, messages)
                self.assertIn("zhibiao check --help", messages)

    def test_output_that_cannot_be_written(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        self.write("good.txt", SUM.format(total="8.50"))
        with open("/dev/full", "wb") as full:
            status, _, messages = self.run_program("check", "good.txt", stdout=full)
        self.assertEqual(status, 1)
        self.assertIn("zhibiao: standard output: ", messages)

    def test_colours(self):
        self.write("bad.txt", SUM.format(total="8.90"))
        self.assertIn("\033[31m", self.check("--color", "always", "bad.txt")[0])
        self.assertNotIn("\033", self.check("bad.txt")[0])

    def test_what_a_terminal_would_obey(self):
        self.write("evil.txt", SUM.format(total="8.90").replace("公务接待费", "公务接待费\033[2J"))
        self.assertNotIn("\033", self.check("evil.txt")[0])


if __name__ == "__main__":
    unittest.main()
