/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "repair.h"

G_BEGIN_DECLS

/* Appends to @repairs (ZbRepair *) what the sums of @report leave for the number of fact @cell, where recognition was
 * unsure of it and of no other number of those sums: the one reading with which they hold, if what was read resembles
 * it. A sum of several other numbers needs another one that says the same, for rounding adds up. */
void zb_repair_find_unsure (const ZbReport *report, const ZbEquations *equations, guint cell, GPtrArray *repairs);

G_END_DECLS
