/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* What each row of an evaluation says by itself: a target that is reached has its points or a
 * reason why not, a date has its month. */
void zb_check_rows (ZbReport *report, const ZbEvaluation *evaluation);

/* A rate is no count of things: what a goal or an outcome named 率 is measured in. */
void zb_check_row_units (ZbReport *report, const ZbEvaluation *evaluation);

G_END_DECLS
