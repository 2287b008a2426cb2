/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"
#include "text-table.h"

G_BEGIN_DECLS

/* A stretch of lines that is a table of a print, or the part of one on one page. */
typedef struct {
  guint from, to; /* lines of the source */
  ZbTable *table; /* owned; NULL where the lines belong to the table before */
  gboolean doubtful; /* its columns are not certain, and it has no table */
} ZbTextPrintTable;

/* Finds the tables of which spaces keep the columns apart, as programs write that print a page with the characters
 * of a terminal: in every line the characters stand in as many places as on the page. Returns ZbTextPrintTable *
 * from top to bottom; the caller unrefs the array. */
GPtrArray *zb_text_print_find_tables (const ZbTextSource *source);

/* The pages of such a print: each character as a glyph with a box as large as its place. Returns ZbPageContent *,
 * and in @starts (guint) the first line of each; the caller unrefs the array. */
GPtrArray *zb_text_print_pages (const GPtrArray *lines, GArray *starts);

/* Appends the rows that the lines from @from to before @to print, which are the next page of @table without its head,
 * where one way alone of putting them in its columns makes their sums right. FALSE, and nothing done, else. */
gboolean zb_text_print_continue (const GPtrArray *lines, guint from, guint to, ZbTable *table);

/* The line of the page, from 0, on which @y lies. */
guint zb_text_print_line_at (double y);

G_END_DECLS
