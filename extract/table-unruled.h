/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-columns.h"
#include "table-finder.h"

G_BEGIN_DECLS

/* A table made of text alone, while it is put together. */
typedef struct {
  ZbTextRuns *runs;     /* borrowed */
  guint from, body, to; /* lines: the header from `from`, the body from `body` up to `to` */
  GArray *columns;      /* ZbTextColumn */
  GArray *rows;         /* guint: the row of each line of the body, from 0 */
} ZbTextTable;

/* One header cell: runs one under the other, and the places that they name. */
typedef struct {
  guint row, col, rowspan, colspan;
  GArray *runs; /* guint: indices of runs */
} ZbHeaderCell;

/* Sets table->rows: lines of one row are those that a cell wraps, and those whose numbers stand
 * above or below the words. */
void zb_table_unruled_set_rows (ZbTextTable *table);

/* The header cells of @table (ZbHeaderCell *), and in *@rows the number of its header rows. A word
 * over several columns that have words of their own spans those in whose middle it stands. The
 * caller frees the array. */
GPtrArray *zb_table_unruled_get_header (const ZbTextTable *table, guint *rows);

/* Finds the tables without rulings among the glyphs of @content that no ruled table took, and
 * moves their glyphs out. Running text, lists and tables of contents are none: a table has a column
 * of values. Returns ZbFoundTable * from top to bottom; the caller frees the array. */
GPtrArray *zb_table_unruled_run (ZbPageContent *content);

G_END_DECLS
