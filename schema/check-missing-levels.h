/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* In tables of the rule's kinds that print the level above most of their codes: codes whose level above is printed
 * nowhere in the table, and amounts whose level above is printed with a blank in their column. */
void zb_check_missing_levels (ZbReport *report, const ZbRule *rule);

G_END_DECLS
