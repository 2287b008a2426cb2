/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-guilt.h"
#include "report.h"

G_BEGIN_DECLS

/* Offers other readings of the numbers of @report where sums fail: what one slip (slip.h) in one number, or two rows or
 * columns changed back, would make of them, where that makes all sums of theirs hold, those that fail and
 * those that hold, and where no other repair does. @equations are those of the report, @guilt what they say. Changes
 * nothing but the suggestions of facts. */
void zb_suggestions_offer (ZbReport *report, const ZbEquations *equations, const ZbGuilt *guilt);

G_END_DECLS
