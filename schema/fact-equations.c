/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-equations.h"

#include "fact-camps.h"
#include "fact-groups.h"

/* A shorter number is found twice by chance. */
#define FEWEST_DIGITS 3
/* Of more places that print the same, not every pair is compared. */
#define MOST_PAIRED 12

static ZbDecimal
twice (ZbDecimal value) {
  ZbDecimal result = value;

  return zb_decimal_add (value, value, &result) ? result : value;
}

/* The amount that a held ratio leaves open: a rate printed to its places cannot tell smaller differences. */
static ZbDecimal
slack_in_ratio (const ZbCheck *check, const ZbFact *fact) {
  ZbDecimal rate, slack = zb_decimal_absolute (fact->value);

  if (check->found == NULL || !zb_decimal_parse (check->found, &rate)
      || !zb_decimal_multiply (twice (check->margin), slack, &slack)
      || !zb_decimal_divide (slack, rate, 2, &slack))
    return zb_decimal_absolute (fact->value);
  return slack;
}

/* A bound that is kept speaks for nobody. */
static void
add_check (ZbEquations *equations, const ZbReport *report, guint index) {
  const ZbCheck *check = g_ptr_array_index (report->checks, index);
  ZbEquation equation = { .kind = check->equation ? ZB_EQUATION_SUM : ZB_EQUATION_RELATION,
                          .failed = !check->passed, .may_lack = check->may_lack,
                          .tolerance = check->margin, .source = index };

  if (check->members == NULL || (check->bound && check->passed))
    return;
  if (check->equation)
    equation.residual = check->excess;
  zb_equations_add (equations, equation);
  for (guint i = 0; i < check->members->len; i++) {
    const ZbFact *fact = g_ptr_array_index (check->members, i);
    gboolean subtracted = i < 64 && (check->subtracted >> i & 1) != 0;

    zb_equations_add_term (equations, fact->number - 1, i == 0 || subtracted ? 1 : -1,
                           check->equation ? twice (check->margin) : slack_in_ratio (check, fact));
  }
}

/* Numbers that are the same stand for the intervals of their rounding; what a sentence cuts off may be more. */
static void
add_pair (ZbEquations *equations, const ZbFact *a, const ZbFact *b, ZbEquationKind kind) {
  ZbEquation equation = { .kind = kind, .failed = !zb_facts_agree (a, b), .source = G_MAXUINT };

  if (!zb_decimal_subtract (a->value, b->value, &equation.residual)
      || !zb_decimal_add (a->half_unit, b->half_unit, &equation.tolerance)
      || (a->source.kind == ZB_SOURCE_TEXT
          && !zb_decimal_add (equation.tolerance, a->half_unit, &equation.tolerance))
      || (b->source.kind == ZB_SOURCE_TEXT
          && !zb_decimal_add (equation.tolerance, b->half_unit, &equation.tolerance)))
    return;
  zb_equations_add (equations, equation);
  zb_equations_add_term (equations, a->number - 1, 1, twice (equation.tolerance));
  zb_equations_add_term (equations, b->number - 1, -1, twice (equation.tolerance));
}

/* Rows of one table that are named alike and differ are parts, and no readings of one number. */
static gboolean
is_part (const ZbReport *report, const ZbFact *fact) {
  const ZbFact *other = fact->source.kind == ZB_SOURCE_TABLE
                          ? zb_fact_index_lookup (report->index, &fact->dimensions,
                                                  fact->source.block, ZB_FACT_INDEX_ANY, fact)
                          : NULL;

  return other != NULL && !zb_facts_agree (fact, other);
}

static gboolean
has_parts (const ZbReport *report, const GPtrArray *facts) {
  for (guint i = 0; i < facts->len; i++)
    if (is_part (report, g_ptr_array_index (facts, i)))
      return TRUE;
  return FALSE;
}

static void
add_readings (ZbEquations *equations, const ZbReport *report, const GPtrArray *facts) {
  if (has_parts (report, facts))
    return;
  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);
    guint end = facts->len <= MOST_PAIRED ? facts->len : MIN (i + 2, facts->len);

    for (guint k = i + 1; k < end; k++) {
      const ZbFact *other = g_ptr_array_index (facts, k);

      if (other->source.block != fact->source.block)
        add_pair (equations, fact, other, ZB_EQUATION_SUM);
    }
  }
}

static guint
count_digits (ZbDecimal value) {
  ZbCoefficient digits = zb_decimal_absolute (value).coefficient;
  guint count = 0;

  while (digits != 0 && digits % 10 == 0)
    digits /= 10;
  for (; digits != 0; digits /= 10)
    count++;
  return count;
}

static gboolean
key_of_amount (const ZbFact *fact, ZbDimensions *key) {
  key->indicator = key->fund = NULL;
  return zb_fact_is_amount (fact) && g_strcmp0 (fact->unit, "CNY") == 0
         && count_digits (fact->value) >= FEWEST_DIGITS;
}

static gint
compare_values (gconstpointer a, gconstpointer b) {
  const ZbFact *left = *(const ZbFact *const *) a, *right = *(const ZbFact *const *) b;
  int order = zb_decimal_compare (left->value, right->value);

  return order != 0 ? order : left->number < right->number ? -1 : left->number > right->number;
}

/* In another block, or in another row of a table: not beside it. */
static gboolean
is_elsewhere (const ZbFact *a, const ZbFact *b) {
  return a->source.block != b->source.block
         || (a->source.kind == ZB_SOURCE_TABLE && a->source.row != b->source.row);
}

/* Equal amounts stand side by side; each is a witness for those in other places. */
static void
add_witnesses (ZbEquations *equations, GPtrArray *facts) {
  g_ptr_array_sort (facts, compare_values);
  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);
    guint end = MIN (i + MOST_PAIRED, facts->len);

    for (guint k = i + 1; k < end; k++) {
      const ZbFact *other = g_ptr_array_index (facts, k);

      if (zb_decimal_compare (fact->value, other->value) != 0)
        break;
      if (is_elsewhere (fact, other))
        add_pair (equations, fact, other, ZB_EQUATION_WITNESS);
    }
  }
}

/* Amounts are not below zero, but changes may be. */
static void
set_floor (ZbEquations *equations, const ZbFact *fact) {
  if (zb_fact_is_amount (fact) && zb_decimal_sign (fact->value) >= 0)
    zb_equations_set_floor (equations, fact->number - 1, fact->value);
}

ZbEquations *
zb_fact_equations_new (const ZbReport *report) {
  ZbEquations *equations = zb_equations_new (report->facts->len);
  g_autoptr (ZbFactGroups) readings = zb_fact_groups_new (report->facts, NULL);
  g_autoptr (ZbFactGroups) amounts = zb_fact_groups_new (report->facts, key_of_amount);

  for (guint i = 0; i < report->facts->len; i++)
    set_floor (equations, g_ptr_array_index (report->facts, i));
  for (guint i = 0; i < report->checks->len; i++)
    add_check (equations, report, i);
  for (guint i = 0; i < readings->groups->len; i++)
    add_readings (equations, report, g_ptr_array_index (readings->groups, i));
  for (guint i = 0; i < amounts->groups->len; i++)
    add_witnesses (equations, g_ptr_array_index (amounts->groups, i));
  zb_equations_seal (equations);
  return equations;
}
