/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type counted: where left, an amount, is above zero, the count on the right that is
 * printed near it is not zero. */
void zb_check_counted (ZbReport *report, const ZbRule *rule);

/* Evaluates a rule of type label_year: what stands before the numbers that the terms on the right mean names no
 * other year than they are of. */
void zb_check_label_years (ZbReport *report, const ZbRule *rule);

/* Evaluates a rule of type decimals: no amount of a table has more decimals than all others of it and is at
 * the same time a tenth or tenfold of the same amount of another year. */
void zb_check_decimals (ZbReport *report, const ZbRule *rule);

G_END_DECLS
