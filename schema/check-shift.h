/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* In tables of the rule's kinds: columns whose amounts, from some row on, stand a few rows too high or too low. That is
 * told where codes are not the sum of those below them as printed, and all are with the amounts moved. */
void zb_check_shift (ZbReport *report, const ZbRule *rule);

G_END_DECLS
