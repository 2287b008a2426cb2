/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-scores.h"

#include <string.h>

#include "check-grade.h"
#include "check-levels.h"
#include "check-record.h"
#include "check-rows.h"
#include "text-fold.h"

/* Totals are kept to two places. */
#define TOTAL_TOLERANCE "0.005"

static void
check_ranges (ZbReport *report, const ZbEvaluation *evaluation) {
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    if (row->score != NULL && row->weight != NULL
        && zb_decimal_compare (zb_points_of (row->score), zb_points_of (row->weight)) > 0)
      zb_check_fail_row (report, "eval.score_within_weight", evaluation, row,
                         ZB_FLAG_OUT_OF_RANGE);
  }
}

/* The facts of the form @evaluation in table and measure, with this indicator prefix. */
static ZbFact *
find_fact (const ZbReport *report, const ZbEvaluation *evaluation, const char *prefix,
           const char *measure) {
  ZbFact *found = NULL;

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->source.table == evaluation->table && fact->source.kind == ZB_SOURCE_TABLE
        && g_str_has_prefix (fact->dimensions.indicator, prefix)
        && g_str_equal (fact->dimensions.measure, measure))
      if (found == NULL || g_str_equal (fact->dimensions.indicator, "funds.total"))
        found = fact;
  }
  return found;
}

/* Adds a weight or score to a sum, and to its tolerance what rounding may have taken from it: half a
 * unit of its last place. Whole points are not rounded. */
static gboolean
add_points (ZbOutcome *outcome, ZbDecimal points) {
  ZbDecimal half = points.scale > 0 ? zb_decimal_half_unit (points) : (ZbDecimal){ 0 };

  return zb_decimal_add (outcome->expected, points, &outcome->expected)
         && zb_decimal_add (outcome->tolerance, half, &outcome->tolerance);
}

/* Adds up the weights or scores of all rows; how many are printed, or -1 where that overflows. */
static gint
add_rows (ZbOutcome *outcome, const ZbEvaluation *evaluation, gboolean weights) {
  gint count = 0;

  for (guint i = 0; i < evaluation->rows->len; i++) {
    const ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);
    const char *text = weights ? row->weight : row->score;

    count += text != NULL;
    if (!add_points (outcome, zb_points_of (text)))
      return -1;
  }
  return count;
}

static void
fail_facts (ZbReport *report, const char *rule, ZbFact *first, ZbFact *second, ZbFlag flag) {
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  g_ptr_array_add (facts, first);
  if (second != NULL)
    g_ptr_array_add (facts, second);
  zb_check_fail (report, rule, facts, flag);
}

/* Rows (and funds) against the printed total, for weights or scores. A total that the weights of the levels make is
 * right: what fails is within a level, whose rows are flagged. */
static void
check_total (ZbReport *report, const ZbEvaluation *evaluation, const char *measure) {
  gboolean weights = g_str_equal (measure, "weight");
  ZbFact *total = find_fact (report, evaluation, "evaluation.total", measure);
  ZbFact *funds = find_fact (report, evaluation, "funds.", measure);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  ZbOutcome outcome = { .rule = weights ? "eval.weight_sum" : "eval.score_sum",
                        .facts = facts, .tolerance = zb_points_of (TOTAL_TOLERANCE) };
  gint count = add_rows (&outcome, evaluation, weights);

  if (total == NULL || count < 0)
    return;
  g_ptr_array_add (facts, total);
  outcome.found = total->value;
  if (count == 0 && !weights && evaluation->rows->len > 0)
    fail_facts (report, "eval.score_without_rows", total, funds, ZB_FLAG_SUM_MISMATCH);
  else if (funds != NULL && zb_points_agree (outcome.expected, total->value)
           && zb_decimal_compare (funds->value, total->value) == 0)
    fail_facts (report, "eval.funds_within_total", funds, NULL, ZB_FLAG_OUT_OF_RANGE);
  else if (funds != NULL && !zb_points_agree (outcome.expected, total->value)) {
    if (!add_points (&outcome, funds->value))
      return;
    g_ptr_array_add (facts, funds);
  }
  if (count > 0 && zb_decimal_add (outcome.tolerance, total->value.scale > 0 ? total->half_unit
                                                                          : (ZbDecimal){ 0 },
                                   &outcome.tolerance))
    zb_check_record (report, &outcome,
                     weights && zb_levels_add_up (evaluation, total, funds) ? ZB_NO_FLAG
                                                                            : ZB_FLAG_SUM_MISMATCH);
}

/* 得分 = 分值 × 执行率, of each line of funds that prints all three. */
static void
check_funds_score (ZbReport *report, const ZbEvaluation *evaluation, ZbFact *score) {
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  ZbOutcome outcome = { .rule = "eval.funds_score", .facts = facts, .found = score->value };
  ZbFact *weight = NULL, *rate = NULL;
  ZbDecimal product;

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->source.kind != ZB_SOURCE_TABLE || fact->source.table != evaluation->table
        || fact->source.row != score->source.row
        || fact->dimensions.indicator != score->dimensions.indicator)
      continue;
    if (g_str_equal (fact->dimensions.measure, "weight"))
      weight = fact;
    else if (g_str_equal (fact->dimensions.measure, "execution_rate"))
      rate = fact;
  }
  g_ptr_array_add (facts, score);
  if (weight == NULL || rate == NULL
      || !zb_decimal_multiply (weight->value, rate->value, &product)
      || !zb_decimal_shift (product, -2, &outcome.expected)
      || !zb_decimal_add (score->half_unit, score->half_unit, &outcome.tolerance))
    return;
  g_ptr_array_add (facts, weight);
  g_ptr_array_add (facts, rate);
  zb_check_record (report, &outcome, ZB_FLAG_RATE_MISMATCH);
}

static void
check_funds (ZbReport *report, const ZbEvaluation *evaluation) {
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->source.kind == ZB_SOURCE_TABLE && fact->source.table == evaluation->table
        && g_str_has_prefix (fact->dimensions.indicator, "funds.")
        && g_str_equal (fact->dimensions.measure, "score"))
      check_funds_score (report, evaluation, fact);
  }
}

static gboolean
same_name (const char *a, const char *b) {
  g_autofree char *left = zb_text_fold (a != NULL ? a : "");
  g_autofree char *right = zb_text_fold (b != NULL ? b : "");

  return *left != '\0' && g_str_equal (left, right);
}

/* What makes two rows one; NULL for a row without a name. */
static char *
row_key (const ZbEvaluationRow *row) {
  g_autofree char *name = zb_text_fold (row->level3 != NULL ? row->level3 : "");

  if (*name == '\0')
    return NULL;
  return g_strjoin ("\n", name, row->level2 != NULL ? row->level2 : "",
                    row->target.raw != NULL ? row->target.raw : "", NULL);
}

static void
check_duplicate_rows (ZbReport *report, const ZbEvaluation *evaluation) {
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i), *earlier;
    g_autofree char *key = row_key (row);

    if (zb_check_rows_begin_again (evaluation->rows, i, levels)) {
      g_hash_table_remove_all (seen);
      g_hash_table_remove_all (levels);
      g_hash_table_add (levels, row->level1);
    }
    if (key == NULL)
      continue;
    earlier = g_hash_table_lookup (seen, key);
    if (earlier == NULL) {
      g_hash_table_insert (seen, g_steal_pointer (&key), row);
      continue;
    }
    earlier->flags |= ZB_FLAG_BIT (ZB_FLAG_DUPLICATE);
    zb_check_fail_row (report, "eval.duplicate_row", evaluation, row, ZB_FLAG_DUPLICATE);
  }
}

static gboolean
same_rows (const ZbEvaluation *a, const ZbEvaluation *b) {
  if (a->rows->len != b->rows->len || a->rows->len == 0)
    return FALSE;
  for (guint i = 0; i < a->rows->len; i++) {
    const ZbEvaluationRow *left = g_ptr_array_index (a->rows, i);
    const ZbEvaluationRow *right = g_ptr_array_index (b->rows, i);

    if (!same_name (left->level3, right->level3) || g_strcmp0 (left->score, right->score) != 0)
      return FALSE;
  }
  return TRUE;
}

static void
check_duplicate_forms (ZbReport *report, guint index) {
  const ZbEvaluation *later = g_ptr_array_index (report->evaluations, index);

  for (guint i = 0; i < index; i++) {
    const ZbEvaluation *earlier = g_ptr_array_index (report->evaluations, i);

    if (!same_name (earlier->name, later->name) || !same_rows (earlier, later))
      continue;
    zb_check_fail_rows (report, "eval.duplicate_form", later, later->rows, ZB_FLAG_DUPLICATE);
    return;
  }
}

void
zb_check_scores (ZbReport *report) {
  for (guint i = 0; i < report->evaluations->len; i++) {
    const ZbEvaluation *evaluation = g_ptr_array_index (report->evaluations, i);

    check_duplicate_forms (report, i);
    check_duplicate_rows (report, evaluation);
    zb_check_row_units (report, evaluation);
    zb_check_whole_cost (report, evaluation);
    if (!g_str_equal (evaluation->phase, "evaluation"))
      continue;
    check_ranges (report, evaluation);
    zb_check_rows (report, evaluation);
    if (evaluation->rows->len > 0)
      zb_check_levels (report, evaluation);
    check_total (report, evaluation, "weight");
    check_total (report, evaluation, "score");
    check_funds (report, evaluation);
    zb_check_grade (report, evaluation);
    zb_check_measured (report, evaluation);
  }
}
