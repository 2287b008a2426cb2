/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-columns.h"
#include "table-finder.h"

G_BEGIN_DECLS

/* A table made of text alone, while it is put together. */
typedef struct {
  ZbTextRuns *runs;     /* borrowed */
  guint from, body, to; /* lines: the header from `from`, the body from `body` up to `to` */
  gboolean ordinals;    /* the first line of the body numbers the columns */
  GArray *columns;      /* ZbTextColumn */
  GArray *rows;         /* guint: the row of each run of the body, from 0 */
  guint row_count;
} ZbTextTable;

/* The lines and runs of table->runs, borrowed. */
const ZbRunLine *zb_text_table_line (const ZbTextTable *table, guint line);
ZbTextRun *zb_text_table_run (const ZbTextTable *table, guint run);
/* The first run of the body, and the one behind its last. */
guint zb_text_table_first_run (const ZbTextTable *table);
guint zb_text_table_end_run (const ZbTextTable *table);

/* Whether the runs of @line count: 1, 2, 3 …, beside nothing but the word for it. */
gboolean zb_table_ordinals_are_on (const ZbTextRuns *runs, guint line);

/* Sets table->rows: lines of one row are those that a cell wraps, and those whose numbers stand
 * above or below the words. */
void zb_table_unruled_set_rows (ZbTextTable *table);

/* Moves the pieces of wrapped cells that stand on lines of their own, above and below the line with the numbers of
 * their row, into that row. */
void zb_table_unruled_join_wraps (ZbTextTable *table);

/* One word of the header: runs one under the other that are read as one. */
typedef struct {
  GArray *runs; /* guint */
  char *text;
  ZbBox box;
  double size;   /* font size */
  gboolean leaf; /* no other word stands under it */
  guint col, colspan, row, rowspan; /* once they are known */
} ZbHeadBlock;

/* The words of the header (ZbHeadBlock *), from top to bottom. The caller unrefs the array. */
GPtrArray *zb_head_blocks_new (const ZbTextTable *table);

/* The bounds of the word's place between its neighbours on a line, and whether @below lies under it there. */
gboolean zb_head_blocks_is_under (const GPtrArray *blocks, const ZbHeadBlock *over, const ZbHeadBlock *below);

/* Marks the leaves of @blocks, the words that stand over no other; where no word is @known, they are marked already.
 * Returns them (ZbHeadBlock *, borrowed) from left to right; the caller unrefs the array. */
GPtrArray *zb_head_leaves_collect (const ZbTextTable *table, const GPtrArray *blocks, gboolean known);

/* Gives each leaf of @blocks the column that it heads; a word over a column without values makes that column. Numbers of the
 * columns go to the columns whose words they stand under. FALSE where some column of values has no word or
 * some words no column of their own. */
gboolean zb_head_columns_assign (ZbTextTable *table, const GPtrArray *blocks);

/* Spreads the other words over the columns that they head, and gives all their rows. Returns the number of
 * header rows. */
guint zb_head_spans_set (const ZbTextTable *table, const GPtrArray *blocks);

/* The grid of @table, whose header is @blocks. */
ZbFoundTable *zb_table_unruled_build (const ZbTextTable *table, const GPtrArray *blocks, guint header_rows, guint page);

/* Finds the tables without rulings among the glyphs of @content that no ruled table took, and
 * moves their glyphs out. Running text, lists and tables of contents are none: a table has a column
 * of values. Returns ZbFoundTable * from top to bottom; the caller frees the array. */
GPtrArray *zb_table_unruled_run (ZbPageContent *content);

G_END_DECLS
