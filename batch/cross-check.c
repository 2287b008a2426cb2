/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cross-check.h"

#include <string.h>

#include "batch-data.h"
#include "data-table.h"
#include "decimal.h"
#include "store-cross.h"

enum {
  COLUMN_RULE,
  COLUMN_TYPE,
  COLUMN_KIND,
  COLUMN_INDICATORS,
  COLUMN_MEASURE,
  COLUMN_PERIOD,
  COLUMN_OTHER_KIND,
  COLUMN_OTHER_MEASURE,
  COLUMN_OTHER_YEAR,
  COLUMN_OTHER_INDICATOR,
  COLUMN_OTHER_FUND,
  COLUMN_MESSAGE,
  N_COLUMNS,
};

static const char *const TYPE_NAMES[] = { "same", "unit", "sum" };

/* The rule under way, and the units of a sum that are already added. */
typedef struct {
  ZbStore *store;
  const ZbCrossRule *rule;
  gint64 document;
  guint fact, parts, added;
  ZbDecimal own, own_half, sum, sum_half;
  gint64 last_part; /* a unit with two documents of a kind is no proof */
  gboolean usable;
} Comparison;

/* "=" is the same as on the left. */
static const char *
other_or_same (const char *field) {
  if (g_str_equal (field, "="))
    return NULL;
  return g_str_equal (field, "-") ? "" : field;
}

static gboolean
parse_rule (const ZbDataRow *row, ZbCrossRule *rule, GError **error) {
  char **fields = row->fields;
  gint64 period = 0, year = 0;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (TYPE_NAMES); i++)
    if (g_str_equal (fields[COLUMN_TYPE], TYPE_NAMES[i])) {
      rule->type = (ZbCrossType) i;
      known = TRUE;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    known = known && *fields[i] != '\0';
  if (!known || !g_ascii_string_to_signed (fields[COLUMN_PERIOD], 10, -9, 9, &period, NULL)
      || !g_ascii_string_to_signed (fields[COLUMN_OTHER_YEAR], 10, -9, 9, &year, NULL)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "cross-checks.tsv: line %u: no rule", row->line);
    return FALSE;
  }
  rule->rule = fields[COLUMN_RULE];
  rule->kind = fields[COLUMN_KIND];
  rule->indicators = fields[COLUMN_INDICATORS];
  rule->measure = fields[COLUMN_MEASURE];
  rule->period = (int) period;
  rule->other_kind = fields[COLUMN_OTHER_KIND];
  rule->other_measure = fields[COLUMN_OTHER_MEASURE];
  rule->other_year = (int) year;
  rule->other_indicator = other_or_same (fields[COLUMN_OTHER_INDICATOR]);
  rule->other_fund = other_or_same (fields[COLUMN_OTHER_FUND]);
  rule->message = fields[COLUMN_MESSAGE];
  return TRUE;
}

/* Notes whether the two agree within @tolerance; TRUE without a note where a number is too large. */
static gboolean
put_comparison (const Comparison *comparison, const ZbCrossPair *pair, ZbDecimal expected,
                ZbDecimal tolerance, GError **error) {
  ZbDecimal difference;
  g_autofree char *expected_text = zb_decimal_print_plain (expected);
  g_autofree char *found_text = zb_decimal_print_plain (comparison->own);
  g_autofree char *difference_text = NULL, *tolerance_text = zb_decimal_print_plain (tolerance);

  if (!zb_decimal_subtract (comparison->own, expected, &difference))
    return TRUE;
  difference_text = zb_decimal_print_plain (difference);
  return zb_store_cross_put (
    comparison->store, comparison->rule, pair,
    &(ZbCrossOutcome){ .passed
                       = zb_decimal_compare (zb_decimal_absolute (difference), tolerance) <= 0,
                       .expected = expected_text,
                       .found = found_text,
                       .difference = difference_text,
                       .tolerance = tolerance_text },
    error);
}

/* Ends the sum under way, if its units are complete. */
static gboolean
finish_sum (Comparison *comparison, GError **error) {
  const ZbCrossPair pair = { .document = comparison->document, .fact = comparison->fact };
  gboolean complete
    = comparison->usable && comparison->parts > 1 && comparison->added == comparison->parts;
  ZbDecimal tolerance;

  comparison->usable = FALSE;
  if (!complete || !zb_decimal_add (comparison->own_half, comparison->sum_half, &tolerance))
    return TRUE;
  return put_comparison (comparison, &pair, comparison->sum, tolerance, error);
}

static gboolean
add_part (Comparison *comparison, const ZbCrossPair *pair, ZbDecimal value, ZbDecimal half,
          GError **error) {
  if (comparison->document != pair->document || comparison->fact != pair->fact) {
    if (!finish_sum (comparison, error))
      return FALSE;
    comparison->document = pair->document;
    comparison->fact = pair->fact;
    comparison->parts = pair->parts;
    comparison->added = 0;
    comparison->last_part = 0;
    comparison->sum = comparison->sum_half = zb_decimal_from_int (0);
    comparison->usable = zb_decimal_parse (pair->value, &comparison->own)
                         && zb_decimal_parse (pair->half_unit, &comparison->own_half);
  }
  comparison->usable = comparison->usable && pair->other_document != comparison->last_part
                       && zb_decimal_add (comparison->sum, value, &comparison->sum)
                       && zb_decimal_add (comparison->sum_half, half, &comparison->sum_half);
  comparison->last_part = pair->other_document;
  comparison->added++;
  return TRUE;
}

static gboolean
compare_pair (const ZbCrossPair *pair, gpointer data, GError **error) {
  Comparison *comparison = data;
  ZbDecimal value, half, tolerance;

  if (!zb_decimal_parse (pair->other_value, &value)
      || !zb_decimal_parse (pair->other_half_unit, &half))
    return TRUE;
  if (comparison->rule->type == ZB_CROSS_SUM)
    return add_part (comparison, pair, value, half, error);
  if (!zb_decimal_parse (pair->value, &comparison->own)
      || !zb_decimal_parse (pair->half_unit, &comparison->own_half)
      || !zb_decimal_add (comparison->own_half, half, &tolerance))
    return TRUE;
  return put_comparison (comparison, pair, value, tolerance, error);
}

static GPtrArray *
load_rows (GError **error) {
  return zb_data_table_load (zb_batch_data_get_resource (), "/zhibiao/batch/cross-checks.tsv",
                             N_COLUMNS, error);
}

static gboolean
run_rules (ZbStore *store, const GPtrArray *rows, GError **error) {
  if (!zb_store_cross_begin (store, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    ZbCrossRule rule = { 0 };
    Comparison comparison = { .store = store, .rule = &rule };

    if (!parse_rule (g_ptr_array_index (rows, i), &rule, error)
        || !zb_store_cross_each (store, &rule, compare_pair, &comparison, error)
        || !finish_sum (&comparison, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
zb_cross_checks_run (ZbStore *store, GError **error) {
  g_autoptr (GPtrArray) rows = load_rows (error);

  if (rows == NULL || !zb_store_begin (store, error))
    return FALSE;
  if (run_rules (store, rows, error))
    return zb_store_commit (store, error);
  zb_store_rollback (store);
  return FALSE;
}

gboolean
zb_cross_checks_validate (GError **error) {
  g_autoptr (GPtrArray) rows = load_rows (error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    ZbCrossRule rule = { 0 };

    if (!parse_rule (g_ptr_array_index (rows, i), &rule, error))
      return FALSE;
  }
  return TRUE;
}
