/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation-header.h"
#include "report.h"

G_BEGIN_DECLS

/* What is filled down from the rows above. */
typedef struct {
  char *level1, *level1_weight, *level2;
} ZbEvaluationLevels;

void zb_evaluation_levels_clear (ZbEvaluationLevels *levels);

/* Reads @row as an indicator; NULL for a blank line of the form. The caller owns the result. */
ZbEvaluationRow *zb_evaluation_row_read (const ZbTable *table, guint row,
                                         const ZbEvaluationHeader *header,
                                         ZbEvaluationLevels *levels);
void zb_evaluation_row_free (ZbEvaluationRow *row);

G_END_DECLS
