/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Where the partner of a fact is looked for. */
typedef enum {
  ZB_PLACE_ROW,      /* the same row of the same table */
  ZB_PLACE_TABLE,    /* the same table */
  ZB_PLACE_NEAR,     /* the same row of the same table, or the same paragraph */
  ZB_PLACE_ANYWHERE, /* near first, then the whole document */
} ZbPlace;

/* Whether @fact is one that @term of a formula means (its dimensions aside). */
gboolean zb_term_matches (const ZbTerm *term, const ZbFact *fact);

/* The fact that @term means beside @left: the same dimensions but for what the term fixes, and
 * @years_back years earlier. Borrowed; NULL where none is printed. */
ZbFact *zb_term_find (const ZbReport *report, const ZbFact *left, const ZbTerm *term,
                      ZbPlace place, guint years_back);

/* The facts of @table or of the paragraph @block (ZbFact *), in the order of their printing. The caller frees
 * the array. */
GPtrArray *zb_facts_of_table (const ZbReport *report, const ZbReportTable *table);
GPtrArray *zb_facts_of_paragraph (const ZbReport *report, guint block);

/* Whether @rule is about @fact of @report by where it stands: in the text, or in a table of a kind that it names. */
gboolean zb_rule_covers (const ZbRule *rule, const ZbReport *report, const ZbFact *fact);

G_END_DECLS
