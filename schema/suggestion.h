/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Offers another reading of a number where a sum fails and one changed digit, one dropped digit or a
 * shifted decimal point in exactly one of its members makes every failed sum of that member hold, and none
 * that holds contains it. Needs the checks of @report; changes nothing but the suggestions of its facts. */
void zb_suggestions_offer (ZbReport *report);

/* Whether @printed (digits and a decimal point) differs from @meant by one digit, by one digit that it
 * lacks, or by the place of its decimal point. */
gboolean zb_suggestion_is_slip (const char *printed, const char *meant);

G_END_DECLS
