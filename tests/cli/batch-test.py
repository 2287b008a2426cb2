# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao batch: what is read, what is not read again, and what a store survives."""
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from program import OTHER_REPORT, REPORT
from store import StoreTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
ROOT = pathlib.Path(__file__).resolve().parents[2]
SANITIZED = "ASAN_OPTIONS" in os.environ


class RunTest(StoreTest):
    def test_read_once(self):
        self.write("in/a.txt")
        self.write("in/deep/er/b.txt", OTHER_REPORT)
        self.write("in/deep/copy.txt")
        self.write("in/.hidden.txt", OTHER_REPORT + "\n")
        self.write("in/broken.pdf", b"%PDF-1.4\nnothing\n")
        end = self.batch(status=1)
        self.assertEqual(self.counts(end, "seen", "read", "unreadable", "failed"), [4, 2, 1, 0])
        names = self.query("SELECT path, document FROM names ORDER BY path")
        self.assertEqual([pathlib.Path(path).relative_to(self.folder).as_posix() for path, _ in names],
                         ["in/a.txt", "in/broken.pdf", "in/deep/copy.txt", "in/deep/er/b.txt"])
        self.assertEqual(names[0][1], names[2][1], "one content is one document")
        self.assertEqual(self.query("SELECT status, reason FROM documents WHERE document = ?",
                                    names[1][1])[0][0], "unreadable")
        self.assertEqual(self.query("SELECT DISTINCT entity FROM documents WHERE status = 'read' "
                                    "ORDER BY 1"), [("丁县图书馆",), ("戊县体育馆",)])
        before = self.content()
        end = self.batch()
        self.assertEqual(self.counts(end, "seen", "unchanged", "read", "unreadable"), [4, 4, 0, 0])
        self.assertEqual(self.content(), before)

    def test_outputs_are_those_of_extract(self):
        names = ["performance-report.docx", "annex.html", "annex.xlsx"]
        # which under the sanitizers takes long, and is read there by other tests
        names += [] if SANITIZED else ["final-accounts.pdf"]
        for name in names:
            self.write(f"in/{name}", (SAMPLES / name).read_bytes())
        self.batch()
        paths = sorted(self.folder / "in" / name for name in os.listdir(self.folder / "in"))
        for arguments in (("--format", "ndjson"), ("--format", "csv")):
            expected, _ = self.extract("-q", *arguments, *paths)
            form = {"ndjson": "documents", "csv": "csv"}[arguments[1]]
            status, output, messages = self.run_program("export", "--store", "store", "-f", form)
            self.assertEqual(status, 0, messages)
            self.assertEqual(output, expected)

    def test_versions(self):
        self.write("in/a.txt")
        self.write("in/b.txt", OTHER_REPORT)
        self.batch()
        self.write("in/a.txt", REPORT.replace("3.45", "4.45").replace("1203.45", "1204.45"))
        (self.folder / "in/b.txt").unlink()
        end = self.batch()
        self.assertEqual(self.counts(end, "read", "vanished"), [1, 1])
        self.assertEqual(self.query("SELECT run, document FROM versions ORDER BY version"),
                         [(1, 1), (1, 2), (2, 3), (2, None)])
        self.assertEqual(self.query("SELECT count(DISTINCT document) FROM facts"), [(3,)],
                         "both versions are kept")
        self.write("in/b.txt", OTHER_REPORT)
        end = self.batch()
        self.assertEqual(self.counts(end, "read", "unchanged"), [0, 2], "a known content comes back")

    def test_rules_alone(self):
        """Other rules map anew what is stored; no file is opened."""
        for name in ("annex.html", "annex.xlsx"):
            self.write(f"in/{name}", (SAMPLES / name).read_bytes())
        self.batch()
        before = self.content()
        catalogue = self.folder / "catalogue"
        catalogue.mkdir()
        rules = (ROOT / "schema" / "labels.tsv").read_text(encoding="utf-8")
        (catalogue / "labels.tsv").write_text(rules + "# another version\n", encoding="utf-8")
        environment = {"ZHIBIAO_CATALOGUE": str(catalogue)}
        shutil.rmtree(self.folder / "in")
        (self.folder / "in").mkdir()
        end = self.batch(environment=environment, status=3)
        self.assertEqual(self.counts(end, "mapped", "read"), [2, 0])
        self.assertEqual(self.content(), before)
        end = self.batch(environment=environment, status=3)
        self.assertEqual(end["mapped"], 0)
        self.assertEqual(len(self.query("SELECT DISTINCT rules FROM runs")), 2)

    def test_options_of_recognition_are_part_of_the_key(self):
        self.write("in/a.txt")
        self.assertEqual(self.batch()["read"], 1)
        self.assertEqual(self.batch("--ocr", "auto", "--language", "chi_sim")["read"], 0, "the defaults")
        self.assertEqual(self.batch("--ocr", "never")["read"], 1)
        self.assertEqual(self.batch("--ocr", "never", "--language", "eng")["read"], 0, "no language is used")
        self.assertEqual(self.batch("--language", "chi_sim+eng", "--mentions")["read"], 1)
        self.assertEqual(self.query("SELECT options FROM documents"), [("mentions language=chi_sim+eng",)])
        for wrong in (("--ocr", "sometimes"), ("--language", "../eng")):
            self.assertEqual(self.run_program("batch", "in", "-s", "store", *wrong)[0], 2)

    def test_builds_are_told_apart(self):
        """Another build of the same version reads again; the present one is not the version alone."""
        self.write("in/a.txt")
        self.batch()
        (program,), = self.query("SELECT program FROM documents")
        self.assertRegex(program, r"^\d+\.\d+\.\d+\+[0-9a-f]{12}$")
        with sqlite3.connect(self.folder / "store/store.sqlite") as database:
            database.execute("UPDATE documents SET program = '0.1.0+000000000000'")
        self.assertEqual(self.batch()["read"], 1)

    def test_an_older_store(self):
        self.write("in/a.txt")
        self.batch()
        with sqlite3.connect(self.folder / "store/store.sqlite") as database:
            database.executescript("DROP TABLE partitioning; DROP INDEX runs_by_id;"
                                   "ALTER TABLE runs DROP COLUMN id; PRAGMA user_version = 1")
        self.assertEqual(self.run_program("export", "-s", "store")[0], 4)
        self.assertEqual(self.batch()["unchanged"], 1)
        self.assertEqual(self.run_program("export", "-s", "store")[0], 0)
        self.assertEqual(self.query("SELECT count(DISTINCT id) FROM runs"), [(2,)])
        with sqlite3.connect(self.folder / "store/store.sqlite") as database:
            database.execute("PRAGMA user_version = 99")
        status, _, messages = self.run_program("batch", "in", "-s", "store")
        self.assertEqual(status, 4)
        self.assertIn("version 99", messages)

    def test_data_files_of_the_user(self):
        """Confined workers read them, too, also those that are loaded late."""
        self.write("in/annex.html", (SAMPLES / "annex.html").read_bytes())
        weights = (ROOT / "schema" / "confidence.tsv").read_text(encoding="utf-8")
        self.write("catalogue/confidence.tsv", re.sub(r"(?m)^base\t.*$", "base\t0.1", weights))
        self.batch()
        before = self.query("SELECT max(confidence) FROM facts")
        end = self.batch(environment={"ZHIBIAO_CATALOGUE": str(self.folder / "catalogue")})
        self.assertEqual(end["mapped"], 1)
        self.assertLess(self.query("SELECT max(confidence) FROM facts"), before)
        self.assertEqual(self.query("SELECT * FROM diagnostics WHERE code = 'catalogue_wrong'"), [])

    def test_quiet_and_bar(self):
        self.write("in/a.txt")
        status, output, messages = self.run_program("batch", "in", "-s", "store", "-q")
        self.assertEqual((status, output, messages), (0, "", ""))
        status, _, messages = self.run_program("batch", "in", "-s", "store", "--progress", "bar")
        self.assertIn("1/1", messages)
        self.assertIn("run 2: 1 files, 1 unchanged", messages)

    def test_usage(self):
        for arguments in ((), ("in",), ("in", "-s", "x", "--progress", "loud"),
                          ("in", "-s", "x", "-j", "1000"), ("in", "-s", "x", "--seconds", "-1")):
            with self.subTest(arguments):
                self.assertEqual(self.run_program("batch", *arguments)[0], 2)
        status, _, messages = self.run_program("batch", "nowhere", "-s", "store")
        self.assertEqual(status, 3)
        self.assertIn("nowhere: No such file", messages)

    def test_inaccessible_folders_do_not_vanish(self):
        self.write("in/a.txt")
        self.batch()
        (self.folder / "in").rename(self.folder / "away")
        end = self.batch(status=3)
        self.assertEqual(end["vanished"], 0)


class TroubleTest(StoreTest):
    def write_copies(self, count):
        """Small documents, each with a content of its own."""
        page = (SAMPLES / "annex.html").read_bytes()
        for number in range(count):
            self.write(f"in/{number:02}.html", page + b"<!-- copy %d -->\n" % number)

    def workers(self, process):
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
        try:
            return [int(pid) for pid in children.read_text().split()]
        except OSError:
            return []

    @unittest.skipIf(SANITIZED, "sanitizers reserve terabytes of addresses")
    def test_memory_limit(self):
        self.write("in/a.pdf", (SAMPLES / "final-accounts.pdf").read_bytes())
        end = self.batch("--memory", "1", status=3)
        self.assertEqual(self.counts(end, "failed", "set_aside"), [1, 1])
        (status, aside, attempts), = self.query("SELECT status, set_aside, attempts FROM documents")
        self.assertIn(status, ("limit", "crashed"))
        self.assertEqual((aside, attempts), (1, 2))
        self.assertEqual(self.query("SELECT kind FROM events"), [("retry",)])
        end = self.batch()
        self.assertEqual(self.counts(end, "unchanged", "read"), [1, 0], "set aside")
        end = self.batch("--retry")
        self.assertEqual(self.counts(end, "read", "set_aside"), [1, 0])

    def torment(self, number, *arguments):
        """Runs batch over one long and one short document; the worker of the long one gets a signal each time
        it is begun. What the store says of it."""
        self.write("in/long.pdf", (SAMPLES / "final-accounts.pdf").read_bytes())
        self.write("in/short.txt")
        process = self.start("batch", "in", "-s", "store", "-q", "-j", "1", *arguments)
        seen, long = set(), 2
        while process.poll() is None:
            for pid in set(self.workers(process)) - seen:
                try:
                    # the probes of the sandbox come first, and the short document last
                    if os.readlink(f"/proc/{pid}/fd/4").endswith("long.pdf") and long > 0:
                        seen.add(pid)
                        long -= 1
                        os.kill(pid, number)
                except OSError:
                    pass
            time.sleep(0.001)
        self.assertEqual(process.returncode, 1)
        self.assertEqual(self.query("SELECT status FROM documents JOIN names USING (document) "
                                    "WHERE path LIKE '%short.txt'"), [("read",)], "the rest goes on")
        return self.query("SELECT status, reason, signal, attempts, set_aside FROM documents "
                          "JOIN names USING (document) WHERE path LIKE '%long.pdf'")

    def test_crash(self):
        self.assertEqual(self.torment(signal.SIGABRT),
                         [("crashed", "ended by SIGABRT", "SIGABRT", 2, 1)])
        self.assertEqual(self.query("SELECT kind, message FROM events"),
                         [("retry", "crashed: ended by SIGABRT")])
        end = self.batch()
        self.assertEqual(self.counts(end, "unchanged", "read", "set_aside"), [2, 0, 1])

    def test_hang(self):
        self.assertEqual(self.torment(signal.SIGSTOP, "--seconds", "3"),
                         [("limit", "time", "SIGKILL", 2, 1)])

    def test_another_run(self):
        self.write("in/a.txt")
        with self.held("store/batch.lock"):
            status, _, messages = self.run_program("batch", "in", "-s", "store")
        self.assertEqual(status, 5)
        self.assertIn("another run", messages)

    def test_a_store_that_is_none(self):
        self.write("in/a.txt")
        self.write("store/store.sqlite", b"no database, but long enough to be looked at" * 40)
        status, _, messages = self.run_program("batch", "in", "-s", "store")
        self.assertEqual(status, 4)
        self.assertIn("store.sqlite", messages)
        for command in ("export", "diff"):
            self.assertEqual(self.run_program(command, "-s", "store")[0], 4)
            self.assertEqual(self.run_program(command, "-s", "missing")[0], 4)

    def test_a_store_that_is_read_only(self):
        self.write("in/a.txt")
        self.batch()
        self.write("in/b.txt", OTHER_REPORT)
        # root writes everywhere, so it is nobody who must not
        self.folder.chmod(0o755)
        (self.folder / "store").chmod(0o555)
        (self.folder / "store/store.sqlite").chmod(0o444)
        for lock in (self.folder / "store").glob("*.lock"):
            lock.unlink()
        user = {} if os.geteuid() else {"user": 65534}
        status, _, messages = self.run_program("batch", "in", "-s", "store", **user)
        self.assertEqual((status, "Permission denied" in messages), (4, True), messages)
        status, output, messages = self.run_program("export", "-s", "store", **user)
        self.assertEqual(status, 0, messages)
        self.assertIn("丁县图书馆", output)
        status, _, messages = self.run_program("merge", "store", "-s", self.writable(), **user)
        self.assertEqual(status, 0, messages)
        (self.folder / "store").chmod(0o755)

    def writable(self):
        folder = self.folder / "merged"
        folder.mkdir()
        folder.chmod(0o777)
        return folder

    def test_killed_and_continued(self):
        """Whatever is killed, what was finished stays, and the end is that of an undisturbed run."""
        copies = 240
        self.write_copies(copies)
        chance, killed, finished = random.Random(8), 0, 0
        for attempt in range(40):
            process = self.start("batch", "in", "-s", "store", "-q", "-j", "2")
            time.sleep(chance.uniform(0.02, 0.2))
            victims = self.workers(process)
            if attempt % 2 == 0 and victims:
                with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
                    os.kill(victims[0], signal.SIGKILL)
                time.sleep(0.02)
            process.kill()
            killed += process.wait() != 0
            tables = (self.folder / "store/store.sqlite").exists() and self.query(
                "SELECT 1 FROM sqlite_master WHERE name = 'documents'")
            if tables:
                now, = self.query("SELECT count(*) FROM documents WHERE status = 'read'")[0]
                self.assertGreaterEqual(now, finished, "nothing is lost")
                finished = now
            if finished == copies:
                break
        if killed == 0:
            self.skipTest("every run ended before it could be killed")
        self.batch("--retry")
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])
        disturbed = self.content()
        shutil.rmtree(self.folder / "store")
        self.batch()
        self.assertEqual(self.content(), disturbed)

    def test_interrupted(self):
        self.write_copies(80)
        process = self.start("batch", "in", "-s", "store", "--progress", "json",
                             stderr=subprocess.PIPE)
        process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        _, messages = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1)
        self.assertTrue(json.loads(messages.splitlines()[-1])["interrupted"])
        self.assertEqual(self.batch()["seen"], 80)


BUDGET = """己县图书馆2024年度部门预算

一、“三公”经费情况

“三公”经费支出预算表
单位：万元
项目\t2024年预算数
合计\t30.00
公务接待费\t10.00
公务用车运行维护费\t20.00
"""

ACCOUNTS = """己县图书馆2024年度部门决算

财政拨款“三公”经费支出决算表
单位：万元
项目\t年初预算数\t决算数
合计\t30.00\t25.00
公务接待费\t11.00\t9.00
公务用车运行维护费\t20.00\t16.00
"""

NEXT_ACCOUNTS = """己县图书馆2025年度部门决算

财政拨款“三公”经费支出决算表
单位：万元
项目\t2024年决算数\t2025年决算数
合计\t25.00\t24.00
公务接待费\t8.00\t8.00
公务用车运行维护费\t16.00\t16.00
"""

EVALUATION = """己县图书馆2024年度部门整体支出绩效自评报告

一、部门概况

2024年“三公”经费支出25.00万元，其中公务接待费支出9.50万元，公务用车运行维护费支出16.00万元。
"""

DEPARTMENT = """庚县文化局2024年度部门预算

部门支出预算总表
单位：万元
单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t30.00\t20.00\t10.00
101001\t庚县图书馆\t12.00\t8.00\t4.00
101002\t庚县文化馆\t18.00\t12.00\t6.00
"""

UNIT = """%s2024年度部门预算

支出预算表
单位：万元
项目\t2024年预算数
支出合计\t%s
"""


class CrossCheckTest(StoreTest):
    def checks(self, rule):
        return self.query("SELECT f.indicator, c.status, expected, found, tolerance FROM cross_checks c "
                          "JOIN facts f USING (document, fact) WHERE rule = ? ORDER BY 1, 3", rule)

    def test_last_year_and_evaluation(self):
        self.write("in/accounts.txt", ACCOUNTS)
        self.write("in/next.txt", NEXT_ACCOUNTS)
        self.write("in/evaluation.txt", EVALUATION)
        self.batch()
        self.assertEqual(self.checks("cross.last_year_accounts"),
                         [("three_public.reception", "fail", "90000", "80000", "100"),
                          ("three_public.total", "pass", "250000", "250000", "100"),
                          ("three_public.vehicle_operation", "pass", "160000", "160000", "100")])
        self.assertEqual(self.checks("cross.evaluation"),
                         [("three_public.reception", "fail", "90000", "95000", "100"),
                          ("three_public.total", "pass", "250000", "250000", "100"),
                          ("three_public.vehicle_operation", "pass", "160000", "160000", "100")])

    def test_department_and_units(self):
        self.write("in/department.txt", DEPARTMENT)
        self.write("in/library.txt", UNIT % ("庚县图书馆", "12.00"))
        self.batch()
        self.assertEqual(self.checks("cross.unit_budget"),
                         [("expenditure.total", "pass", "120000", "120000", "100")])
        self.assertEqual(self.checks("cross.units_sum_budget"), [], "a unit's document is missing")
        self.write("in/house.txt", UNIT % ("庚县文化馆", "17.00"))
        self.batch()
        self.assertEqual(self.checks("cross.unit_budget"),
                         [("expenditure.total", "pass", "120000", "120000", "100"),
                          ("expenditure.total", "fail", "170000", "180000", "100")])
        self.assertEqual(self.checks("cross.units_sum_budget"),
                         [("expenditure.total", "fail", "290000", "300000", "150")])

    def test_budget_against_accounts(self):
        self.write("in/budget.txt", BUDGET)
        self.write("in/accounts.txt", ACCOUNTS)
        end = self.batch()
        checks = self.checks("cross.budget_initial")
        self.assertEqual(checks, [("three_public.reception", "fail", "100000", "110000", "100"),
                                  ("three_public.total", "pass", "300000", "300000", "100"),
                                  ("three_public.vehicle_operation", "pass", "200000", "200000", "100")])
        self.assertEqual(end["failed_cross_checks"], 1)
        self.write("in/accounts.txt", ACCOUNTS.replace("11.00", "10.00"))
        self.assertEqual(self.batch()["failed_cross_checks"], 0)

    def test_rules_that_are_wrong(self):
        self.write("in/a.txt")
        self.write("catalogue/cross-checks.tsv", "cross.none\tnever\n")
        status, _, messages = self.run_program(
            "batch", "in", "-s", "store", environment={"ZHIBIAO_CATALOGUE": str(self.folder / "catalogue")})
        self.assertEqual(status, 2)
        self.assertIn("cross-checks.tsv: line 1", messages)


if __name__ == "__main__":
    unittest.main()
