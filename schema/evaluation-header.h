/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

typedef enum {
  ZB_EVALUATION_LEVEL1,
  ZB_EVALUATION_LEVEL2,
  ZB_EVALUATION_LEVEL3,
  ZB_EVALUATION_RELATION, /* ≥, ≤ … in a column of its own */
  ZB_EVALUATION_TARGET,
  ZB_EVALUATION_UNIT,     /* 度量单位 in a column of its own */
  ZB_EVALUATION_ACTUAL,
  ZB_EVALUATION_WEIGHT,
  ZB_EVALUATION_SCORE,
  ZB_EVALUATION_DEVIATION,
  ZB_N_EVALUATION_COLUMNS,
} ZbEvaluationColumn;

/* Whether there is a column of that name: level1, target … */
gboolean zb_evaluation_column_is_known (const char *name);

/* Where each column of an indicator block stands; -1 where the form has none. */
typedef struct {
  int at[ZB_N_EVALUATION_COLUMNS];
} ZbEvaluationHeader;

/* Reads @row as the header of an indicator block; FALSE where it is none. */
gboolean zb_evaluation_header_read (const ZbTable *table, guint row, ZbEvaluationHeader *header);

G_END_DECLS
