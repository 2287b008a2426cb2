# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `zhibiao batch` on a store and looks into it."""
import json
import sqlite3

from program import ProgramTest

# Everything of a store but what tells when and how it came about.
CONTENT = """
    SELECT d.sha256, status, media_type, d.kind, d.entity, f.* FROM documents d
        LEFT JOIN (SELECT document AS owner, fact, indicator, period, measure, value, confidence, flags
                   FROM facts) f ON f.owner = d.document ORDER BY d.sha256, fact"""


class StoreTest(ProgramTest):
    def batch(self, *arguments, status=0, **options):
        """The last line of standard error, as JSON."""
        found, output, messages = self.run_program("batch", "in", "--store", "store", "--progress",
                                                   "json", *arguments, **options)
        self.assertEqual((found, output), (status, ""), messages)
        return json.loads(messages.splitlines()[-1])

    def query(self, sql, *parameters):
        with sqlite3.connect(self.folder / "store" / "store.sqlite") as database:
            return database.execute(sql, parameters).fetchall()

    def content(self):
        """Documents by checksum, as their numbers depend on the order of reading."""
        rows = self.query(CONTENT)
        return [row[:5] + row[6:] for row in rows]

    def counts(self, end, *names):
        return [end[name] for name in names]
