/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type copied: in no table of its scope are all amounts of left the same as the ones of right
 * beside them, where there are enough of them for chance to be out of the question. */
void zb_check_copied (ZbReport *report, const ZbRule *rule);

/* Evaluates a rule of type leap: no amount of left is tenfold that of the year before in the same table, or a tenth
 * of it. */
void zb_check_leaps (ZbReport *report, const ZbRule *rule);

/* Evaluates a rule of type stale: no amount of left in a sentence that other places contradict is this year's less the
 * change that is printed elsewhere, and so last year's. */
void zb_check_stale (ZbReport *report, const ZbRule *rule);

G_END_DECLS
