/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-record.h"

#include "intern.h"

static ZbCheck *
check_new (ZbReport *report, const char *rule, const char *message) {
  ZbCheck *check = g_new0 (ZbCheck, 1);

  check->number = report->checks->len + 1;
  check->rule = zb_intern (rule);
  check->message = g_strdup (message);
  g_ptr_array_add (report->checks, check);
  return check;
}

gboolean
zb_check_record (ZbReport *report, const ZbOutcome *outcome, ZbFlag flag) {
  ZbCheck *check = check_new (report, outcome->rule, outcome->message);
  ZbDecimal difference = { 0 };
  gboolean exact = zb_decimal_subtract (outcome->found, outcome->expected, &difference);

  check->passed = exact
                  && zb_decimal_compare (zb_decimal_absolute (difference), outcome->tolerance) <= 0;
  check->equation = exact && outcome->equation;
  check->excess = difference;
  check->facts = g_ptr_array_new_with_free_func (g_free);
  check->expected = zb_decimal_print_plain (outcome->expected);
  check->found = zb_decimal_print_plain (outcome->found);
  check->difference = zb_decimal_print_plain (difference);
  check->tolerance = zb_decimal_print_plain (outcome->tolerance);
  for (guint i = 0; i < outcome->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (outcome->facts, i);

    if (!check->passed)
      fact->flags |= ZB_FLAG_BIT (flag);
    else if (!outcome->bound)
      fact->flags |= ZB_FLAG_BIT (ZB_FLAG_CORROBORATED);
    fact->accused |= !check->passed && i == 0;
    g_ptr_array_add (check->facts, g_strdup_printf ("f%u", fact->number));
  }
  return check->passed;
}

ZbCheck *
zb_check_record_failure (ZbReport *report, const char *rule, GPtrArray *take_ids,
                         const char *message) {
  ZbCheck *check = check_new (report, rule, message);

  check->facts = take_ids;
  return check;
}
