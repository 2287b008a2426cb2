/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* Passes over a finished document that are the same for every format. Each changes the document
 * in place, and none needs geometry. zb_structure_run() calls them in the order below. */
void zb_structure_run (ZbDocument *document);

/* Paragraphs that are headings by their printed number (第一部分, 一、, （一）, 1.) become headings,
 * and lines of a table of contents get ZB_ROLE_CONTENTS. A block that already is a heading keeps
 * its level. */
void zb_outline_mark (ZbDocument *document);

/* Joins tables that a blank paragraph or row has cut where the format has no pages: the second stands
 * directly below the first, has no header of its own, and its columns hold what those of the first do. */
void zb_tables_resume (ZbDocument *document);

/* Sets title, unit, form and department of every table from the blocks just before it (and from
 * leading rows of the grid that hold nothing else), and its notes from those just after. */
void zb_captions_attach (ZbDocument *document);

/* The first rows of @table that hold captions and nothing else: title, unit, form, department, and
 * lines over the whole width above one of these. Needs zb_table_finish(). */
guint zb_captions_count_rows (const ZbTable *table);

/* The leading rows of @table that hold no data: captions, words in every column, the rows that
 * their cells span, and a row that numbers the columns. Needs zb_table_finish(). */
guint zb_table_count_header_rows (const ZbTable *table);

/* Whether @folded is a number as a cell of its own: 1,523.68, -3.2%. A year is none: it stands in headers. */
gboolean zb_table_is_value (const char *folded);

/* Sets table->header_rows where it is 0: the leading rows before the first row of data. */
void zb_table_mark_header (ZbTable *table);

G_END_DECLS
