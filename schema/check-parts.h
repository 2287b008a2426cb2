/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Rules about what is printed beside an amount, and how much of it. */

/* A table that prints the rule's left side prints its right side, too. A missing amount has no fact
 * to flag, so only the check says it. */
void zb_check_present (ZbReport *report, const ZbRule *rule);

/* The classes of the economic classification that one paragraph names are parts of the whole it
 * names, though not always all of them. */
void zb_check_codes_within (ZbReport *report, const ZbRule *rule);

/* A part of the money is not more than all of it, wherever the two are printed. Rows that repeat
 * their dimensions are told apart by something unprinted and prove nothing. */
void zb_check_within (ZbReport *report, const ZbRule *rule);

/* Rules of the type denied: a sentence says that nothing of the left side's fund was spent, and none of
 * the amounts on the right is above nothing. */
void zb_check_denied (ZbReport *report, const ZbRule *rule);

G_END_DECLS
