/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-camps.h"

static ZbFact *
fact_new (const char *value) {
  ZbFact *fact = zb_fact_new ();

  g_assert_true (zb_decimal_parse (value, &fact->value));
  fact->half_unit = zb_decimal_half_unit (fact->value);
  return fact;
}

/* Counting by sorted ends and comparing every pair are the same. */
static void
test_pairs (void) {
  static const char *const VALUES[] = { "10.0", "10.05", "10.2", "10", "9.5", "-3", "10.00", "11" };
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_fact_free);
  g_autofree guint *camps = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    g_ptr_array_add (facts, fact_new (VALUES[i]));
  camps = zb_fact_camps_count ((const ZbFact *const *) facts->pdata, facts->len);
  for (guint i = 0; i < facts->len; i++) {
    guint count = 0;

    for (guint k = 0; k < facts->len; k++)
      count += zb_facts_agree (g_ptr_array_index (facts, i), g_ptr_array_index (facts, k));
    g_assert_cmpuint (camps[i], ==, count);
  }
  g_assert_cmpuint (camps[5], ==, 1); /* -3 stands alone */
  g_assert_cmpuint (camps[3], ==, 7); /* 10 may have been anything from 9.5 to 10.5 */
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/fact-camps/pairs", test_pairs);
  return g_test_run ();
}
