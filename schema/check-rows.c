/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-rows.h"

#include <string.h>

#include "check-record.h"
#include "text-fold.h"
#include "unit.h"

/* Compares two plain decimals; FALSE where one is missing or none. */
static gboolean
compare_numbers (const char *a, const char *b, gint *order) {
  ZbDecimal left, right;

  if (a == NULL || b == NULL || !zb_decimal_parse (a, &left) || !zb_decimal_parse (b, &right))
    return FALSE;
  *order = zb_decimal_compare (left, right);
  return TRUE;
}

/* Whether outcome and target are the same number of the same thing. */
static gboolean
is_reached (const ZbEvaluationRow *row) {
  gint order;

  return compare_numbers (row->actual.value, row->target.value, &order) && order == 0
         && g_strcmp0 (row->actual.unit, row->target.unit) == 0
         && g_strcmp0 (row->actual.op, "=") == 0;
}

static void
check_score (ZbReport *report, const ZbEvaluation *evaluation, ZbEvaluationRow *row) {
  gint order;

  if (row->deviation == NULL && is_reached (row)
      && compare_numbers (row->score, row->weight, &order) && order < 0)
    zb_check_fail_row (report, "eval.score_of_target_reached", evaluation, row,
                       ZB_FLAG_RATE_MISMATCH);
}

/* 2021年12: the month has lost its 月. */
static gboolean
is_cut_date (const char *raw) {
  g_autofree char *folded = zb_text_fold (raw != NULL ? raw : "");
  const char *year = strstr (folded, "年");
  gsize digits;

  if (year == NULL || year - folded != 4 || strspn (folded, "0123456789") != 4)
    return FALSE;
  year += strlen ("年");
  digits = strspn (year, "0123456789");
  return digits > 0 && digits <= 2 && year[digits] == '\0';
}

static void
check_dates (ZbReport *report, const ZbEvaluation *evaluation, ZbEvaluationRow *row) {
  if (is_cut_date (row->target.raw) || is_cut_date (row->actual.raw))
    zb_check_fail_row (report, "eval.date_whole", evaluation, row, ZB_FLAG_CUT_OFF);
}

void
zb_check_rows (ZbReport *report, const ZbEvaluation *evaluation) {
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    check_score (report, evaluation, row);
    check_dates (report, evaluation, row);
  }
}

/* 投诉率, 完成率(%), but not 频率 and 功率, which are counted or measured. */
static gboolean
is_rate (const char *name) {
  static const char *const OTHERS[] = { "频率", "功率", "速率", "汇率", "利率", "心率" };
  g_autofree char *folded = zb_text_fold (name != NULL ? name : "");
  char *bracket = strchr (folded, '(');

  if (bracket != NULL)
    *bracket = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    if (g_str_has_suffix (folded, OTHERS[i]))
      return FALSE;
  return g_str_has_suffix (folded, "率");
}

static gboolean
is_counted (const ZbEvaluationValue *value) {
  const ZbUnit *unit = value->unit != NULL ? zb_unit_lookup (value->unit) : NULL;

  return unit != NULL && unit->dimension == ZB_DIMENSION_COUNT;
}

void
zb_check_row_units (ZbReport *report, const ZbEvaluation *evaluation) {
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    if (is_rate (row->level3) && (is_counted (&row->target) || is_counted (&row->actual)))
      zb_check_fail_row (report, "eval.rate_unit", evaluation, row, ZB_FLAG_UNIT_SUSPECT);
  }
}
