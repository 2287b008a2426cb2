/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-record.h"

#include "intern.h"

/* The check of the rule of that name, added to the report; NULL where the rule is turned off. */
static ZbCheck *
add_check (ZbReport *report, const char *name) {
  const ZbRule *rule = zb_rule_lookup (report->rules, name);
  ZbCheck *check;

  if (rule == NULL)
    return NULL;
  check = g_new0 (ZbCheck, 1);
  check->number = report->checks->len + 1;
  check->rule = rule->name;
  check->severity = rule->severity;
  check->message = g_strdup (rule->message);
  check->facts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (report->checks, check);
  return check;
}

void
zb_check_add_fact (ZbCheck *check, const ZbFact *fact) {
  g_ptr_array_add (check->facts, g_strdup_printf ("f%u", fact->number));
}

/* What a passed or failed equation says of one of its facts. */
static void
mark_fact (ZbFact *fact, const ZbCheck *check, const ZbOutcome *outcome, ZbFlag flag) {
  gboolean checked = fact == g_ptr_array_index (outcome->facts, 0);
  gboolean sure = check->bound && (checked || flag == ZB_FLAG_CROSS_MISMATCH);

  if (!check->passed && flag != ZB_NO_FLAG) {
    fact->flags |= ZB_FLAG_BIT (flag);
    fact->charges |= sure ? ZB_FLAG_BIT (flag) : 0;
  }
  if (check->passed && outcome->relation == ZB_RELATION_EQUAL)
    fact->flags |= ZB_FLAG_BIT (ZB_FLAG_CORROBORATED);
  fact->accused |= !check->passed && checked;
}

static gboolean
holds (const ZbOutcome *outcome, ZbDecimal difference) {
  int side = zb_decimal_sign (difference);

  return (side < 0 && outcome->relation == ZB_RELATION_AT_MOST)
         || (side > 0 && outcome->relation == ZB_RELATION_AT_LEAST)
         || zb_decimal_compare (zb_decimal_absolute (difference), outcome->tolerance) <= 0;
}

gboolean
zb_check_record (ZbReport *report, const ZbOutcome *outcome, ZbFlag flag) {
  ZbDecimal difference = { 0 };
  gboolean exact = zb_decimal_subtract (outcome->found, outcome->expected, &difference);
  gboolean passed = exact && holds (outcome, difference);
  ZbCheck *check = add_check (report, outcome->rule);

  if (check == NULL)
    return TRUE;
  check->passed = passed;
  check->equation = exact && outcome->equation;
  check->bound = outcome->relation != ZB_RELATION_EQUAL;
  check->may_lack = outcome->may_lack;
  check->excess = difference;
  check->margin = outcome->tolerance;
  check->subtracted = outcome->subtracted;
  check->members = g_ptr_array_copy ((GPtrArray *) outcome->facts, NULL, NULL);
  check->expected = zb_decimal_print_plain (outcome->expected);
  check->found = zb_decimal_print_plain (outcome->found);
  check->difference = zb_decimal_print_plain (difference);
  check->tolerance = zb_decimal_print_plain (outcome->tolerance);
  for (guint i = 0; i < outcome->facts->len; i++) {
    mark_fact (g_ptr_array_index (outcome->facts, i), check, outcome, flag);
    zb_check_add_fact (check, g_ptr_array_index (outcome->facts, i));
  }
  return passed;
}

ZbCheck *
zb_check_fail (ZbReport *report, const char *rule, const GPtrArray *facts, ZbFlag flag) {
  ZbCheck *check = add_check (report, rule);

  for (guint i = 0; check != NULL && i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);

    if (flag != ZB_NO_FLAG) {
      fact->flags |= ZB_FLAG_BIT (flag);
      fact->charges |= ZB_FLAG_BIT (flag);
      fact->accused = TRUE;
    }
    zb_check_add_fact (check, fact);
  }
  return check;
}

void
zb_check_fail_words (ZbReport *report, const char *rule, guint block, const char *detail) {
  ZbCheck *check = add_check (report, rule);
  g_autofree char *message = NULL;

  if (check == NULL)
    return;
  message = g_steal_pointer (&check->message);
  check->message = g_strdup_printf ("%s：%s", message, detail);
  check->block = block;
}

void
zb_check_fail_rows (ZbReport *report, const char *rule, const ZbEvaluation *evaluation,
                    const GPtrArray *rows, ZbFlag flag) {
  ZbCheck *check = add_check (report, rule);

  for (guint i = 0; check != NULL && i < rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (rows, i);

    if (flag != ZB_NO_FLAG)
      row->flags |= ZB_FLAG_BIT (flag);
    g_ptr_array_add (check->facts, g_strdup_printf ("e%u.r%u", evaluation->number, row->number));
  }
}

void
zb_check_fail_row (ZbReport *report, const char *rule, const ZbEvaluation *evaluation,
                   ZbEvaluationRow *row, ZbFlag flag) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_add (rows, row);
  zb_check_fail_rows (report, rule, evaluation, rows, flag);
}
