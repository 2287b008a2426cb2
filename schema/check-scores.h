/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* The rules of evaluation forms: no score above its weight, weights and scores add up to the printed
 * totals and to the weight printed with their first level, the score of the funds follows from the
 * execution rate, no form and no row stands twice. */
void zb_check_scores (ZbReport *report);

G_END_DECLS
