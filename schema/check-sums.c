/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-sums.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"

/* Every printed number stands for the interval of its rounding, half a unit of its last place to
 * either side. A sum may therefore be off by the half units of all its terms together, and by no
 * more: 1490.47 = 1377.16 + 113.31 within 0.015. */

static gboolean
add_to (ZbDecimal *sum, ZbDecimal value) {
  return zb_decimal_add (*sum, value, sum);
}

static gboolean
is_in_scope (const ZbReport *report, const ZbRule *rule, const ZbFact *fact) {
  if (fact->source.kind == ZB_SOURCE_TEXT)
    return zb_rule_has_scope (rule, "document");
  return zb_rule_has_scope (
      rule, ((const ZbReportTable *) g_ptr_array_index (report->tables, fact->source.table - 1))
                ->kind);
}

static gboolean
is_amount (const ZbFact *fact) {
  static const char *const AMOUNTS[] = { "actual", "budget", "budget_initial" };

  for (guint i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    if (g_str_equal (fact->dimensions.measure, AMOUNTS[i]))
      return TRUE;
  return FALSE;
}

/* Where columns of numbers were not understood, what a row lacks of its total may stand there. */
static gboolean
may_have_unread_parts (const ZbReport *report, const ZbRule *rule, const ZbOutcome *outcome) {
  const ZbFact *left = g_ptr_array_index (outcome->facts, 0);
  const ZbReportTable *table = NULL;

  if (rule->type != ZB_RULE_SUM || left->source.kind != ZB_SOURCE_TABLE)
    return FALSE;
  table = g_ptr_array_index (report->tables, left->source.table - 1);
  return table->has_unread_columns
         && zb_decimal_compare (outcome->expected, outcome->found) < 0;
}

/* Records left = sum of the facts behind the first; FALSE where nothing was to be added up. */
static void
record_sum (ZbReport *report, const ZbRule *rule, GPtrArray *facts) {
  const ZbFact *left = g_ptr_array_index (facts, 0);
  ZbOutcome outcome = { .rule = rule->name, .message = rule->message, .facts = facts,
                        .found = left->value, .tolerance = left->half_unit };

  for (guint i = 1; i < facts->len; i++) {
    const ZbFact *part = g_ptr_array_index (facts, i);

    if (!add_to (&outcome.expected, part->value) || !add_to (&outcome.tolerance, part->half_unit))
      return;
  }
  if (may_have_unread_parts (report, rule, &outcome))
    return;
  if (rule->type == ZB_RULE_AT_MOST && zb_decimal_compare (outcome.found, outcome.expected) < 0)
    outcome.found = outcome.expected;
  zb_check_record (report, &outcome,
                   rule->type == ZB_RULE_AT_MOST ? ZB_FLAG_OUT_OF_RANGE : ZB_FLAG_SUM_MISMATCH);
}

/* @left and the parts that stand at @place; @all: the optional ones too. */
static GPtrArray *
collect_parts (const ZbReport *report, const ZbRule *rule, ZbFact *left, ZbPlace place,
               gboolean all) {
  GPtrArray *facts = g_ptr_array_new ();

  g_ptr_array_add (facts, left);
  for (guint t = 0; t < rule->right->len; t++) {
    const ZbTerm *term = &g_array_index (rule->right, ZbTerm, t);
    ZbFact *part = all || !term->optional ? zb_term_find (report, left, term, place, 0) : NULL;

    if (part != NULL)
      g_ptr_array_add (facts, part);
  }
  return facts;
}

static gboolean
adds_up (const GPtrArray *facts) {
  const ZbFact *left = g_ptr_array_index (facts, 0);
  ZbDecimal sum = { 0 };

  for (guint i = 1; i < facts->len; i++)
    if (!add_to (&sum, ((const ZbFact *) g_ptr_array_index (facts, i))->value))
      return FALSE;
  return zb_decimal_compare (sum, left->value) == 0;
}

/* With the optional parts, unless the sum holds just without them. */
static GPtrArray *
collect_with_optional (const ZbReport *report, const ZbRule *rule, ZbFact *left, ZbPlace place) {
  GPtrArray *fewer = collect_parts (report, rule, left, place, FALSE);

  if (fewer->len > 1 && adds_up (fewer))
    return fewer;
  g_ptr_array_unref (fewer);
  return collect_parts (report, rule, left, place, TRUE);
}

/* The parts of a total stand beside it or, in other forms, in the rows around it; never in both. */
static GPtrArray *
collect_sum (const ZbReport *report, const ZbRule *rule, ZbFact *left) {
  GPtrArray *facts;

  if (left->source.kind == ZB_SOURCE_TEXT)
    return collect_with_optional (report, rule, left, ZB_PLACE_NEAR);
  facts = collect_with_optional (report, rule, left, ZB_PLACE_ROW);
  if (facts->len > 1)
    return facts;
  g_ptr_array_unref (facts);
  return collect_with_optional (report, rule, left, ZB_PLACE_TABLE);
}

void
zb_check_sums (ZbReport *report, const ZbRule *rule) {
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);
    g_autoptr (GPtrArray) facts = NULL;

    if (!zb_term_matches (&rule->left, left) || !is_amount (left)
        || !is_in_scope (report, rule, left))
      continue;
    facts = collect_sum (report, rule, left);
    if (facts->len > 2 || (facts->len == 2 && rule->right->len == 1))
      record_sum (report, rule, facts);
  }
}

static const char *
code_of (const ZbFact *fact, gboolean economic) {
  const char *code = economic ? fact->dimensions.economic : fact->dimensions.function;

  return code != NULL ? code : "";
}

/* Whether the facts differ in nothing but the code; below a whole, also in the other classification
 * where every row has a code of both. */
static gboolean
same_but_code (const ZbFact *whole, const ZbFact *part, gboolean economic, gboolean both) {
  ZbDimensions left = whole->dimensions, right = part->dimensions;

  if (economic || both)
    left.economic = right.economic = NULL;
  if (!economic || both)
    left.function = right.function = NULL;
  return zb_dimensions_equal (&left, &right);
}

static gboolean
is_below (const ZbFact *child, const ZbFact *parent, gboolean economic) {
  const char *code = code_of (parent, economic), *below = code_of (child, economic);

  return strlen (below) > strlen (code) && g_str_has_prefix (below, code);
}

static gboolean
has_both_codes (const ZbFact *fact) {
  return fact->dimensions.function != NULL && fact->dimensions.economic != NULL;
}

/* What is below @parent and below nothing else in between: some forms leave a level out. */
static GPtrArray *
collect_children (const GPtrArray *table_facts, ZbFact *parent, gboolean economic, gboolean both) {
  g_autoptr (GPtrArray) below = g_ptr_array_new ();
  GPtrArray *facts = g_ptr_array_new ();

  g_ptr_array_add (facts, parent);
  for (guint i = 0; i < table_facts->len; i++) {
    ZbFact *child = g_ptr_array_index (table_facts, i);

    if (is_below (child, parent, economic) && same_but_code (parent, child, economic, both)
        && has_both_codes (child) == (both || has_both_codes (parent)))
      g_ptr_array_add (below, child);
  }
  for (guint i = 0; i < below->len; i++) {
    ZbFact *child = g_ptr_array_index (below, i);
    gboolean direct = TRUE;

    for (guint k = 0; k < below->len && direct && !both; k++)
      direct = !is_below (child, g_ptr_array_index (below, k), economic);
    if (direct)
      g_ptr_array_add (facts, child);
  }
  return facts;
}

/* A total over several bodies need not be the sum of the rows that name none. */
static gboolean
has_bodies (const GPtrArray *table_facts, const ZbFact *total) {
  for (guint i = 0; i < table_facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (table_facts, i);

    if (fact->dimensions.indicator == total->dimensions.indicator
        && fact->dimensions.subject != total->dimensions.subject)
      return TRUE;
  }
  return FALSE;
}

/* An indicator's total and its parts by code agree only where both are the same indicator. */
static void
check_table_children (ZbReport *report, const ZbRule *rule, const GPtrArray *table_facts) {
  for (guint i = 0; i < table_facts->len; i++) {
    ZbFact *parent = g_ptr_array_index (table_facts, i);
    g_autoptr (GPtrArray) facts = NULL;

    if (!is_amount (parent))
      continue;
    facts = collect_children (table_facts, parent, rule->economic, FALSE);
    if (facts->len == 1 && *code_of (parent, TRUE) == '\0' && *code_of (parent, FALSE) == '\0') {
      g_ptr_array_unref (facts);
      facts = collect_children (table_facts, parent, rule->economic, TRUE);
    }
    if (facts->len > 1
        && (adds_up (facts) || *code_of (parent, rule->economic) != '\0'
            || !has_bodies (table_facts, parent)))
      record_sum (report, rule, facts);
  }
}

void
zb_check_children (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) table_facts = NULL;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    table_facts = g_ptr_array_new ();
    for (guint i = 0; i < report->facts->len; i++) {
      ZbFact *fact = g_ptr_array_index (report->facts, i);

      if (fact->source.kind == ZB_SOURCE_TABLE && fact->source.table == table->number)
        g_ptr_array_add (table_facts, fact);
    }
    check_table_children (report, rule, table_facts);
  }
}
