/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "repair-trial.h"

G_BEGIN_DECLS

/* Adds to @repairs what two rows or two columns of one table that changed places explain: the numbers of two rows in all
 * columns, of two columns in one row, or of two columns in all rows. */
void zb_repair_try_swaps (const ZbReport *report, ZbTrial *trial, const ZbSuspicion *suspicion,
                          GPtrArray *repairs);

void zb_repair_free (gpointer repair);

G_END_DECLS
