/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-near.h"

#include "check-record.h"
#include "check-sum.h"
#include "check-terms.h"

/* Two amounts are near each other where they differ by no more than one part in so many of the larger. */
static const ZbDecimal PARTS = { .coefficient = 20 };

/* Whether all that the document prints of the dimensions of @fact, a row's amount each, is the same amount. */
static gboolean
is_the_only (const ZbReport *report, const ZbFact *fact) {
  for (guint i = 0; i < report->facts->len; i++) {
    const ZbFact *other = g_ptr_array_index (report->facts, i);

    if (zb_dimensions_equal (&fact->dimensions, &other->dimensions)
        && zb_decimal_compare (fact->value, other->value) != 0)
      return FALSE;
  }
  return !zb_sum_is_one_of_many (report, fact);
}

/* Adds the parts of the right beside @left to @facts and to @sum; FALSE where one is missing or printed several ways. */
static gboolean
add_parts (const ZbReport *report, const ZbRule *rule, const ZbFact *left, GPtrArray *facts,
           ZbDecimal *sum) {
  for (guint t = 0; t < rule->right->len; t++) {
    const ZbTerm *term = &g_array_index (rule->right, ZbTerm, t);
    ZbFact *part = zb_term_find (report, left, term, ZB_PLACE_ANYWHERE, 0);

    if (part == NULL && term->optional)
      continue;
    if (part == NULL || !is_the_only (report, part) || !zb_decimal_add (*sum, part->value, sum))
      return FALSE;
    g_ptr_array_add (facts, part);
  }
  return TRUE;
}

/* The amount is told once, wherever else it stands. */
static gboolean
is_first (const ZbReport *report, const ZbFact *fact) {
  return zb_fact_index_lookup (report->index, &fact->dimensions, ZB_FACT_INDEX_ANY,
                               ZB_FACT_INDEX_ANY, NULL) == fact;
}

static gboolean
is_near (ZbDecimal a, ZbDecimal b) {
  ZbDecimal larger = zb_decimal_compare (a, b) > 0 ? a : b, difference, times;

  return !zb_decimal_subtract (a, b, &difference)
         || !zb_decimal_multiply (zb_decimal_absolute (difference), PARTS, &times)
         || zb_decimal_compare (times, larger) <= 0;
}

void
zb_check_near (ZbReport *report, const ZbRule *rule) {
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);
    g_autoptr (GPtrArray) facts = NULL;
    ZbDecimal sum = { 0 };

    if (!zb_term_matches (&rule->left, left) || !zb_fact_is_amount (left)
        || left->dimensions.function != NULL || left->dimensions.subject != NULL || !is_first (report, left)
        || zb_decimal_sign (left->value) == 0 || !is_the_only (report, left))
      continue;
    facts = g_ptr_array_new ();
    g_ptr_array_add (facts, left);
    if (add_parts (report, rule, left, facts, &sum) && !is_near (left->value, sum))
      zb_check_fail (report, rule->name, facts, ZB_NO_FLAG);
  }
}
