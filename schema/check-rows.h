/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* What each row of an evaluation says by itself: a target that is reached has its points or a
 * reason why not, a date has its month. */
void zb_check_rows (ZbReport *report, const ZbEvaluation *evaluation);

/* A rate is no count of things: what a goal or an outcome named 率 is measured in. A goal that is words comes
 * in no number of things either. */
void zb_check_row_units (ZbReport *report, const ZbEvaluation *evaluation);

/* Whether row @index of @rows (ZbEvaluationRow *) begins the goals of another project or unit that its form joins
 * to the ones before: its first level is among @levels, a set which it is added to, and was left for another. */
gboolean zb_check_rows_begin_again (const GPtrArray *rows, guint index, GHashTable *levels);

/* The row that says what the whole of the form may cost names an amount that its funds are. */
void zb_check_whole_cost (ZbReport *report, const ZbEvaluation *evaluation);

G_END_DECLS
