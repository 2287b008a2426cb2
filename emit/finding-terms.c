/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "finding.h"

#include <stdio.h>
#include <stdlib.h>

/* A rate is recomputed to more places than it is printed with. */
#define RATE_PLACES 4

const ZbFact *
zb_finding_lookup_fact (const ZbReport *report, const char *id) {
  char *end = NULL;
  unsigned long number = *id == 'f' && g_ascii_isdigit (id[1]) ? strtoul (id + 1, &end, 10) : 0;

  if (number == 0 || *end != '\0' || number > report->facts->len)
    return NULL;
  return g_ptr_array_index (report->facts, number - 1); /* they are numbered from 1 on */
}

/* "e1.r13" */
static gboolean
find_row (const ZbReport *report, const char *id, ZbFindingTerm *term) {
  guint number = 0, row = 0;

  if (sscanf (id, "e%u.r%u", &number, &row) != 2 || number == 0
      || number > report->evaluations->len)
    return FALSE;
  term->evaluation = g_ptr_array_index (report->evaluations, number - 1);
  for (guint i = 0; i < term->evaluation->rows->len; i++) {
    term->row = g_ptr_array_index (term->evaluation->rows, i);
    if (term->row->number == row)
      return TRUE;
  }
  return FALSE;
}

static ZbRuleType
lookup_type (const ZbCatalogue *catalogue, const char *name, ZbRuleType otherwise) {
  const GPtrArray *rules = zb_catalogue_rules (catalogue);

  for (guint i = 0; i < rules->len; i++) {
    const ZbRule *rule = g_ptr_array_index (rules, i);

    if (g_str_equal (rule->name, name))
      return rule->type;
  }
  return otherwise;
}

static ZbDecimal
value_at (const GArray *terms, guint index) {
  return g_array_index (terms, ZbFindingTerm, index).fact->value;
}

/* Whether the second term and the others, added to or taken from it, give what the check expects. */
static gboolean
combine (const GArray *terms, ZbDecimal expected,
         gboolean (*operate) (ZbDecimal, ZbDecimal, ZbDecimal *)) {
  ZbDecimal sum = value_at (terms, 1);

  for (guint i = 2; i < terms->len; i++)
    if (!operate (sum, value_at (terms, i), &sum))
      return FALSE;
  return zb_decimal_compare (sum, expected) == 0;
}

/* Whether @value lies as near to what the check expects as rounding allows: rates are compared by the
 * intervals that printed numbers stand for. */
static gboolean
is_expected (const ZbCheck *check, ZbDecimal value, ZbDecimal expected) {
  ZbDecimal tolerance, difference;

  return check->tolerance != NULL && zb_decimal_parse (check->tolerance, &tolerance)
         && zb_decimal_subtract (value, expected, &difference)
         && zb_decimal_compare (zb_decimal_absolute (difference), tolerance) <= 0;
}

static gboolean
divide (const GArray *terms, const ZbCheck *check, ZbDecimal expected) {
  ZbDecimal rate, percent;

  return terms->len == 3
         && zb_decimal_divide (value_at (terms, 1), value_at (terms, 2), RATE_PLACES + 2, &rate)
         && zb_decimal_shift (rate, 2, &percent) && is_expected (check, percent, expected);
}

/* A number times a rate. */
static gboolean
multiply (const GArray *terms, const ZbCheck *check, ZbDecimal expected) {
  ZbDecimal product, value;

  return terms->len == 3
         && zb_decimal_multiply (value_at (terms, 1), value_at (terms, 2), &product)
         && zb_decimal_shift (product, -2, &value) && is_expected (check, value, expected);
}

static void
set_sides (GArray *terms, ZbFindingSide first, ZbFindingSide others) {
  for (guint i = 0; i < terms->len; i++)
    g_array_index (terms, ZbFindingTerm, i).side = i == 0   ? ZB_SIDE_CHECKED
                                                   : i == 1 ? first
                                                            : others;
}

/* The change and the year's amount, or the amounts of both years. */
static void
set_years (GArray *terms) {
  const ZbFact *second = g_array_index (terms, ZbFindingTerm, 1).fact;
  gboolean change = g_strcmp0 (second->dimensions.measure, "change") == 0;

  set_sides (terms, change ? ZB_SIDE_CHANGE : ZB_SIDE_LAST_YEAR, ZB_SIDE_THIS_YEAR);
}

/* The words of the equation are found by computing it again: what does not give the number that the check
 * expects is no equation to show. */
static void
decide_sides (GArray *terms, const ZbCatalogue *catalogue, const ZbCheck *check) {
  ZbRuleType type = lookup_type (catalogue, check->rule, ZB_RULE_SUM);
  ZbFindingSide relation = type == ZB_RULE_AT_MOST || type == ZB_RULE_WITHIN ? ZB_SIDE_AT_MOST
                           : type == ZB_RULE_CODES_WITHIN                    ? ZB_SIDE_AT_LEAST
                                                                             : ZB_SIDE_EQUAL;
  ZbDecimal expected;

  if (g_str_equal (check->rule, "cross.same_dimensions"))
    set_sides (terms, ZB_SIDE_OTHER, ZB_SIDE_OTHER);
  else if (terms->len < 2 || check->expected == NULL
           || !zb_decimal_parse (check->expected, &expected))
    return;
  else if (type == ZB_RULE_CHANGE_RATE && terms->len == 3)
    set_years (terms);
  else if (combine (terms, expected, zb_decimal_add))
    set_sides (terms, relation, ZB_SIDE_PLUS);
  else if (combine (terms, expected, zb_decimal_subtract))
    set_sides (terms, relation, ZB_SIDE_MINUS);
  else if (divide (terms, check, expected))
    set_sides (terms, relation, ZB_SIDE_OVER);
  else if (multiply (terms, check, expected))
    set_sides (terms, relation, ZB_SIDE_TIMES);
  else
    set_sides (terms, ZB_SIDE_LISTED, ZB_SIDE_LISTED);
}

void
zb_finding_add_terms (GArray *terms, const ZbReport *report, const ZbCatalogue *catalogue,
                      const ZbCheck *check) {
  gboolean rows = FALSE;

  for (guint i = 0; i < check->facts->len; i++) {
    const char *id = g_ptr_array_index (check->facts, i);
    ZbFindingTerm term = { .side = ZB_SIDE_LISTED, .fact = zb_finding_lookup_fact (report, id) };

    if (term.fact == NULL && !find_row (report, id, &term))
      continue;
    rows |= term.fact == NULL;
    g_array_append_val (terms, term);
  }
  if (!rows)
    decide_sides (terms, catalogue, check);
}
