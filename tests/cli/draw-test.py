# SPDX-License-Identifier: GPL-3.0-or-later
"""draw -o DIR."""
import os
import pathlib
import struct
import unittest

from program import ProgramTest

REPORT = (pathlib.Path(os.environ["SAMPLES"]) / "final-accounts.pdf").read_bytes()


class DrawTest(ProgramTest):
    def pictures(self, folder="out"):
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def test_one_picture_per_page(self):
        self.write("a.pdf", REPORT)
        status, output, messages = self.run_program("draw", "a.pdf", "-o", "out/deep")
        self.assertEqual((status, output, messages), (0, "", ""))
        names = self.pictures("out/deep")
        self.assertEqual(names, [f"a-{i + 1:03}.png" for i in range(len(names))])
        self.assertGreater(len(names), 1)
        content = (self.folder / "out/deep" / names[0]).read_bytes()
        self.assertEqual(content[:8], b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", content[16:24])
        self.assertGreater(min(width, height), 500)

    def test_the_same_every_time(self):
        """No picture depends on when or where it is drawn."""
        self.write("a.pdf", REPORT)
        for folder in ("one", "two"):
            self.run_program("draw", "a.pdf", "-o", folder)
        for name in self.pictures("one"):
            self.assertEqual((self.folder / "one" / name).read_bytes(),
                             (self.folder / "two" / name).read_bytes())

    def test_other_files(self):
        self.write("a.txt")
        self.write("b.pdf", REPORT)
        status, _, messages = self.run_program("draw", "a.txt", "lost.pdf", "-o", "out")
        self.assertEqual(status, 3)
        self.assertIn("a.txt: only PDF has pages to draw", messages)
        self.assertIn("lost.pdf", messages)
        status, _, _ = self.run_program("draw", "a.txt", "b.pdf", "-o", "out")
        self.assertEqual(status, 1)
        self.assertIn("b-001.png", self.pictures())

    def test_usage(self):
        self.write("b.pdf", REPORT)
        for arguments, says in ((["b.pdf"], "-o DIR"), (["-o", "out"], "no file given"),
                                (["-", "-o", "out"], "standard input"), (["--lost"], "--lost")):
            status, output, messages = self.run_program("draw", *arguments)
            self.assertEqual((status, output), (2, ""))
            self.assertIn(says, messages)
        status, output, _ = self.run_program("draw", "--help")
        self.assertEqual(status, 0)
        self.assertIn("reading order", output)
        self.assertIn("draw", self.run_program("--help")[1])


if __name__ == "__main__":
    unittest.main()
