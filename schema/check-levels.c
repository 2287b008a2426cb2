/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-levels.h"

#include "check-record.h"

#define TOLERANCE "0.05"

ZbDecimal
zb_points_of (const char *text) {
  ZbDecimal value = { 0 };

  if (text == NULL || !zb_decimal_parse (text, &value))
    return (ZbDecimal){ 0 };
  return value;
}

gboolean
zb_points_agree (ZbDecimal a, ZbDecimal b) {
  ZbDecimal difference;

  return zb_decimal_subtract (a, b, &difference)
         && zb_decimal_compare (zb_decimal_absolute (difference), zb_points_of (TOLERANCE)) <= 0;
}

static void
check_level (ZbReport *report, const ZbEvaluation *evaluation, guint first, guint end) {
  const ZbEvaluationRow *head = g_ptr_array_index (evaluation->rows, first);
  ZbDecimal sum = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = first; i < end; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    if (row->weight == NULL || !zb_decimal_add (sum, zb_points_of (row->weight), &sum))
      return;
    g_ptr_array_add (rows, row);
  }
  if (!zb_points_agree (sum, zb_points_of (head->level1_weight)))
    zb_check_fail_rows (report, "eval.level1_weight_sum", evaluation, rows, ZB_FLAG_SUM_MISMATCH);
}

/* The index behind the rows of the level that begins at row @first. */
static guint
end_of_level (const ZbEvaluation *evaluation, guint first) {
  const ZbEvaluationRow *head = g_ptr_array_index (evaluation->rows, first);
  guint end = first + 1;

  while (end < evaluation->rows->len
         && g_strcmp0 (((const ZbEvaluationRow *) g_ptr_array_index (evaluation->rows, end))->level1,
                       head->level1) == 0)
    end++;
  return end;
}

void
zb_check_levels (ZbReport *report, const ZbEvaluation *evaluation) {
  for (guint first = 0, end; first < evaluation->rows->len; first = end) {
    const ZbEvaluationRow *head = g_ptr_array_index (evaluation->rows, first);

    end = end_of_level (evaluation, first);
    if (head->level1_weight != NULL)
      check_level (report, evaluation, first, end);
  }
}

gboolean
zb_levels_add_up (const ZbEvaluation *evaluation, const ZbFact *total, const ZbFact *funds) {
  ZbDecimal sum = { 0 };

  for (guint first = 0; first < evaluation->rows->len; first = end_of_level (evaluation, first)) {
    const ZbEvaluationRow *head = g_ptr_array_index (evaluation->rows, first);

    if (head->level1_weight == NULL || !zb_decimal_add (sum, zb_points_of (head->level1_weight), &sum))
      return FALSE;
  }
  return zb_points_agree (sum, total->value)
         || (funds != NULL && zb_decimal_add (sum, funds->value, &sum)
             && zb_points_agree (sum, total->value));
}
