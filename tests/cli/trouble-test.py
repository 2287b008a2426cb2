# SPDX-License-Identifier: GPL-3.0-or-later
"""Input that cannot be read and output that cannot be written: message, status, and the others."""
import io
import json
import os
import signal
import subprocess
import unittest
import zipfile

from program import REPORT, ProgramTest, split_documents


def cut_docx():
    """The first half of a zip archive that would be a Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 50)
        archive.writestr("word/document.xml", "<w:document/>" * 500)
    return buffer.getvalue()[:1500]


class InputTest(ProgramTest):
    def check_bad_input(self, name, *words):
        """`name` alone gives 3; between two good files it gives 1, and those come out."""
        output, messages = self.extract(name, status=3)
        self.assertEqual(output, "")
        self.assertRegex(messages, f"^zhibiao: {name}: .")
        for word in words:
            self.assertIn(word, messages)
        self.assertEqual(len(messages.splitlines()), 1)
        self.write("good.txt")
        self.write("fine.txt")
        output, again = self.extract("good.txt", name, "fine.txt", status=1)
        self.assertIn(messages, again)
        self.assertEqual([d["document"]["source"]["path"] for d in split_documents(output)],
                         ["good.txt", "fine.txt"])

    def test_missing(self):
        self.check_bad_input("missing.pdf", "no such file")

    def test_empty(self):
        self.write("empty.docx", b"")
        self.check_bad_input("empty.docx", "empty")

    def test_directory(self):
        (self.folder / "folder.pdf").mkdir()
        self.check_bad_input("folder.pdf", "is a directory")

    def test_not_a_regular_file(self):
        os.mkfifo(self.folder / "pipe.txt")
        self.check_bad_input("pipe.txt", "not a regular file")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_unreadable(self):
        self.write("secret.txt").chmod(0)
        self.check_bad_input("secret.txt", "permission denied")

    def test_wrong_format_under_a_right_name(self):
        self.write("picture.pdf", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
        self.check_bad_input("picture.pdf")

    def test_cut_word_file(self):
        self.write("cut.docx", cut_docx())
        self.check_bad_input("cut.docx")

    def test_cut_pdf(self):
        self.write("cut.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Cat")
        self.check_bad_input("cut.pdf")

    def test_text_under_a_wrong_name(self):
        self.write("report.pdf", REPORT)
        document = json.loads(self.extract("report.pdf")[0])
        self.assertEqual(document["document"]["source"]["media_type"], "text/plain")

    def test_names_cannot_command_the_terminal(self):
        _, messages = self.extract("no\033[2Jsuch\nfile", status=3)
        self.assertNotIn("\033", messages)
        self.assertEqual(len(messages.splitlines()), 1)

    def test_name_that_is_not_utf8(self):
        name = os.fsdecode(b"b\xff.txt")
        (self.folder / name).write_text(REPORT, encoding="utf-8")
        document = json.loads(self.extract(name)[0])
        self.assertEqual(document["document"]["source"]["path"], "b\ufffd.txt")


class DiagnosticTest(ProgramTest):
    """What a document says of itself goes to standard error, too."""

    def write_report(self):
        """A readable report with a byte in it that is no text."""
        self.write("a.txt", REPORT.encode() + b"\xff\n")

    def test_messages_match_the_document(self):
        self.write_report()
        output, messages = self.extract("a.txt")
        loud = [d for d in json.loads(output)["diagnostics"] if d["severity"] != "info"]
        self.assertNotEqual(loud, [])
        self.assertEqual(len(messages.splitlines()), len(loud))
        for diagnostic, line in zip(loud, messages.splitlines()):
            page = f"page {diagnostic['page']}: " if diagnostic["page"] else ""
            self.assertEqual(line, f"zhibiao: a.txt: {page}{diagnostic['message']}")

    def test_quiet(self):
        self.write_report()
        self.assertNotEqual(self.extract("a.txt")[1], "")
        self.assertEqual(self.extract("-q", "a.txt")[1], "")
        self.assertIn("missing", self.extract("-q", "missing", status=3)[1])


class OutputTest(ProgramTest):
    def test_full_disk(self):
        self.write("a.txt")
        with open("/dev/full", "wb") as full:
            _, messages = self.extract("a.txt", status=1, stdout=full)
        self.assertRegex(messages, "zhibiao: standard output: .*[Nn]o space")
        with open("/dev/full", "wb") as full:
            status, _, messages = self.run_program("--help", stdout=full)
        self.assertEqual(status, 1)
        self.assertIn("standard output", messages)

    def test_closed_standard_output(self):
        self.write("a.txt")
        command = ["sh", "-c", 'exec "$0" extract a.txt >&-', os.environ["ZHIBIAO"]]
        done = subprocess.run(command, cwd=self.folder, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output", done.stderr)

    def test_closed_standard_output_does_not_matter_where_it_is_not_used(self):
        self.write("a.txt")
        command = ["sh", "-c", 'exec "$0" extract a.txt -o out >&- <&-', os.environ["ZHIBIAO"]]
        self.assertEqual(subprocess.run(command, cwd=self.folder, timeout=60).returncode, 0)
        self.assertEqual(self.read_json("out/a.json")["schema_version"], "1.0")

    def test_closed_standard_error_harms_no_file(self):
        self.write("a.txt")
        command = ["sh", "-c", 'exec "$0" extract missing a.txt -o out 2>&-',
                   os.environ["ZHIBIAO"]]
        self.assertEqual(subprocess.run(command, cwd=self.folder, timeout=60).returncode, 1)
        self.assertEqual(self.read_json("out/a.json")["schema_version"], "1.0")

    def broken_pipe(self, handler):
        """Starts the program with nobody at the other end of standard output."""
        self.write("a.txt", REPORT + "说明文字若干。\n\n" * 5000)
        reader, writer = os.pipe()
        os.close(reader)
        process = self.start("extract", "a.txt", stdout=writer, stderr=subprocess.PIPE,
                             preexec_fn=lambda: signal.signal(signal.SIGPIPE, handler))
        os.close(writer)
        messages = process.communicate(timeout=60)[1]
        return process.returncode, messages

    def test_broken_pipe(self):
        status, messages = self.broken_pipe(signal.SIG_DFL)
        self.assertEqual(status, -signal.SIGPIPE)
        self.assertNotIn(b"standard output", messages)

    def test_broken_pipe_with_the_signal_ignored(self):
        status, messages = self.broken_pipe(signal.SIG_IGN)
        self.assertEqual(status, 1)
        self.assertIn(b"standard output", messages)


if __name__ == "__main__":
    unittest.main()
