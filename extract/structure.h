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

/* Sets title, unit, form and department of every table from the blocks just before it (and from
 * leading rows of the grid that hold nothing else), and its notes from those just after. */
void zb_captions_attach (ZbDocument *document);

/* The leading rows of @table that hold no data: words in every column, the rows that their cells
 * span, and a row that numbers the columns. Needs zb_table_finish(). */
guint zb_table_count_header_rows (const ZbTable *table);

/* Sets table->header_rows where it is 0: the leading rows before the first row of data. */
void zb_table_mark_header (ZbTable *table);

G_END_DECLS
