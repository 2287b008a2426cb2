/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a table of indicators holds. */
typedef enum {
  ZB_INDICATOR_COLUMN_NONE,
  ZB_INDICATOR_COLUMN_LEVEL,    /* 产出指标 */
  ZB_INDICATOR_COLUMN_NAME,     /* of the indicator */
  ZB_INDICATOR_COLUMN_RELATION, /* ≥, 定性 */
  ZB_INDICATOR_COLUMN_VALUE,    /* a number or words */
  ZB_INDICATOR_COLUMN_UNIT,     /* 个, % */
  ZB_INDICATOR_COLUMN_NUMBER,   /* weight or score */
  ZB_INDICATOR_COLUMN_WORDS,    /* a reason */
} ZbIndicatorColumn;

/* Reads the words, which are lines of indicator-columns.tsv; called before the first look-up, an error can be
 * reported. Errors: ZB_ERROR_DATA. */
gboolean zb_text_indicator_columns_load (GError **error);

/* What the column holds that @text heads; what stands in brackets behind it does not matter. */
ZbIndicatorColumn zb_text_indicator_columns_lookup (const char *text);

/* Whether @text is the kind of a target: ≥, ≤, =, 定性. */
gboolean zb_text_indicator_is_relation (const char *text);

/* Whether @text can stand in a column of @kind behind the relation. */
gboolean zb_text_indicator_fits (const char *text, ZbIndicatorColumn kind);

/* The ways (guint32, a bit for each column) in which the @count texts @cells, in order, can stand in the @cols
 * columns @kinds, the first of which is always taken; an empty text stands for a blank. Empty where there are none or
 * more than a few. The caller unrefs the array. */
GArray *zb_text_indicator_ways (const char *const *cells, guint count, const ZbIndicatorColumn *kinds, guint cols);

G_END_DECLS
