/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-copies.h"

#include "check-record.h"
#include "check-terms.h"
#include "fact-camps.h"
#include "intern.h"

/* As many amounts that are not zero, and not the same number again and again, do not agree by chance. */
#define FEWEST_COPIED 5

static gboolean
is_amount (const ZbTerm *term, const ZbFact *fact) {
  return zb_term_matches (term, fact) && zb_fact_is_amount (fact)
         && g_strcmp0 (fact->unit, "CNY") == 0 && zb_decimal_sign (fact->value) != 0;
}

/* Adds the amounts of left to @copied; FALSE where one is other than the one of right beside it. */
static gboolean
collect_copied (const ZbReport *report, const ZbRule *rule, const GPtrArray *printed,
                GPtrArray *copied) {
  for (guint i = 0; i < printed->len; i++) {
    ZbFact *left = g_ptr_array_index (printed, i);
    const ZbFact *right = is_amount (&rule->left, left)
                            ? zb_term_find (report, left, &g_array_index (rule->right, ZbTerm, 0),
                                            ZB_PLACE_ROW, 0)
                            : NULL;

    if (right == NULL)
      continue;
    if (zb_decimal_compare (left->value, right->value) != 0)
      return FALSE;
    g_ptr_array_add (copied, left);
  }
  return TRUE;
}

void
zb_check_copied (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) printed = NULL, copied = g_ptr_array_new ();

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    printed = zb_facts_of_table (report, table);
    if (collect_copied (report, rule, printed, copied) && copied->len >= FEWEST_COPIED)
      zb_check_fail (report, rule->name, copied, ZB_NO_FLAG);
  }
}

/* Whether one is tenfold the other, or more. */
static gboolean
is_tenfold (const ZbFact *a, const ZbFact *b) {
  ZbDecimal one = zb_decimal_absolute (a->value), other = zb_decimal_absolute (b->value);
  gboolean smaller = zb_decimal_compare (one, other) < 0;

  return zb_decimal_shift (smaller ? one : other, 1, smaller ? &one : &other)
         && zb_decimal_compare (smaller ? other : one, smaller ? one : other) >= 0;
}

void
zb_check_leaps (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) printed = NULL, leaps = g_ptr_array_new ();
    const ZbTerm same = { .measure = rule->left.measure };

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    printed = zb_facts_of_table (report, table);
    for (guint i = 0; i < printed->len; i++) {
      ZbFact *now = g_ptr_array_index (printed, i);
      ZbFact *before = is_amount (&rule->left, now)
                         ? zb_term_find (report, now, &same, ZB_PLACE_ROW, 1) : NULL;

      if (before == NULL || zb_decimal_sign (before->value) == 0 || !is_tenfold (now, before))
        continue;
      g_ptr_array_add (leaps, now);
      g_ptr_array_add (leaps, before);
    }
    if (leaps->len > 0)
      zb_check_fail (report, rule->name, leaps, ZB_NO_FLAG);
  }
}

/* Whether @fact is @now less the printed change; then the change is added to @facts. */
static gboolean
is_last_years (const ZbReport *report, const ZbFact *fact, const ZbFact *now, GPtrArray *facts) {
  const ZbTerm term = { .measure = zb_intern ("change") };
  ZbFact *change = zb_term_find (report, now, &term, ZB_PLACE_ANYWHERE, 0);
  ZbDecimal before;

  if (change == NULL || zb_decimal_sign (change->value) == 0
      || !zb_decimal_subtract (now->value, change->value, &before)
      || zb_decimal_compare (before, fact->value) != 0)
    return FALSE;
  g_ptr_array_add (facts, change);
  return TRUE;
}

void
zb_check_stale (ZbReport *report, const ZbRule *rule) {
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);
    ZbFact *now = zb_fact_index_lookup (report->index, &fact->dimensions, ZB_FACT_INDEX_ANY,
                                        ZB_FACT_INDEX_ANY, fact);
    g_autoptr (GPtrArray) facts = NULL;

    if (now == NULL || fact->source.kind != ZB_SOURCE_TEXT || !is_amount (&rule->left, fact)
        || now->source.block == fact->source.block || zb_facts_agree (now, fact))
      continue;
    facts = g_ptr_array_new ();
    g_ptr_array_add (facts, fact);
    if (!is_last_years (report, fact, now, facts))
      continue;
    g_ptr_array_add (facts, now);
    zb_check_fail (report, rule->name, facts, ZB_NO_FLAG);
    fact->flags |= ZB_FLAG_BIT (ZB_FLAG_YEAR_SUSPECT);
    fact->charges |= ZB_FLAG_BIT (ZB_FLAG_YEAR_SUSPECT);
  }
}
