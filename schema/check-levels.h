/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* The weight or score printed as @text (may be NULL); nothing where it is none. */
ZbDecimal zb_points_of (const char *text);

/* Whether points are the same: weights of one level are printed as they are, their sum may be rounded. */
gboolean zb_points_agree (ZbDecimal a, ZbDecimal b);

/* 产出指标(50分): the weights of its rows add up to 50. */
void zb_check_levels (ZbReport *report, const ZbEvaluation *evaluation);

/* Whether all levels of the form print their weight, and these are @total, alone or with @funds (may be NULL). */
gboolean zb_levels_add_up (const ZbEvaluation *evaluation, const ZbFact *total, const ZbFact *funds);

G_END_DECLS
