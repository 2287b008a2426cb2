# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao worker: a line for a line, whatever is asked."""
import json
import os
import pathlib
import signal
import subprocess
import time
import unittest

from program import OTHER_REPORT, ProgramTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
SANITIZED = "ASAN_OPTIONS" in os.environ


class WorkerTest(ProgramTest):
    def ask(self, *lines, arguments=(), status=0):
        given = b"".join((line if isinstance(line, bytes) else
                          (line if isinstance(line, str) else json.dumps(line)).encode()) + b"\n"
                         for line in lines)
        found, output, messages = self.run_program("worker", *arguments, given=given)
        self.assertEqual(found, status, messages)
        answers = [json.loads(line) for line in output.splitlines()]
        self.assertEqual(len(answers), len(lines), "a line for a line")
        return answers

    def test_answers(self):
        self.write("a.txt")
        self.write("deep/b.txt", OTHER_REPORT)
        first, second = self.ask({"path": "a.txt"}, {"id": "后", "path": str(self.folder / "deep/b.txt")})
        self.assertEqual((first["id"], first["path"], first["status"], first["reason"]),
                         (None, "a.txt", "read", None))
        self.assertEqual((second["id"], second["status"], second["attempts"]), ("后", "read", 1))
        self.assertEqual(first["output"]["document"]["entity"], "丁县图书馆")
        self.assertEqual(second["output"]["document"]["entity"], "戊县体育馆")

    def test_outputs_are_those_of_extract(self):
        for name in ("annex.html", "annex.xlsx", "performance-report.docx"):
            self.write(name, (SAMPLES / name).read_bytes())
            answer, = self.ask({"path": name})
            expected, _ = self.extract("-q", "--format", "ndjson", name)
            self.assertEqual(answer["output"], json.loads(expected))
            self.assertEqual(answer["sha256"], answer["output"]["document"]["source"]["sha256"])

    def test_options(self):
        self.write("a.txt")
        plain, mentions, again = self.ask({"path": "a.txt"}, {"path": "a.txt", "options": {"mentions": True}},
                                          {"path": "a.txt", "options": {"ocr": "never", "language": "eng"}})
        self.assertNotIn("mentions", plain["output"])
        self.assertIn("mentions", mentions["output"])
        self.assertEqual(again["output"], plain["output"], "the options of one request are not the next one's")
        answer, = self.ask({"path": "a.txt"}, arguments=["--mentions"])
        self.assertEqual(answer["output"], mentions["output"])

    def test_lines_that_ask_for_nothing(self):
        self.write("a.txt")
        bad = ["", "nonsense", "[]", "{}", '{"path": 1}', '{"path": ""}', '{"path": "a.txt"} more',
               '{"path": "a.txt", "paht": 1}', '{"path": "a.txt", "id": 1.5}', '{"path": "a.txt", "id": {}}',
               '{"path": "a.txt", "options": []}', '{"path": "a.txt", "options": {"ocr": "perhaps"}}',
               '{"path": "a.txt", "options": {"language": "../x"}}', '{"path": "a.txt\\u0000"}',
               b'{"path": "\xff"}', "[" * 5000, '{"path": "' + "x" * (2 << 20) + '"}']
        answers = self.ask(*bad, {"path": "a.txt", "id": 9})
        for line, answer in zip(bad, answers):
            with self.subTest(line[:60]):
                self.assertEqual(answer["status"], "bad_request")
                self.assertTrue(answer["reason"])
        self.assertEqual((answers[-1]["status"], answers[-1]["id"]), ("read", 9), "and the worker goes on")
        answer, = self.ask('{"id": 3, "paht": "a.txt"}')
        self.assertEqual(answer["id"], 3, "an error has its id, too")

    def test_files_that_cannot_be_read(self):
        self.write("broken.pdf", b"%PDF-1.4\nnothing\n")
        os.mkfifo(self.folder / "pipe")
        missing, folder, pipe, broken = self.ask(*({"path": path} for path in
                                                   ("missing", ".", "pipe", "broken.pdf")))
        self.assertEqual([answer["status"] for answer in (missing, folder, pipe)], ["inaccessible"] * 3)
        self.assertIn("No such file", missing["reason"])
        self.assertEqual((broken["status"], broken["output"]), ("unreadable", None))

    def test_the_last_line_needs_no_line_feed(self):
        self.write("a.txt")
        status, output, _ = self.run_program("worker", given=b'{"path": "a.txt"}')
        self.assertEqual((status, json.loads(output)["status"]), (0, "read"))
        self.assertEqual(self.run_program("worker", given=b"")[:2], (0, ""))

    def test_usage(self):
        for arguments in (("a.pdf",), ("--seconds", "-1"), ("--ocr", "perhaps"), ("--unknown",)):
            with self.subTest(arguments):
                self.assertEqual(self.run_program("worker", *arguments)[0], 2)


class ConversationTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.process = None

    def begin(self, *arguments):
        self.process = self.start("worker", *arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(self.process.stdout.close)
        self.addCleanup(self.process.kill)

    def say(self, request):
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()

    def hear(self):
        return json.loads(self.process.stdout.readline())

    def children(self):
        pid = self.process.pid
        return [int(word) for word in
                pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]

    def torment(self, number):
        """Gives each process that reads the document a signal; what is answered."""
        self.write("long.pdf", (SAMPLES / "final-accounts.pdf").read_bytes())
        self.write("a.txt")
        self.say({"path": "a.txt"})
        self.assertEqual(self.hear()["status"], "read", "it is flushed")
        self.say({"path": "long.pdf"})
        seen = set()
        while len(seen) < 2:
            for pid in set(self.children()) - seen:
                try:
                    if os.readlink(f"/proc/{pid}/fd/4").endswith("long.pdf"):
                        seen.add(pid)
                        os.kill(pid, number)
                except OSError:
                    pass
            time.sleep(0.001)
        answer = self.hear()
        self.say({"path": "a.txt"})
        self.assertEqual(self.hear()["status"], "read", "it goes on")
        self.process.stdin.close()
        self.assertEqual(self.process.wait(timeout=30), 0)
        return answer

    def test_a_crash_is_an_answer(self):
        self.begin()
        answer = self.torment(signal.SIGABRT)
        self.assertEqual((answer["status"], answer["signal"], answer["attempts"], answer["output"]),
                         ("crashed", "SIGABRT", 2, None))

    def test_a_hang_is_an_answer(self):
        self.begin("--seconds", "3" if SANITIZED else "1")
        answer = self.torment(signal.SIGSTOP)
        self.assertEqual((answer["status"], answer["reason"]), ("limit", "time"))

    def test_a_signal_ends_it(self):
        self.begin()
        self.write("a.txt")
        self.say({"path": "a.txt"})
        self.hear()
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(timeout=30), 1)
        self.process.stdin.close()


if __name__ == "__main__":
    unittest.main()
