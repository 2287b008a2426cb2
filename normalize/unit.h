/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

typedef enum {
  ZB_DIMENSION_MONEY,
  ZB_DIMENSION_PERCENT,
  ZB_DIMENSION_AREA,
  ZB_DIMENSION_LENGTH,
  ZB_DIMENSION_POINT, /* 分 of a score */
  ZB_DIMENSION_COUNT, /* classifiers: 人, 辆, 次 … */
  ZB_DIMENSION_TIME,  /* 年, 月, 日 … */
  ZB_DIMENSION_RATE,  /* one unit per another: 元/人 */
  ZB_DIMENSION_SCALE, /* 万, 亿 alone: a factor of a unit that context must give */
} ZbDimension;

/* One line of units.tsv, or what lines make together: 万辆, 元/人, 项(次). Lives as long as the
 * process. */
typedef struct {
  char *spelling;  /* as printed, folded */
  char *canonical; /* CNY, %, m2, 人 … */
  ZbDimension dimension;
  ZbDecimal factor; /* printed number × factor = number in the canonical unit */
  gboolean misread; /* an OCR misreading of another unit: 成元 */
  char *barred;     /* characters behind it that make it part of a word: 门 for 部; NULL for none */
} ZbUnit;

/* Reads units.tsv, once for the process; FALSE with ZB_ERROR_DATA where it is wrong. */
gboolean zb_units_load (GError **error);

/* The unit spelt exactly @spelling (folded inside); NULL where there is none. */
const ZbUnit *zb_unit_lookup (const char *spelling);
/* The longest unit that the folded text at @text starts with, and its length; NULL where none, or
 * where the characters belong to a word (支出 is no 支). */
const ZbUnit *zb_unit_match (const char *text, gsize *length);
/* The unit that @scale makes of @unit: 万 and 人 give 万人. NULL where a scale of @unit is no
 * unit. @scale is a unit of ZB_DIMENSION_SCALE. */
const ZbUnit *zb_unit_scale (const ZbUnit *scale, const ZbUnit *unit);

/* Every line of the table (ZbUnit *), in no order; the caller frees the array. */
GPtrArray *zb_unit_list (void);

G_END_DECLS
