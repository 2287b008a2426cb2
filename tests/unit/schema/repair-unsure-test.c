/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair-unsure.h"

/* total = first + second, as printed in yuan. */
typedef struct {
  const char *total, *first, *second; /* raw; the second is unsure */
  gboolean both_unsure;               /* the first, too */
  gboolean may_lack;                  /* the total may have a part that was not found */
  gboolean denied;                    /* another sum has the second as it is printed */
  const char *meant;                  /* what is left for the second; NULL: nothing */
} Case;

static const Case CASES[] = {
  { "69.73", "33.00", "88.73", .meant = "36.73" },
  { "69.73", "33.00", "5.73", .meant = "36.73" },
  { "36.00", "33.00", "3000", .meant = "3.00" },
  { "33.00", "33.00", "1.00", .meant = "0.00" },
  { "69.73", "33.00", "36.7336.73", .meant = "36.73" },
  { "69.73", "33.00", "88.73", .both_unsure = TRUE },
  { "69.73", "33.00", "11.11", .meant = NULL },
  { "69.73", "33.00", "88.73", .may_lack = TRUE, .meant = "36.73" },
  { "69.73", "33.00", "35.73", .may_lack = TRUE },
  { "69.73", "33.00", "88.73", .denied = TRUE },
  { "33.00", "69.73", "36.73", .meant = NULL }, /* less than nothing */
};

static ZbDecimal
parse (const char *text) {
  ZbDecimal value = zb_decimal_from_int (0);

  /* 36.7336.73 is no number: its value is whatever was made of it */
  if (!zb_decimal_parse (text, &value))
    value = zb_decimal_from_int (7);
  return value;
}

static void
add_fact (GPtrArray *facts, const char *raw, gboolean unsure) {
  ZbFact *fact = zb_fact_new ();

  fact->raw = g_strdup (raw);
  fact->value = parse (raw);
  fact->flags = unsure ? ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT) : 0;
  g_ptr_array_add (facts, fact);
}

static void
add_sum (ZbEquations *equations, const Case *sum) {
  ZbEquation equation = { .kind = ZB_EQUATION_SUM, .failed = TRUE, .may_lack = sum->may_lack };
  ZbDecimal zero = zb_decimal_from_int (0);

  g_assert_true (zb_decimal_subtract (parse (sum->total), parse (sum->first), &equation.residual));
  g_assert_true (zb_decimal_subtract (equation.residual, parse (sum->second), &equation.residual));
  equation.tolerance = zero;
  zb_equations_add (equations, equation);
  zb_equations_add_term (equations, 0, 1, zero);
  zb_equations_add_term (equations, 1, -1, zero);
  zb_equations_add_term (equations, 2, -1, zero);
  if (!sum->denied)
    return;
  zb_equations_add (equations, (ZbEquation){ .kind = ZB_EQUATION_SUM, .residual = zero, .tolerance = zero });
  zb_equations_add_term (equations, 3, 1, zero);
  zb_equations_add_term (equations, 2, -1, zero);
}

static void
test_cases (void) {
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    const Case *sum = &CASES[i];
    g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_fact_free);
    g_autoptr (GPtrArray) repairs = g_ptr_array_new_with_free_func (zb_repair_free);
    g_autoptr (ZbEquations) equations = zb_equations_new (4);
    ZbReport report = { .facts = facts };

    g_test_message ("case %u", i);
    add_fact (facts, sum->total, FALSE);
    add_fact (facts, sum->first, sum->both_unsure);
    add_fact (facts, sum->second, TRUE);
    add_fact (facts, sum->second, FALSE);
    add_sum (equations, sum);
    zb_equations_seal (equations);
    zb_repair_find_unsure (&report, equations, 2, repairs);
    g_assert_cmpuint (repairs->len, ==, sum->meant != NULL);
    if (sum->meant != NULL)
      g_assert_cmpstr (((const ZbRepair *) g_ptr_array_index (repairs, 0))->meant, ==, sum->meant);
    g_ptr_array_set_size (repairs, 0);
    zb_repair_find_unsure (&report, equations, 0, repairs); /* a sure number is let be */
    g_assert_cmpuint (repairs->len, ==, 0);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/repair-unsure/cases", test_cases);
  return g_test_run ();
}
