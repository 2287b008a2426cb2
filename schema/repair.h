/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-guilt.h"
#include "check-residuals.h"
#include "report.h"
#include "slip.h"

G_BEGIN_DECLS

/* One way in which the numbers of a report may have been meant: what to add to some of them. */
typedef struct {
  ZbSlipKind kind;
  GArray *corrections; /* ZbCorrection; cell i is fact i of the report */
  char *meant;         /* of a single number: as it would be printed; else NULL */
} ZbRepair;

/* Every repair that makes all sums of what it changes hold, and all that fail among the cells of @suspicion: of one slip
 * in one number, else of two rows or two columns of a table that changed places. @residuals are as printed, and
 * so again afterwards. The caller frees the array. */
GPtrArray *zb_repairs_find (const ZbReport *report, ZbResiduals *residuals,
                            const ZbSuspicion *suspicion);

/* @raw of a fact without the commas between its digits; the caller frees it. */
char *zb_repair_plain_number (const char *raw);

G_END_DECLS
