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
  GHashTable *mended;  /* indices of the sums that fail and that it makes hold, as pointers; NULL of a single number */
  char *meant;         /* of a single number: as it would be printed; else NULL */
} ZbRepair;

/* Every repair of one slip in one number that makes all sums of that number hold, and all that fail among the cells
 * of @suspicion. @residuals are as printed, and so again afterwards. The caller frees the array (ZbRepair *). */
GPtrArray *zb_repairs_find (const ZbReport *report, ZbResiduals *residuals,
                            const ZbSuspicion *suspicion);

void zb_repair_free (gpointer repair);

/* @raw of a fact without the commas between its digits; the caller frees it. */
char *zb_repair_plain_number (const char *raw);

/* The digits behind the point of @number. */
guint zb_repair_count_decimals (const char *number);

/* The power of ten between the printed number of @fact and its value in the canonical unit; FALSE where none is. */
gboolean zb_repair_find_power (const ZbFact *fact, int *power);

G_END_DECLS
