-- SPDX-License-Identifier: GPL-3.0-or-later
-- The store, version 2. docs/store.md explains every table and column.

CREATE TABLE runs (run INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, program TEXT NOT
  NULL, rules TEXT NOT NULL, options TEXT NOT NULL, seen INTEGER, unchanged INTEGER, "read"
  INTEGER, mapped INTEGER, unreadable INTEGER, failed INTEGER, vanished INTEGER, id TEXT);

CREATE UNIQUE INDEX runs_by_id ON runs (id);

CREATE TABLE partitioning (shard INTEGER NOT NULL, shards INTEGER NOT NULL);

CREATE TABLE documents (document INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER
  NOT NULL, status TEXT NOT NULL, reason TEXT, signal TEXT, set_aside INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER, program TEXT, rules TEXT, options TEXT, run INTEGER, processor_ms INTEGER,
  memory_kib INTEGER, media_type TEXT, pages INTEGER, kind TEXT, title TEXT, entity TEXT,
  fiscal_year INTEGER, text_origin TEXT, glyphs INTEGER, in_cells INTEGER, in_blocks INTEGER,
  in_furniture INTEGER, left_out INTEGER);

CREATE INDEX documents_by_entity ON documents (entity, fiscal_year, kind);

CREATE TABLE names (name INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, document INTEGER, size
  INTEGER, inode INTEGER, modified INTEGER, changed INTEGER);

CREATE INDEX names_by_document ON names (document);

CREATE TABLE versions (version INTEGER PRIMARY KEY, name INTEGER NOT NULL, run INTEGER NOT NULL,
  document INTEGER);

CREATE INDEX versions_by_name ON versions (name, run);

CREATE INDEX versions_by_document ON versions (document);

CREATE TABLE sections (document INTEGER NOT NULL, section INTEGER NOT NULL, level INTEGER, number
  TEXT, title TEXT, page INTEGER, PRIMARY KEY (document, section)) WITHOUT ROWID;

CREATE TABLE tables (document INTEGER NOT NULL, "table" INTEGER NOT NULL, kind TEXT, title TEXT,
  unit TEXT, first_page INTEGER, last_page INTEGER, "rows" INTEGER, cols INTEGER, header_rows
  INTEGER, state TEXT, PRIMARY KEY (document, "table")) WITHOUT ROWID;

CREATE TABLE facts (document INTEGER NOT NULL, fact INTEGER NOT NULL, indicator TEXT NOT NULL,
  label TEXT, period TEXT, measure TEXT, fund TEXT, function TEXT, economic TEXT, subject_kind
  TEXT, subject TEXT, value TEXT NOT NULL, half_unit TEXT NOT NULL, unit TEXT, raw TEXT, raw_unit
  TEXT, source_kind TEXT, "table" INTEGER, row INTEGER, col INTEGER, page INTEGER, x0 REAL, y0
  REAL, x1 REAL, y1 REAL, quote TEXT, confidence REAL, flags TEXT, preferred INTEGER NOT NULL,
  review INTEGER NOT NULL, suggestion_value TEXT, unit_from TEXT, PRIMARY KEY (document, fact)) WITHOUT ROWID;

CREATE INDEX facts_by_indicator ON facts (indicator, period, measure);

CREATE TABLE evaluations (document INTEGER NOT NULL, evaluation INTEGER NOT NULL, phase TEXT,
  scope TEXT, name TEXT, year INTEGER, supervisor TEXT, implementer TEXT, "table" INTEGER,
  goal_expected TEXT, goal_actual TEXT, total_weight TEXT, total_score TEXT, grade TEXT, PRIMARY
  KEY (document, evaluation)) WITHOUT ROWID;

CREATE TABLE evaluation_rows (document INTEGER NOT NULL, evaluation INTEGER NOT NULL, row INTEGER
  NOT NULL, level1 TEXT, level1_weight TEXT, level2 TEXT, level3 TEXT, target_raw TEXT, target_op
  TEXT, target_value TEXT, target_unit TEXT, actual_raw TEXT, actual_op TEXT, actual_value TEXT,
  actual_unit TEXT, weight TEXT, score TEXT, deviation TEXT, page INTEGER, confidence REAL, flags
  TEXT, review INTEGER, PRIMARY KEY (document, evaluation, row)) WITHOUT ROWID;

CREATE TABLE checks (document INTEGER NOT NULL, "check" INTEGER NOT NULL, rule TEXT, status TEXT,
  facts TEXT, expected TEXT, found TEXT, difference TEXT, tolerance TEXT, message TEXT, PRIMARY
  KEY (document, "check")) WITHOUT ROWID;

CREATE TABLE diagnostics (document INTEGER NOT NULL, diagnostic INTEGER NOT NULL, severity TEXT,
  code TEXT, message TEXT, page INTEGER, PRIMARY KEY (document, diagnostic)) WITHOUT ROWID;

CREATE TABLE models (document INTEGER PRIMARY KEY, model BLOB NOT NULL);

CREATE TABLE outputs (document INTEGER PRIMARY KEY, size INTEGER NOT NULL, json BLOB NOT NULL);

CREATE TABLE cross_checks (rule TEXT NOT NULL, document INTEGER NOT NULL, fact INTEGER NOT NULL,
  other_document INTEGER NOT NULL, other_fact INTEGER NOT NULL, status TEXT NOT NULL, expected
  TEXT, found TEXT, difference TEXT, tolerance TEXT, message TEXT, PRIMARY KEY (rule, document,
  fact, other_document, other_fact)) WITHOUT ROWID;

CREATE TABLE events (event INTEGER PRIMARY KEY, run INTEGER, time TEXT NOT NULL, document INTEGER,
  kind TEXT NOT NULL, message TEXT);

CREATE TABLE fetches (fetch INTEGER PRIMARY KEY, source TEXT NOT NULL, url TEXT NOT NULL, time
  TEXT NOT NULL, status INTEGER, outcome TEXT NOT NULL, message TEXT, link_text TEXT, page_url
  TEXT, media_type TEXT, headers TEXT, etag TEXT, last_modified TEXT, sha256 TEXT, bytes INTEGER,
  path TEXT);

CREATE INDEX fetches_by_url ON fetches (url, fetch);

CREATE VIEW current_facts AS SELECT n.path, d.sha256, d.kind, d.entity, d.fiscal_year, f.* FROM
  facts f JOIN documents d USING (document) JOIN (SELECT document, min (path) AS path FROM names
  WHERE document IS NOT NULL GROUP BY document) n USING (document);
