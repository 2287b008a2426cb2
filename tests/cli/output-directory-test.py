# SPDX-License-Identifier: GPL-3.0-or-later
"""extract -o DIR."""
import os
import resource
import stat
import unittest

from program import REPORT, OTHER_REPORT, ProgramTest


class OutputDirectoryTest(ProgramTest):
    def test_one_file_per_document(self):
        self.write("a.txt")
        self.write("b.txt", OTHER_REPORT)
        output, _ = self.extract("a.txt", "b.txt", "-o", "out/deep")
        self.assertEqual(output, "")
        self.assertEqual(self.names("out/deep"), ["a.json", "b.json"])
        self.assertEqual(self.extract("b.txt")[0],
                         (self.folder / "out/deep/b.json").read_text(encoding="utf-8"))

    def test_endings(self):
        self.write("a.txt")
        for form, ending in (("json", "json"), ("ndjson", "ndjson"), ("csv", "csv"),
                             ("table", "txt")):
            self.extract("a.txt", "-f", form, "-o", "out-" + form)
            self.assertEqual(self.names("out-" + form), ["a." + ending])

    def test_only_a_format_s_ending_goes(self):
        for name in ("2024.12", "report.final.txt", ".hidden", "乙.报告"):
            self.write(name)
        self.extract("2024.12", "report.final.txt", ".hidden", "乙.报告", "-o", "out")
        self.assertEqual(self.names(),
                         [".hidden.json", "2024.12.json", "report.final.json", "乙.报告.json"])

    def test_standard_input(self):
        self.extract("-", "-o", "out", given=REPORT.encode())
        self.assertEqual(self.names(), ["stdin.json"])

    def test_each_csv_has_a_header(self):
        self.write("a.txt")
        self.write("b.txt", OTHER_REPORT)
        self.extract("a.txt", "b.txt", "-f", "csv", "-o", "out")
        for name in ("out/a.csv", "out/b.csv"):
            text = (self.folder / name).read_text(encoding="utf-8")
            self.assertTrue(text.startswith("path,"))

    def test_equal_names_never_overwrite(self):
        names = ["x/a.txt", "y/a.txt", "y/a.ocr", "y/a-2.txt"]
        for name in names:
            self.write(name, REPORT + name)
        for _ in range(2):  # the second time over the files of the first
            self.extract(*names, "-o", "out")
            self.assertEqual(self.names(), ["a-2-2.json", "a-2.json", "a-3.json", "a.json"])
            for output, name in (("a", names[0]), ("a-2", names[1]), ("a-3", names[2]),
                                 ("a-2-2", names[3])):
                document = self.read_json(f"out/{output}.json")
                self.assertEqual(document["document"]["source"]["path"], name)

    def test_a_document_that_fails_keeps_its_number(self):
        self.write("y/a.txt")
        self.extract("x/a.txt", "y/a.txt", "-o", "out", status=1)
        self.assertEqual(self.names(), ["a-2.json"])

    def test_an_input_is_never_written_over(self):
        self.write("a.json", REPORT)
        self.extract("a.json", "-o", ".")
        self.assertEqual((self.folder / "a.json").read_text(encoding="utf-8"), REPORT)
        self.assertEqual(self.names("."), ["a-2.json", "a.json"])

    def test_an_earlier_output_is_replaced(self):
        self.write("a.txt")
        self.extract("a.txt", "-o", "out")
        self.write("a.txt", OTHER_REPORT)
        self.extract("a.txt", "-o", "out")
        self.assertEqual(self.names(), ["a.json"])
        self.assertEqual(self.extract("a.txt")[0],
                         (self.folder / "out/a.json").read_text(encoding="utf-8"))

    def test_rights_follow_the_mask(self):
        self.write("a.txt")
        self.extract("a.txt", "-o", "out", preexec_fn=lambda: os.umask(0o027))
        mode = stat.S_IMODE((self.folder / "out/a.json").stat().st_mode)
        self.assertEqual(mode, 0o640)

    def test_a_failure_leaves_the_old_file_and_no_other(self):
        self.write("a.txt")
        self.extract("a.txt", "-o", "out")
        before = (self.folder / "out/a.json").read_bytes()

        def limit_file_size():
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        _, messages = self.extract("a.txt", "-o", "out", status=1, preexec_fn=limit_file_size)
        self.assertRegex(messages, "zhibiao: out/a.json: .")
        self.assertEqual(self.names(), ["a.json"])
        self.assertEqual((self.folder / "out/a.json").read_bytes(), before)

    def test_a_name_taken_by_a_folder_stops_only_that_document(self):
        self.write("a.txt")
        self.write("b.txt")
        self.write("out/a.json/file")
        _, messages = self.extract("a.txt", "b.txt", "-o", "out", status=1)
        self.assertIn("out/a.json", messages)
        self.assertEqual(self.names(), ["a.json", "b.json"])
        self.assertIn("b.txt", (self.folder / "out/b.json").read_text(encoding="utf-8"))

    def test_a_file_in_the_place_of_the_folder(self):
        self.write("a.txt")
        self.write("out")
        output, messages = self.extract("a.txt", "-o", "out", status=1)
        self.assertEqual(output, "")
        self.assertRegex(messages, "zhibiao: out: .")


if __name__ == "__main__":
    unittest.main()
