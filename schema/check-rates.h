/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type ratio, change or change_rate for every fact that its left side means.
 * Where a rate fails only because an amount is printed in 元 among 万元, the rate is the proof that
 * the unit is wrong: the amount is corrected and flagged. */
void zb_check_rates (ZbReport *report, const ZbRule *rule);

G_END_DECLS
