/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-parts.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"

static gboolean
is_in_table_of (const ZbReport *report, const ZbRule *rule, const ZbFact *fact) {
  return fact->source.kind == ZB_SOURCE_TABLE && zb_rule_covers (rule, report, fact);
}

void
zb_check_present (ZbReport *report, const ZbRule *rule) {
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);
    guint missing = 0;
    g_autoptr (GPtrArray) facts = NULL;

    if (!zb_term_matches (&rule->left, left) || zb_decimal_sign (left->value) == 0
        || !is_in_table_of (report, rule, left))
      continue;
    for (guint t = 0; t < rule->right->len; t++)
      missing += zb_term_find (report, left, &g_array_index (rule->right, ZbTerm, t),
                               ZB_PLACE_TABLE, 0) == NULL;
    if (missing == 0)
      continue;
    facts = g_ptr_array_new ();
    g_ptr_array_add (facts, left);
    zb_check_fail (report, rule->name, facts, ZB_NO_FLAG);
  }
}

/* Whether @part is an amount of one class of what @whole is, in the same paragraph. */
static gboolean
is_class_of (const ZbFact *part, const ZbFact *whole) {
  ZbDimensions dimensions = part->dimensions;

  if (part->source.kind != ZB_SOURCE_TEXT || part->source.block != whole->source.block
      || dimensions.economic == NULL || strlen (dimensions.economic) != 3)
    return FALSE;
  dimensions.economic = NULL;
  return zb_dimensions_equal (&dimensions, &whole->dimensions);
}

/* The whole and its classes, each once; the caller frees the array. */
static GPtrArray *
collect_classes (const ZbReport *report, ZbFact *whole) {
  GPtrArray *facts = g_ptr_array_new ();

  g_ptr_array_add (facts, whole);
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *part = g_ptr_array_index (report->facts, i);
    gboolean known = FALSE;

    for (guint k = 1; k < facts->len; k++)
      known |= ((const ZbFact *) g_ptr_array_index (facts, k))->dimensions.economic
               == part->dimensions.economic;
    if (!known && is_class_of (part, whole))
      g_ptr_array_add (facts, part);
  }
  return facts;
}

void
zb_check_codes_within (ZbReport *report, const ZbRule *rule) {
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *whole = g_ptr_array_index (report->facts, i);
    ZbOutcome outcome = { .rule = rule->name, .found = whole->value,
                          .tolerance = whole->half_unit,
                          .relation = ZB_RELATION_AT_LEAST };
    g_autoptr (GPtrArray) facts = NULL;
    gboolean exact = TRUE;

    if (whole->source.kind != ZB_SOURCE_TEXT || !zb_term_matches (&rule->left, whole)
        || whole->dimensions.economic != NULL)
      continue;
    facts = collect_classes (report, whole);
    for (guint k = 1; k < facts->len; k++) {
      const ZbFact *part = g_ptr_array_index (facts, k);

      exact &= zb_decimal_add (outcome.expected, part->value, &outcome.expected)
               && zb_decimal_add (outcome.tolerance, part->half_unit, &outcome.tolerance);
    }
    if (!exact || facts->len < 3)
      continue;
    outcome.facts = facts;
    zb_check_record (report, &outcome, ZB_FLAG_SUM_MISMATCH);
  }
}

/* An amount of the reported year that was spent or, in a budget, is to be. */
static gboolean
is_spent (const ZbReport *report, const ZbRule *rule, const ZbFact *fact) {
  const char *measure = g_strcmp0 (report->kind, "budget") == 0 ? "budget" : "actual";
  const ZbDimensions *dimensions = &fact->dimensions;
  gboolean named = FALSE;

  for (guint i = 0; i < rule->right->len; i++)
    named |= zb_term_matches (&g_array_index (rule->right, ZbTerm, i), fact);
  return named && zb_decimal_sign (fact->value) != 0 && dimensions->subject == NULL
         && g_strcmp0 (dimensions->measure, measure) == 0 && dimensions->period != NULL
         && g_ascii_strtoull (dimensions->period, NULL, 10) == report->fiscal_year;
}

void
zb_check_denied (ZbReport *report, const ZbRule *rule) {
  const char *denied = rule->left.fund != NULL ? rule->left.fund : rule->left.indicator;
  g_autoptr (GPtrArray) facts = NULL;

  if (!g_ptr_array_find (report->denied, denied, NULL))
    return;
  facts = g_ptr_array_new ();
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (is_spent (report, rule, fact))
      g_ptr_array_add (facts, fact);
  }
  if (facts->len > 0)
    zb_check_fail (report, rule->name, facts, ZB_FLAG_CROSS_MISMATCH);
}

/* The largest of the facts that @wanted means; NULL where there is none or where one table prints
 * several. */
static ZbFact *
find_largest (const ZbReport *report, const ZbDimensions *wanted) {
  ZbFact *largest = NULL;

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (!zb_dimensions_equal (&fact->dimensions, wanted))
      continue;
    if (zb_fact_index_lookup (report->index, wanted, fact->source.block, ZB_FACT_INDEX_ANY, fact)
        != NULL)
      return NULL;
    if (largest == NULL || zb_decimal_compare (fact->value, largest->value) > 0)
      largest = fact;
  }
  return largest;
}

/* How much the two may differ: the last printed places of both, for some round down. */
static gboolean
get_tolerance (const ZbFact *a, const ZbFact *b, ZbDecimal *tolerance) {
  ZbDecimal half;

  return zb_decimal_add (a->half_unit, b->half_unit, &half)
         && zb_decimal_add (half, half, tolerance);
}

static void
check_within (ZbReport *report, const ZbRule *rule, ZbFact *left, ZbFact *first) {
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  ZbOutcome outcome = { .rule = rule->name, .facts = facts,
                        .found = left->value, .expected = first->value,
                        .relation = ZB_RELATION_AT_MOST };
  const ZbFact *same = NULL;
  ZbFact *largest;

  if (!get_tolerance (left, first, &outcome.tolerance))
    return;
  if (zb_decimal_compare (left->value, first->value) > 0) {
    same = zb_fact_index_lookup (report->index, &left->dimensions, left->source.block,
                                 ZB_FACT_INDEX_ANY, left);
    largest = find_largest (report, &first->dimensions);
    if (same != NULL || largest == NULL || !get_tolerance (left, largest, &outcome.tolerance))
      return;
    first = largest;
  }
  g_ptr_array_add (facts, left);
  g_ptr_array_add (facts, first);
  outcome.expected = first->value;
  zb_check_record (report, &outcome, ZB_FLAG_CROSS_MISMATCH);
}

void
zb_check_within (ZbReport *report, const ZbRule *rule) {
  const ZbTerm *term = &g_array_index (rule->right, ZbTerm, 0);
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);
    ZbFact *right;

    if (!zb_term_matches (&rule->left, left) || !zb_fact_is_amount (left))
      continue;
    right = zb_term_find (report, left, term, ZB_PLACE_ANYWHERE, 0);
    if (right != NULL)
      check_within (report, rule, left, right);
  }
}
