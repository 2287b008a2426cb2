/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-doubts.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "label.h"

static gboolean
is_any_term (const GArray *terms, const ZbFact *fact) {
  for (guint t = 0; t < terms->len; t++)
    if (zb_term_matches (&g_array_index (terms, ZbTerm, t), fact))
      return TRUE;
  return FALSE;
}

void
zb_check_counted (ZbReport *report, const ZbRule *rule) {
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);
    ZbFact *count;
    g_autoptr (GPtrArray) facts = NULL;

    if (!zb_term_matches (&rule->left, left) || !zb_rule_covers (rule, report, left)
        || zb_decimal_sign (left->value) <= 0)
      continue;
    count = zb_term_find (report, left, &g_array_index (rule->right, ZbTerm, 0), ZB_PLACE_NEAR, 0);
    if (count == NULL || zb_decimal_sign (count->value) != 0)
      continue;
    facts = g_ptr_array_new ();
    g_ptr_array_add (facts, left);
    g_ptr_array_add (facts, count);
    zb_check_fail (report, rule->name, facts, ZB_FLAG_CROSS_MISMATCH);
  }
}

/* The year named in the first cell of the row of @fact or of the row above, whose numbers it heads; 0 where
 * none is. */
static guint
year_before (const ZbReport *report, const ZbFact *fact) {
  const ZbReportTable *table = g_ptr_array_index (report->tables, fact->source.table - 1);
  guint year = 0;

  for (guint up = 0; up < 2 && year == 0 && up <= fact->source.row; up++) {
    const ZbCell *cell = zb_table_lookup (table->table, fact->source.row - up, 0);

    if (cell != NULL)
      year = zb_label_year (cell->text, 0);
  }
  return year;
}

void
zb_check_label_years (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) printed = NULL, facts = g_ptr_array_new ();

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    printed = zb_facts_of_table (report, table);
    for (guint i = 0; i < printed->len; i++) {
      ZbFact *fact = g_ptr_array_index (printed, i);
      guint year;

      if (!is_any_term (rule->right, fact) || fact->dimensions.period == NULL)
        continue;
      year = year_before (report, fact);
      if (year != 0 && year != g_ascii_strtoull (fact->dimensions.period, NULL, 10))
        g_ptr_array_add (facts, fact);
    }
    if (facts->len > 0)
      zb_check_fail (report, rule->name, facts, ZB_FLAG_YEAR_SUSPECT);
  }
}

/* Fewer amounts have no habit. */
#define FEWEST_AMOUNTS 8
/* Money is printed to the cent of its unit. */
#define USUAL_DECIMALS 2

static gsize
count_decimals (const ZbFact *fact) {
  const char *point = strchr (fact->raw, '.');

  return point != NULL ? strspn (point + 1, "0123456789") : 0;
}

/* Whether one is tenfold the other, or more. */
static gboolean
is_tenfold (const ZbFact *a, const ZbFact *b) {
  ZbDecimal small = zb_decimal_absolute (a->value), large = zb_decimal_absolute (b->value);

  if (zb_decimal_compare (small, large) > 0) {
    ZbDecimal held = small;

    small = large;
    large = held;
  }
  return zb_decimal_sign (small) > 0 && zb_decimal_shift (small, 1, &small)
         && zb_decimal_compare (large, small) >= 0;
}

/* The same amount of another year in the same table that @fact leaps from; NULL where none. */
static ZbFact *
find_leap (const GPtrArray *facts, const ZbFact *fact) {
  for (guint i = 0; i < facts->len; i++) {
    ZbFact *other = g_ptr_array_index (facts, i);
    ZbDimensions dimensions = other->dimensions;

    dimensions.period = fact->dimensions.period;
    if (other != fact && other->dimensions.period != fact->dimensions.period
        && zb_dimensions_equal (&dimensions, &fact->dimensions) && is_tenfold (fact, other))
      return other;
  }
  return NULL;
}

/* The only one of the amounts with more decimals than are usual; NULL where there is none or more. */
static ZbFact *
find_odd (const GPtrArray *facts) {
  ZbFact *odd = NULL;

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);

    if (count_decimals (fact) <= USUAL_DECIMALS || g_strcmp0 (fact->unit, "CNY") != 0)
      continue;
    if (odd != NULL)
      return NULL;
    odd = fact;
  }
  return odd;
}

void
zb_check_decimals (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) facts = NULL, guilty = NULL;
    ZbFact *odd;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    facts = zb_facts_of_table (report, table);
    odd = facts->len >= FEWEST_AMOUNTS ? find_odd (facts) : NULL;
    if (odd == NULL || find_leap (facts, odd) == NULL)
      continue;
    guilty = g_ptr_array_new ();
    g_ptr_array_add (guilty, odd);
    zb_check_fail (report, rule->name, guilty, ZB_FLAG_DIGIT_SUSPECT);
  }
}
