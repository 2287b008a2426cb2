# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao batch --shard and zhibiao merge: parts that together are the whole."""
import os
import pathlib
import random
import shutil
import sqlite3
import time
import unittest

from program import OTHER_REPORT, REPORT
from store import StoreTest

SAMPLES = pathlib.Path(os.environ["SAMPLES"])
ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMATS = ("csv", "ndjson", "documents")


class MergeTest(StoreTest):
    def read(self, store, *arguments, status=0, folder="in"):
        found, _, messages = self.run_program("batch", folder, "-s", store, *arguments)
        self.assertEqual(found, status, messages)
        return messages

    def merge(self, *arguments, into="store", status=0):
        found, output, messages = self.run_program("merge", *arguments, "-s", into)
        self.assertEqual((found, output), (status, ""), messages)
        return messages

    def exports(self, store):
        return [self.run_program("export", "-s", store, "-f", form)[1] for form in FORMATS]

    def dump(self, store="store"):
        with sqlite3.connect(self.folder / store / "store.sqlite") as database:
            return list(database.iterdump())

    def write_reports(self, count):
        """Documents of their own in several folders, some contents under two names, one damaged."""
        page = (SAMPLES / "annex.html").read_bytes()
        for number in range(count):
            self.write(f"in/{number % 3}/{number:02}.html", page + b"<!-- %d -->" % (number // 2))
        self.write("in/丁县.txt")
        self.write("in/deep/er/戊县.txt", OTHER_REPORT)
        self.write("in/z/broken.pdf", b"%PDF-1.4\nnothing\n")

    def read_shards(self, count, **options):
        for number in range(1, count + 1):
            status = self.run_program("batch", "in", "-s", f"part{number}", "-q",
                                      "--shard", f"{number}/{count}", **options)[0]
            self.assertIn(status, (0, 1, 3))
        return [f"part{number}" for number in range(1, count + 1)]


class ShardTest(MergeTest):
    def paths(self, store):
        with sqlite3.connect(self.folder / store / "store.sqlite") as database:
            return {row[0] for row in database.execute("SELECT path FROM names WHERE document NOT NULL")}

    def test_every_file_is_in_one_shard(self):
        self.write_reports(20)
        seen = [self.paths(store) for store in self.read_shards(4)]
        self.assertEqual(sum(map(len, seen)), 23)
        self.assertEqual(len(set().union(*seen)), 23)
        self.assertGreater(sum(len(part) > 0 for part in seen), 2, "they are spread")

    def test_the_shard_is_by_the_path_below_the_folder(self):
        self.write_reports(20)
        parts = [self.paths(store) for store in self.read_shards(4)]
        (self.folder / "in").rename(self.folder / "elsewhere")
        self.run_program("batch", "elsewhere", "-s", "moved", "--shard", "2/4")
        relative = {path.replace("/in/", "/elsewhere/") for path in parts[1]}
        self.assertEqual(self.paths("moved"), relative)

    def test_files_of_other_shards_have_not_vanished(self):
        self.write_reports(12)
        self.read("one", "--shard", "1/2")
        before = self.paths("one")
        gone = sorted(before)[0]
        os.unlink(gone)
        messages = self.read("one", "--shard", "1/2")
        self.assertIn("1 vanished", messages)
        self.assertEqual(self.paths("one"), before - {gone})

    def test_another_partition_is_refused(self):
        self.write("in/a.txt")
        self.run_program("batch", "in", "-s", "part", "--shard", "1/3")
        for arguments in ((), ("--shard", "2/3"), ("--shard", "1/4")):
            with self.subTest(arguments):
                self.assertIn("holds shard 1 of 3", self.read("part", *arguments, status=2))
        self.read("whole", "--shard", "1/1")
        self.assertIn("not divided", self.read("whole", "--shard", "1/3", status=2))
        self.read("whole")
        self.assertIn("holds shard 1 of 3", self.merge("whole", into="part", status=2))

    def test_empty_shards_are_done(self):
        self.write("in/a.txt")
        statuses = [self.run_program("batch", "in", "-s", f"s{n}", "--shard", f"{n}/3")[0] for n in (1, 2, 3)]
        self.assertEqual(statuses, [0, 0, 0])

    def test_the_bar_counts_the_shard(self):
        self.write_reports(12)
        status, _, messages = self.run_program("batch", "in", "-s", "part", "--shard", "1/2",
                                               "--progress", "bar")
        count = len(self.paths("part"))
        self.assertIn(f"{count}/{count},", messages)

    def test_usage(self):
        for wrong in ("0/3", "4/3", "1", "1/", "/3", "a/b", "1/3/5", "1/1000000", "-1/3"):
            with self.subTest(wrong):
                self.assertIn("--shard", self.read("part", "--shard", wrong, status=2))


class WholeTest(MergeTest):
    def test_merged_shards_are_the_whole(self):
        self.write_reports(24)
        self.run_program("batch", "in", "-s", "whole", "-q")
        parts = self.read_shards(3)
        self.merge(*parts)
        whole = self.exports("whole")
        self.assertEqual(self.exports("store"), whole)
        self.assertGreater(whole[0].count("\n"), 50)
        before = self.dump()
        self.assertNotIn("are new", self.merge(*parts), "nothing comes twice")
        self.assertEqual(self.dump(), before, "merged twice changes nothing")
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])
        shutil.rmtree(self.folder / "store")
        self.merge(*reversed(parts))
        self.assertEqual(self.exports("store"), whole, "in whatever order")
        for part in parts:
            self.merge(part, into="one-by-one")
        self.assertEqual(self.exports("one-by-one"), whole)
        self.merge("one-by-one", into="again")
        self.assertEqual(self.exports("again"), whole, "a merged store can be merged")

    def test_every_table_comes(self):
        self.write("in/report.docx", (SAMPLES / "performance-report.docx").read_bytes())
        self.write("in/annex.xlsx", (SAMPLES / "annex.xlsx").read_bytes())
        self.write("in/broken.pdf", b"%PDF-1.4\nnothing\n")
        self.read("whole", status=1)
        self.merge("whole")
        with sqlite3.connect(self.folder / "whole/store.sqlite") as database:
            tables = [row[0] for row in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'")]
            counts = {table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()
                      for table in tables}
        self.assertGreater(counts["evaluation_rows"][0], 0)
        self.assertGreater(counts["events"][0], 0)
        for table in tables:
            with self.subTest(table):
                self.assertEqual(self.query(f'SELECT count(*) FROM "{table}"'), [counts[table]])

    def test_history_and_diff(self):
        self.write_reports(10)
        parts = self.read_shards(2)
        self.merge(*parts)
        self.write("in/丁县.txt", REPORT.replace("3.45", "4.45").replace("1203.45", "1204.45"))
        os.unlink(self.folder / "in/deep/er/戊县.txt")
        self.write("in/new.txt", OTHER_REPORT.replace("戊县", "己县"))
        time.sleep(1)  # a later second is a later run
        self.read_shards(2)
        messages = self.merge(*parts)
        self.assertIn("runs 3 to 4 are new", messages)
        status, output, _ = self.run_program("diff", "--since", "2", "-s", "store")
        for words in ("丁县.txt", "new.txt", "戊县.txt"):
            self.assertIn(words, output)
        self.assertEqual(output.count("丁县.txt"), 1)
        self.assertEqual(self.query("SELECT count(*) FROM names WHERE document IS NULL"), [(1,)])
        self.assertEqual(self.query("SELECT count(*) FROM versions JOIN names USING (name) "
                                    "WHERE path LIKE '%丁县.txt'"), [(2,)])
        self.run_program("batch", "in", "-s", "whole", "-q")
        self.assertEqual(self.exports("store"), self.exports("whole"))
        # the merged store knows the files themselves
        self.assertIn("0 read", self.read("store"))

    def test_newer_results_take_the_place_of_older_ones(self):
        self.write("in/a.txt")
        self.read("old")
        self.merge("old")
        time.sleep(1)
        self.read("old", "--mentions")
        self.assertIn("1 replaced", self.merge("old"))
        self.assertEqual(self.query("SELECT options FROM documents"), [("mentions",)])
        self.assertIn("0 replaced", self.merge("old"))

    def test_a_copy_that_is_behind_undoes_nothing(self):
        self.write("in/a.txt")
        self.read("store1")
        shutil.copytree(self.folder / "store1", self.folder / "backup")
        time.sleep(1)
        os.unlink(self.folder / "in/a.txt")
        self.write("in/b.txt", OTHER_REPORT)
        self.read("store1")
        self.merge("store1")
        before = self.dump()
        self.merge("backup")
        self.assertEqual(self.dump(), before)

    def test_checks_across_documents_run_again(self):
        unit = "%s2024年度部门预算\n\n支出预算表\n单位：万元\n项目\t2024年预算数\n支出合计\t%s\n"
        department = ("庚县文化局2024年度部门预算\n\n部门支出预算总表\n单位：万元\n单位编码\t单位名称\t合计\t基本支出\t项目支出\n"
                      "\t合计\t30.00\t20.00\t10.00\n101001\t庚县图书馆\t12.00\t8.00\t4.00\n"
                      "101002\t庚县文化馆\t18.00\t12.00\t6.00\n")
        self.write("a/department.txt", department)
        self.write("b/library.txt", unit % ("庚县图书馆", "13.00"))
        self.read("first", folder="a")
        self.read("second", folder="b")
        self.assertIn("1 checks across documents failed", self.merge("first", "second"))
        self.assertEqual(self.query("SELECT rule, status FROM cross_checks"), [("cross.unit_budget", "fail")])


class TroubleTest(MergeTest):
    def test_killed_and_continued(self):
        self.write_reports(60)
        parts = self.read_shards(2)
        self.merge(*parts, into="undisturbed")
        chance, killed = random.Random(8), 0
        for _ in range(40):
            process = self.start("merge", *parts, "-s", "store", "-q")
            time.sleep(chance.uniform(0.002, 0.05))
            process.kill()
            killed += process.wait() != 0
        if killed == 0:
            self.skipTest("every merge ended before it could be killed")
        self.merge(*parts)
        self.assertEqual(self.query("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.exports("store"), self.exports("undisturbed"))
        for table in ("documents", "names", "versions", "events", "runs", "facts", "outputs"):
            with sqlite3.connect(self.folder / "undisturbed/store.sqlite") as database:
                expected = database.execute(f"SELECT count(*) FROM {table}").fetchall()
            self.assertEqual(self.query(f"SELECT count(*) FROM {table}"), expected, table)

    def test_stores_that_cannot_be_merged(self):
        self.write("in/a.txt")
        self.read("part")
        self.assertIn("nowhere: no store", self.merge("nowhere", status=4))
        self.assertFalse((self.folder / "nowhere").exists())
        self.write("bad/store.sqlite", b"no database, but long enough to be looked at" * 40)
        self.assertIn("bad", self.merge("bad", status=4))
        self.assertIn("into itself", self.merge("part", into="part", status=2))
        self.assertEqual(self.run_program("merge", "-s", "store")[0], 2)
        self.assertEqual(self.run_program("merge", "part")[0], 2)
        for lock in ("part", "store"):
            with self.held(f"{lock}/batch.lock"):
                self.merge("part", status=5)
        self.assertIn("1 new", self.merge("part"))


if __name__ == "__main__":
    unittest.main()
