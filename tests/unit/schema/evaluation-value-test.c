/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-value.h"

#include <glib.h>

/* A target is a relation, a number and a unit; without a relation, words around a number stay words. */
static void
test_targets (void) {
  static const struct {
    const char *text, *op, *value, *unit;
  } CASES[] = {
    { "≥90%", ">=", "90", "%" },
    { "≤11月", "<=", "11", "月" },
    { "＝100%", "=", "100", "%" },
    { "≥494个数", ">=", "494", "个数" },
    { "≥50次数", ">=", "50", "次数" },
    { "≥1.6万场", ">=", "1.6", "万场" },
    { "494个数", NULL, NULL, NULL },
    { "≥全市95%", NULL, NULL, NULL },
    { "≥50次，其中线上20次", NULL, NULL, NULL },
    { "按期完成", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    ZbEvaluationValue value = zb_evaluation_value_parse (CASES[i].text);

    g_test_message ("%s", CASES[i].text);
    g_assert_cmpstr (value.op, ==, CASES[i].op);
    g_assert_cmpstr (value.value, ==, CASES[i].value);
    g_assert_cmpstr (value.unit, ==, CASES[i].unit);
    zb_evaluation_value_clear (&value);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/evaluation-value/targets", test_targets);
  return g_test_run ();
}
