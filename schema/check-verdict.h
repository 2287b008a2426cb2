/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Finds who is to blame where equations of @report fail, from all its checks so far: gives each fact its standing,
 * takes the flags off the parts that an equation of their own speaks for, marks the sums that lack a part, and
 * offers other readings of numbers where a slip explains all. */
void zb_verdict_settle (ZbReport *report);

G_END_DECLS
