/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type row_parts: in a table most rows of which print left together with one of the terms
 * on the right, no row prints left alone. */
void zb_check_row_parts (ZbReport *report, const ZbRule *rule);

/* Evaluates a rule of type row_totals: where a table has rows with left and the terms on the right, no two rows print
 * amounts of the right without left. */
void zb_check_row_totals (ZbReport *report, const ZbRule *rule);

G_END_DECLS
