/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-sums.h"

#include "check-sum.h"
#include "check-terms.h"
#include "fact-index.h"
#include "intern.h"

/* The rule of the report that says what the amount of @term is the sum of; NULL where none does. */
static const ZbRule *
find_rule_of (const ZbReport *report, const ZbTerm *term, const ZbFact *left) {
  for (guint i = 0; i < report->rules->len; i++) {
    const ZbRule *rule = g_ptr_array_index (report->rules, i);

    if (rule->type == ZB_RULE_SUM && rule->left.indicator == term->indicator
        && rule->left.fund == NULL && rule->left.measure == NULL
        && zb_rule_covers (rule, report, left))
      return rule;
  }
  return NULL;
}

static gboolean
subtracts (const ZbRule *rule) {
  for (guint t = 0; t < rule->right->len; t++)
    if (g_array_index (rule->right, ZbTerm, t).subtracted)
      return TRUE;
  return FALSE;
}

/* A sum takes no more parts than it can say of which are subtracted; one that has as many is not checked, for some
 * may be left out. */
static gboolean
is_full (const ZbSum *sum) {
  return sum->facts->len > ZB_SUM_MOST_PARTS;
}

/* A part that is not printed is what its own parts make, of which a form may print some: 公务用车运行费 alone, without
 * 公务用车购置及运行费. Whether there are any; a difference is not made of some of its terms. */
static gboolean
add_parts_of (ZbSum *sum, const ZbReport *report, const ZbTerm *term, ZbFact *left, ZbPlace place) {
  const ZbRule *rule = !term->subtracted ? find_rule_of (report, term, left) : NULL;
  guint before = sum->facts->len;

  if (rule == NULL || subtracts (rule))
    return FALSE;
  for (guint t = 0; t < rule->right->len && !is_full (sum); t++) {
    const ZbTerm *inner = &g_array_index (rule->right, ZbTerm, t);
    ZbFact *part = !inner->optional ? zb_term_find (report, left, inner, place, 0) : NULL;

    if (part != NULL && !g_ptr_array_find (sum->facts, part, NULL))
      g_ptr_array_add (sum->facts, part);
  }
  return sum->facts->len > before;
}

/* Whether the form prints what @term means for all funds together only, so that the part of its fund is not known. */
static gboolean
is_undivided (const ZbReport *report, ZbTerm term, const ZbFact *left, ZbPlace place) {
  static const char *const WHOLES[] = { "fiscal", "all" };

  for (guint i = 0; term.fund != NULL && i < G_N_ELEMENTS (WHOLES); i++) {
    const ZbFact *whole;

    term.fund = zb_intern (WHOLES[i]);
    whole = zb_term_find (report, left, &term, place, 0);
    if (whole != NULL && zb_decimal_sign (whole->value) != 0)
      return TRUE;
  }
  return FALSE;
}

/* @left and the parts that stand at @place; @all: the optional ones too. */
static ZbSum
collect_parts (const ZbReport *report, const ZbRule *rule, ZbFact *left, ZbPlace place,
               gboolean all) {
  ZbSum sum = { .facts = g_ptr_array_new (), .complete = TRUE };

  g_ptr_array_add (sum.facts, left);
  for (guint t = 0; t < rule->right->len && !is_full (&sum); t++) {
    const ZbTerm *term = &g_array_index (rule->right, ZbTerm, t);
    ZbFact *part = all || !term->optional ? zb_term_find (report, left, term, place, 0) : NULL;

    if (part != NULL) {
      sum.subtracted |= (guint64) term->subtracted << sum.facts->len;
      g_ptr_array_add (sum.facts, part);
    } else if (!term->optional) {
      sum.complete &= add_parts_of (&sum, report, term, left, place);
    } else {
      sum.complete &= !is_undivided (report, *term, left, place);
    }
  }
  sum.complete &= !is_full (&sum);
  return sum;
}

/* With the optional parts, unless the sum holds just without them. */
static ZbSum
collect_with_optional (const ZbReport *report, const ZbRule *rule, ZbFact *left, ZbPlace place) {
  ZbSum fewer = collect_parts (report, rule, left, place, FALSE);

  if (fewer.facts->len > 1 && zb_sum_adds_up (&fewer))
    return fewer;
  zb_sum_clear (&fewer);
  return collect_parts (report, rule, left, place, TRUE);
}

/* The parts of a total stand beside it or, in other forms, in the rows around it; in both only where all of
 * them are printed. */
static ZbSum
collect_sum (const ZbReport *report, const ZbRule *rule, ZbFact *left) {
  ZbSum beside, around;

  if (left->source.kind == ZB_SOURCE_TEXT)
    return collect_with_optional (report, rule, left, ZB_PLACE_NEAR);
  beside = collect_with_optional (report, rule, left, ZB_PLACE_ROW);
  if (beside.complete)
    return beside;
  around = collect_with_optional (report, rule, left, ZB_PLACE_TABLE);
  if (beside.facts->len == 1 || (around.complete && !zb_sum_is_one_of_many (report, left))) {
    zb_sum_clear (&beside);
    return around;
  }
  zb_sum_clear (&around);
  return beside;
}

/* What the document prints in different forms is compared once, and only where all of it is printed. */
static void
check_sum_anywhere (ZbReport *report, const ZbRule *rule, ZbFact *left) {
  g_auto (ZbSum) sum = { .facts = NULL };

  if (zb_fact_index_lookup (report->index, &left->dimensions, ZB_FACT_INDEX_ANY, ZB_FACT_INDEX_ANY,
                            NULL) != left)
    return;
  sum = collect_with_optional (report, rule, left, ZB_PLACE_ANYWHERE);
  if (sum.complete && sum.facts->len > 1)
    zb_sum_record (report, rule, &sum);
}

static guint
count_required (const ZbRule *rule) {
  guint count = 0;

  for (guint t = 0; t < rule->right->len; t++)
    count += !g_array_index (rule->right, ZbTerm, t).optional;
  return count;
}

/* A single part makes a sum only where the rule asks for no more. */
static void
check_sum (ZbReport *report, const ZbRule *rule, ZbFact *left) {
  g_auto (ZbSum) sum = collect_sum (report, rule, left);

  if (!is_full (&sum)
      && (sum.facts->len > 2
          || (sum.facts->len == 2 && sum.complete && count_required (rule) == 1)))
    zb_sum_record (report, rule, &sum);
}

void
zb_check_sums (ZbReport *report, const ZbRule *rule) {
  gboolean anywhere = zb_rule_has_scope (rule, "anywhere");
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);

    if (!zb_term_matches (&rule->left, left)
        || (rule->left.measure == NULL && !zb_fact_is_amount (left)))
      continue;
    if (anywhere)
      check_sum_anywhere (report, rule, left);
    else if (zb_rule_covers (rule, report, left))
      check_sum (report, rule, left);
  }
}
