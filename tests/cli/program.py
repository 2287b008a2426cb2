# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program that the environment variable ZHIBIAO names, in a folder of its own."""
import contextlib
import fcntl
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["ZHIBIAO"]

REPORT = """丁县图书馆2024年度部门决算

一、收入支出情况

2024年度收入总计 1,203.45 万元，其中财政拨款收入 1,200.00 万元。

收入支出决算总表
单位：万元
项目\t金额
财政拨款收入\t1200.00
其他收入\t3.45
合计\t1203.45
"""

OTHER_REPORT = REPORT.replace("丁县图书馆", "戊县体育馆").replace("1,203.45", "903.45")


class ProgramTest(unittest.TestCase):
    """`self.folder` is empty at the start of each test, current, and removed at its end."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, content=REPORT):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def start(self, *arguments, environment=None, **options):
        settings = {**os.environ, "LC_ALL": "C.UTF-8",
                    "XDG_CACHE_HOME": str(self.folder / ".cache"), **(environment or {})}
        return subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=self.folder, env=settings,
                                **options)

    def run_program(self, *arguments, given=b"", **options):
        """Status, standard output and standard error, both as text."""
        options.setdefault("stdout", subprocess.PIPE)
        process = self.start(*arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        output, messages = process.communicate(given, timeout=60)
        return process.returncode, (output or b"").decode(), messages.decode()

    def extract(self, *arguments, status=0, **options):
        """Standard output and standard error of an extract that ends with `status`."""
        found, output, messages = self.run_program("extract", *arguments, **options)
        self.assertEqual(found, status, messages)
        return output, messages

    @contextlib.contextmanager
    def held(self, lock):
        """The lock of the store is another process's, as far as the program can tell."""
        path = self.folder / lock
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def names(self, folder="out"):
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def read_json(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))


def split_documents(text):
    """The JSON values that follow each other in `text`."""
    decoder, documents, place = json.JSONDecoder(), [], 0
    while place < len(text):
        document, place = decoder.raw_decode(text, place)
        documents.append(document)
        place += len(text[place:]) - len(text[place:].lstrip())
    return documents
