/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type sum or at_most for every fact that its left side means. */
void zb_check_sums (ZbReport *report, const ZbRule *rule);

G_END_DECLS
