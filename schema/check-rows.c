/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-rows.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "check-words.h"
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

/* The folded name without what a bracket adds to it; the caller frees it. */
static char *
fold_name (const ZbEvaluationRow *row) {
  char *folded = zb_text_fold (row->level3 != NULL ? row->level3 : "");
  char *bracket = strchr (folded, '(');

  if (bracket != NULL)
    *bracket = '\0';
  return folded;
}

/* 投诉率, 完成率(%), but not 频率 and 功率, which are counted or measured. */
static gboolean
is_rate (const ZbEvaluationRow *row) {
  g_autofree char *name = fold_name (row);

  return zb_check_word_at_end (ZB_CHECK_WORD_RATE, name) != NULL
         && zb_check_word_at_end (ZB_CHECK_WORD_NO_RATE, name) == NULL;
}

static gboolean
is_counted (const ZbEvaluationValue *value) {
  const ZbUnit *unit = value->unit != NULL ? zb_unit_lookup (value->unit) : NULL;

  return unit != NULL && unit->dimension == ZB_DIMENSION_COUNT;
}

/* 定性 优良 箱: words do not come by the box. The unit has a cell of its own. */
static gboolean
is_words_with_count (const ZbReport *report, const ZbEvaluation *evaluation,
                     const ZbEvaluationRow *row) {
  const ZbReportTable *place = g_ptr_array_index (report->tables, evaluation->table - 1);
  g_autofree char *folded = zb_text_fold (row->target.raw != NULL ? row->target.raw : "");

  if (row->target.value != NULL
      || zb_check_word_at_start (ZB_CHECK_WORD_WORDS_ONLY, folded) == NULL)
    return FALSE;
  for (guint col = 0; col < place->table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (place->table, row->row, col);
    const ZbUnit *unit = cell != NULL && *cell->text != '\0' ? zb_unit_lookup (cell->text) : NULL;

    if (unit != NULL && unit->dimension == ZB_DIMENSION_COUNT
        && g_str_has_suffix (folded, unit->spelling)
        && zb_check_word_lookup (ZB_CHECK_WORD_PLACEHOLDER_UNIT, unit->spelling) == NULL)
      return TRUE;
  }
  return FALSE;
}

void
zb_check_row_units (ZbReport *report, const ZbEvaluation *evaluation) {
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    if (is_rate (row) && (is_counted (&row->target) || is_counted (&row->actual)))
      zb_check_fail_row (report, "eval.rate_unit", evaluation, row, ZB_FLAG_UNIT_SUSPECT);
    if (is_words_with_count (report, evaluation, row))
      zb_check_fail_row (report, "eval.words_unit", evaluation, row, ZB_FLAG_UNIT_SUSPECT);
  }
}

/* The printed amount in yuan; FALSE where it is none. */
static gboolean
get_money (const ZbEvaluationValue *value, ZbDecimal *amount) {
  const ZbUnit *unit = value->unit != NULL ? zb_unit_lookup (value->unit) : NULL;

  return unit != NULL && unit->dimension == ZB_DIMENSION_MONEY && value->value != NULL
         && zb_decimal_parse (value->value, amount)
         && zb_decimal_multiply (*amount, unit->factor, amount);
}

gboolean
zb_check_rows_begin_again (const GPtrArray *rows, guint index, GHashTable *levels) {
  const ZbEvaluationRow *row = g_ptr_array_index (rows, index);
  const ZbEvaluationRow *before = index > 0 ? g_ptr_array_index (rows, index - 1) : NULL;

  if (row->level1 == NULL || (before != NULL && g_strcmp0 (before->level1, row->level1) == 0))
    return FALSE;
  return !g_hash_table_add (levels, row->level1);
}

/* The only row that says what the whole of the form may cost; NULL where there is none or more, or where the
 * form joins several. */
static ZbEvaluationRow *
find_whole_cost (const ZbEvaluation *evaluation) {
  g_autoptr (GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);
  ZbEvaluationRow *found = NULL;

  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);
    g_autofree char *name = fold_name (row);

    if (zb_check_rows_begin_again (evaluation->rows, i, levels))
      return NULL;
    if (zb_check_word_lookup (ZB_CHECK_WORD_WHOLE_COST, name) == NULL)
      continue;
    if (found != NULL)
      return NULL;
    found = row;
  }
  return found;
}

/* Whether @amount is, to its printed places, one of the amounts of funds; -1 where the form prints none. */
static int
find_funds (const ZbReport *report, const ZbEvaluation *evaluation, ZbDecimal amount) {
  const ZbReportTable *table = g_ptr_array_index (report->tables, evaluation->table - 1);
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);
  int found = -1;

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);
    ZbDecimal difference;

    if (!g_str_has_prefix (fact->dimensions.indicator, "funds.") || !zb_fact_is_amount (fact)
        || (fact->dimensions.subject != NULL
            && g_strcmp0 (fact->dimensions.subject, evaluation->name) != 0))
      continue;
    if (zb_decimal_subtract (fact->value, amount, &difference)
        && zb_decimal_compare (zb_decimal_absolute (difference), fact->half_unit) <= 0)
      return 1;
    found = 0;
  }
  return found;
}

void
zb_check_whole_cost (ZbReport *report, const ZbEvaluation *evaluation) {
  ZbEvaluationRow *row = find_whole_cost (evaluation);
  ZbDecimal target, actual;

  if (row == NULL || !get_money (&row->target, &target)
      || find_funds (report, evaluation, target) != 0
      || (get_money (&row->actual, &actual) && find_funds (report, evaluation, actual) != 0))
    return;
  zb_check_fail_row (report, "eval.whole_cost", evaluation, row, ZB_FLAG_CROSS_MISMATCH);
}
