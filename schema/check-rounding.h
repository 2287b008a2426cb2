/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Says once for the whole document which amounts stand elsewhere with another last digit, as rounding leaves
 * them, and how many sums hold only because their numbers are rounded. Needs the other checks. */
void zb_check_rounding (ZbReport *report);

G_END_DECLS
