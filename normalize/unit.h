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

/* One line of units.tsv. Lives as long as the process. */
typedef struct {
  char *spelling;  /* as printed, folded */
  char *canonical; /* CNY, %, m2, 人 … */
  ZbDimension dimension;
  ZbDecimal factor; /* printed number × factor = number in the canonical unit */
  gboolean misread; /* an OCR misreading of another unit: 成元 */
} ZbUnit;

/* The unit spelt exactly @spelling (folded inside); NULL where the table has none. */
const ZbUnit *zb_unit_lookup (const char *spelling);
/* The longest unit that the folded text at @text starts with, and its length; NULL where none. */
const ZbUnit *zb_unit_match (const char *text, gsize *length);

G_END_DECLS
