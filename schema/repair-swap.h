/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "repair-trial.h"

G_BEGIN_DECLS

/* What two rows or two columns of one table that changed places explain, where both have cells (guint) of @suspects: the
 * numbers of two rows in all columns, of two columns in one row, of two columns in all rows, or single
 * numbers below each other. Each makes all sums of its numbers hold, two at least that failed. The caller frees the
 * array (ZbRepair *). @residuals are as printed, and so again afterwards. */
GPtrArray *zb_repair_find_swaps (const ZbReport *report, ZbResiduals *residuals,
                                 const GArray *suspects);

G_END_DECLS
