# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documentation says: paths exist, commands run, their shown output is real, and nothing of
the catalogue is left out."""
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from program import PROGRAM, ProgramTest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted(path for path in ROOT.rglob("*.md")
               if not {"build", ".git"} & set(path.relative_to(ROOT).parts))
OUTPUT = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")

FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FOLDERS = ("extract", "normalize", "schema", "emit", "batch", "cli", "tests", "samples", "scripts", "bench", "docs")
# Files of the repository: with an extension of one, or below one of its folders.
PATH = re.compile(r"[\w.-]+(?:/[\w.*-]+)*\.(?:[ch]|md|tsv|py|txt|json|css|pdf|docx|doc)|"
                  rf"(?:{'|'.join(FOLDERS)}|\.ci)/[\w./*-]*")
# What users name themselves; what is to be written; what is made.
NOT_OURS = re.compile(r"^ctest |NAME|STAGE|MODULE|<|…|^(report|facts|datapackage|robots)\.|^report-|foo-bar|"
                      r"^(build|out|reports|files|store)/|^(poppler|cJSON|sqlite3|curl)\.h")
# The sanitizers learn nothing here that other tests do not show them, and take minutes.
SLOW = "ASAN_OPTIONS" in os.environ
# Commands of a developer: their files must exist, they are not run.
DEVELOPER = ("scripts/", "cmake", "ctest", "git")
# Commands that not every machine has.
OPTIONAL = {"sqlite3": lambda: shutil.which("sqlite3"), "Rscript": lambda: shutil.which("Rscript"),
            "parallel": lambda: shutil.which("parallel"), "duckdb": lambda: shutil.which("duckdb"),
            "import pandas": lambda: importlib.util.find_spec("pandas")}


def code_of(page):
    """The words in backquotes, outside of fenced blocks."""
    return re.findall(r"`([^`\n]+)`", FENCE.sub("", page.read_text(encoding="utf-8")))


def blocks_of(page, language):
    for match in FENCE.finditer(page.read_text(encoding="utf-8")):
        if match[2] == language:
            yield re.sub(f"^{match[1]}", "", match[3], flags=re.MULTILINE)


def stands(name, page):
    """Whether a path or pattern is there, from the root or the page, or a bare name in any folder."""
    if any(any(folder.glob(name.rstrip("/"))) for folder in (ROOT, page.parent)):
        return True
    return "/" not in name and any(any((ROOT / folder).rglob(name)) for folder in FOLDERS)


def comparable(line):
    """Without what a better catalogue changes: counts of the last line, confidences, widths, numbers of facts and
    checks, lines of data files."""
    line = re.sub(r"\b0\.\d\d\d?\b", "0.…", line)
    line = re.sub(r"\(f\d+\)|(?<=, )c\d+\)", "N)", line)
    line = re.sub(r"(?<=\.tsv 第)(\d+|…)", "N", line)
    if re.match(r"\d+ facts, ", line):
        line = re.sub(r"\d+", "N", line)
    return " ".join(line.split())


def timeless(thing):
    """Without what changes with the program's version."""
    return {key: value for key, value in thing.items() if key not in ("id", "confidence")}


class PathsTest(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            for link in LINK.findall(FENCE.sub("", text)):
                target, _, anchor = link.partition("#")
                if target.startswith(("http:", "https:", "mailto:")):
                    continue
                with self.subTest(page=page.name, link=link):
                    found = page.parent / target if target else page
                    self.assertTrue(found.exists())
                    if anchor:
                        titles = re.findall(r"^#+ (.*)$", found.read_text(encoding="utf-8"), re.MULTILINE)
                        self.assertIn(anchor, {title.lower().replace(" ", "-") for title in titles})

    def test_paths_exist(self):
        named = 0
        for page in PAGES:
            for code in code_of(page):
                if NOT_OURS.search(code):
                    continue
                for word in code.split():
                    if PATH.fullmatch(word):
                        named += 1
                        with self.subTest(page=page.relative_to(ROOT), path=word):
                            self.assertTrue(stands(word, page))
        self.assertGreater(named, 100)


@unittest.skipIf(SLOW, "under the sanitizers")
class CommandsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        for name in ("samples", "schema", "normalize"):
            (self.folder / name).symlink_to(ROOT / name)
        (self.folder / "reports").mkdir()
        for name in ("report.pdf", "reports/2023.pdf"):
            shutil.copy(ROOT / "samples" / "final-accounts.pdf", self.folder / name)
        shutil.copy(ROOT / "samples" / "performance-report.docx", self.folder / "report.docx")
        programs = self.folder / "bin"
        programs.mkdir()
        (programs / "zhibiao").symlink_to(PROGRAM)
        (programs / "python3").symlink_to(sys.executable)
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8",
                            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}

    def run_shell(self, script):
        return subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=self.folder, timeout=120,
                              env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)

    def check_block(self, block):
        first = block.split("\n", 1)[0]
        if first.startswith(DEVELOPER):
            for line in block.splitlines():
                if line.startswith("scripts/"):
                    self.assertTrue(os.access(ROOT / line.split()[0], os.X_OK), line)
            return False
        if any(word in block and not there() for word, there in OPTIONAL.items()):
            return False
        done = self.run_shell(block)
        self.assertEqual(done.returncode, 0, f"{block}\n{done.stderr}")
        self.assertNotRegex(done.stderr, "usage|Usage|Try ")
        return True

    def test_commands_run(self):
        """The blocks of a page run one after the other in one folder."""
        run = 0
        for page in PAGES:
            for block in blocks_of(page, "sh"):
                with self.subTest(page=page.relative_to(ROOT), block=block):
                    run += self.check_block(block)
        self.assertGreater(run, 8)

    def test_shown_output_is_real(self):
        shown = 0
        for page in PAGES:
            for block in blocks_of(page, "console"):
                command, *lines = block.splitlines()
                with self.subTest(command=command):
                    done = self.run_shell(command.removeprefix("$ "))
                    self.assertEqual(done.returncode, 0, done.stderr)
                    real = iter([comparable(line) for line in done.stdout.splitlines()])
                    for line in lines:
                        if line.strip() != "…":
                            self.assertIn(comparable(line), real, "in this order")
                            shown += 1
        self.assertGreater(shown, 5)


@unittest.skipIf(SLOW, "under the sanitizers")
class ExampleTest(ProgramTest):
    """The examples of docs/output.md are in the output of the samples. Ids and confidences may differ."""

    def outputs(self):
        paths = [path for path in sorted((ROOT / "samples").glob("*.*"))
                 if path.suffix in (".pdf", ".docx", ".txt")]
        return [json.loads(line) for line in
                self.extract("-q", "--format", "ndjson", *paths)[0].splitlines()]

    def test_facts_and_rows_are_real(self):
        documents = self.outputs()
        facts = [fact for document in documents for fact in document["facts"]]
        rows = [row for document in documents for form in document["evaluations"]
                for row in form["indicators"]]
        examples = [json.loads(block) for block in blocks_of(ROOT / "docs" / "output.md", "json")]
        self.assertGreater(len(examples), 2)
        for example in examples:
            for shown in example.get("indicators", [example] if "indicator" in example else []):
                real = facts if "indicator" in shown else rows
                with self.subTest(shown=shown):
                    self.assertTrue(any(timeless(shown) == timeless(thing) for thing in real))


class CompletenessTest(ProgramTest):
    def check_explained(self, *spellings):
        self.assertTrue(any(word in OUTPUT for word in spellings), "not in docs/output.md")

    def test_everything_of_the_catalogue_is_explained(self):
        lines = self.run_program("schema", "list")[1].splitlines()
        self.assertGreater(len(lines), 100)
        for line in lines:
            kind, name = line.split()[:2]
            with self.subTest(kind=kind, name=name):
                self.check_explained(f"| `{name}` |")

    def test_every_column_and_code_is_explained(self):
        self.write("report.txt")
        header = self.extract("--format", "csv", "report.txt")[0].splitlines()[0]
        sources = [path for stage in ("extract", "schema") for path in (ROOT / stage).glob("*.c")]
        codes = {code for path in sources for code in re.findall(
            r'ZB_SEVERITY_[A-Z]+,\s+"([a-z_]+)"', path.read_text(encoding="utf-8"))}
        self.assertGreater(len(codes), 10)
        for name in header.split(",") + sorted(codes):
            with self.subTest(name):
                self.check_explained(f"`{name}`")

    def test_every_value_of_the_schema_is_explained(self):
        schema = (ROOT / "schema" / "output.schema.json").read_text(encoding="utf-8")
        for words in re.findall(r'"enum": \[(.*?)\]', schema, re.DOTALL):
            for word in re.findall(r'"(.+?)"', words):
                with self.subTest(word):
                    self.check_explained(f"`{word}`")
        for names in re.findall(r'"required": \[(.*?)\]', schema, re.DOTALL):
            for name in re.findall(r'"(.+?)"', names):
                with self.subTest(field=name):
                    self.check_explained(f"`{name}`", f'"{name}"')

    def test_the_manual_page_is_complete(self):
        manual = (ROOT / "docs" / "zhibiao.1").read_text(encoding="utf-8").replace("\\-", "-")
        commands = re.findall(r"^  (\w+) ", self.run_program("--help")[1], re.MULTILINE)
        self.assertGreater(len(commands), 5)
        for command in commands:
            with self.subTest(command):
                self.assertIn(f"zhibiao {command}", manual)
        for command in ("check", "explain", "batch", "diff", "export", "fetch", "merge", "worker"):
            for option in re.findall(r"--[a-z-]+", self.run_program("help", command)[1]):
                with self.subTest(command=command, option=option):
                    self.assertTrue(option in manual or option == "--help")

    # Readers whose formats the README names otherwise.
    SPELT = {"page": "page xml", "doc": "`.doc`", "xls": "`.xls`"}

    def test_every_format_is_named(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8").lower()
        readers = re.findall(r"&zb_(\w+)_reader", (ROOT / "extract" / "readers.c").read_text("utf-8"))
        self.assertGreater(len(readers), 2)
        for name in readers:
            with self.subTest(name):
                self.assertTrue(self.SPELT.get(name, name) in readme, "not in README.md")


if __name__ == "__main__":
    unittest.main()
