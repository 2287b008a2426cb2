/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Where a number stands, in the words that stand there: what a person looks for on the page. The caller frees
 * what is returned. */

/* The table numbered @number; NULL where there is none. */
const ZbReportTable *zb_fact_place_table (const ZbReport *report, guint number);

/* 表9《财政拨款“三公”经费支出决算表》（公开09表） */
char *zb_fact_place_title (const ZbReportTable *table);

/* The names in front of the number in its row, outermost first, with › between them; NULL where its row has
 * none, or it stands in a sentence. */
char *zb_fact_place_row (const ZbReport *report, const ZbFact *fact);

/* The words above the number in the header of its column, likewise. */
char *zb_fact_place_column (const ZbReport *report, const ZbFact *fact);

/* The header cells above column @col (const ZbCell *), outermost first, each once; without those that head the
 * whole table or only number its columns. */
GPtrArray *zb_fact_place_header (const ZbTable *table, guint col);

/* The name cells in front of @col in @row (const ZbCell *), from left to right. */
GPtrArray *zb_fact_place_names (const ZbTable *table, guint row, guint col);

/* The last heading in front of block @block; borrowed; NULL where none. */
const ZbBlock *zb_fact_place_heading (const ZbDocument *document, guint block);

/* The words around a number in a sentence, without the mark between two clauses that they may begin with; borrowed. */
const char *zb_fact_place_quote (const ZbFact *fact);

/* The row and column, or the sentence: 「公务接待费」行、「2023年 › 决算数」列; 正文「支出决算为2.18万元」. */
char *zb_fact_place_describe (const ZbReport *report, const ZbFact *fact);

G_END_DECLS
