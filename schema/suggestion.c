/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "suggestion.h"

#include <string.h>

#include "repair-swap.h"
#include "repair-unsure.h"

/* c3 rule, c7 rule: the checks that fail with @fact. The caller frees it. */
static char *
print_evidence (const ZbReport *report, const ZbEquations *equations, const ZbFact *fact) {
  GString *evidence = g_string_new (NULL);
  guint count;
  const guint *list = zb_equations_of_cell (equations, fact->number - 1, &count);

  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (equations, list[i]);
    const ZbCheck *check;

    if (!equation->failed || equation->source == G_MAXUINT || equation->kind != ZB_EQUATION_SUM)
      continue;
    check = g_ptr_array_index (report->checks, equation->source);
    g_string_append_printf (evidence, "%sc%u %s", evidence->len > 0 ? ", " : "", check->number,
                            check->rule);
  }
  return g_string_free (evidence, FALSE);
}

/* @meant with commas between its thousands where @printed has them; the caller frees it. */
static char *
print_like (const char *meant, const char *printed) {
  GString *text = g_string_new (meant);
  const char *point = strchr (meant, '.');
  gssize place = point != NULL ? point - meant : (gssize) strlen (meant);

  for (place -= 3; strchr (printed, ',') != NULL && place > 0 && g_ascii_isdigit (meant[place - 1]);
       place -= 3)
    g_string_insert_c (text, place, ',');
  return g_string_free (text, FALSE);
}

/* Nothing where no check of the report fails with @fact. */
static void
offer (const ZbReport *report, const ZbEquations *equations, const ZbCorrection *correction,
       const char *meant, ZbSlipKind kind) {
  ZbFact *fact = g_ptr_array_index (report->facts, correction->cell);
  g_autofree char *evidence = print_evidence (report, equations, fact);
  g_autofree char *plain = zb_repair_plain_number (meant);
  ZbDecimal value;

  if (fact->suggestion != NULL || *evidence == '\0'
      || !zb_decimal_add (fact->value, correction->change, &value))
    return;
  fact->suggestion = g_new0 (ZbSuggestion, 1);
  fact->suggestion->value = zb_decimal_print_plain (value);
  fact->suggestion->raw = print_like (plain, fact->raw);
  fact->suggestion->evidence = g_steal_pointer (&evidence);
  fact->suggestion->slip = kind;
}

/* Two places that were changed stand side by side among the corrections: each is meant to be as the other is printed. */
static void
offer_repair (const ZbReport *report, const ZbEquations *equations, const ZbRepair *repair) {
  for (guint i = 0; i < repair->corrections->len; i++) {
    const ZbCorrection *correction = &g_array_index (repair->corrections, ZbCorrection, i);
    const ZbCorrection *other = &g_array_index (repair->corrections, ZbCorrection, i ^ 1);

    if (repair->meant != NULL)
      offer (report, equations, correction, repair->meant, repair->kind);
    else
      offer (report, equations, correction,
             ((const ZbFact *) g_ptr_array_index (report->facts, other->cell))->raw, repair->kind);
  }
}

/* How many sums both mend. */
static guint
count_shared (const ZbRepair *a, const ZbRepair *b) {
  GHashTableIter iter;
  gpointer sum;
  guint count = 0;

  g_hash_table_iter_init (&iter, a->mended);
  while (g_hash_table_iter_next (&iter, &sum, NULL))
    count += g_hash_table_contains (b->mended, sum);
  return count;
}

/* Whether another repair mends some of the same sums as @index does: then neither is the only one, unless one of them
 * mends all that the other does and more, or the same with more numbers, and so is the whole of what happened. */
static gboolean
is_rivalled (const GPtrArray *repairs, guint index) {
  const ZbRepair *repair = g_ptr_array_index (repairs, index);
  guint mended = g_hash_table_size (repair->mended);

  for (guint i = 0; i < repairs->len; i++) {
    const ZbRepair *other = g_ptr_array_index (repairs, i);
    guint shared = i != index ? count_shared (repair, other) : 0;
    gboolean whole = shared == g_hash_table_size (other->mended)
                     && (shared < mended || other->corrections->len < repair->corrections->len);

    if (shared > 0 && !whole)
      return TRUE;
  }
  return FALSE;
}

/* Of what no slip in a single number explains, what rows and columns that changed places do. */
static void
offer_swaps (const ZbReport *report, const ZbEquations *equations, ZbResiduals *residuals,
             const GArray *suspects) {
  g_autoptr (GPtrArray) repairs = zb_repair_find_swaps (report, residuals, suspects);

  for (guint i = 0; i < repairs->len; i++)
    if (!is_rivalled (repairs, i))
      offer_repair (report, equations, g_ptr_array_index (repairs, i));
}

/* What sums leave for numbers that recognition was unsure of, and for which no slip has an explanation. */
static void
offer_unsure (const ZbReport *report, const ZbEquations *equations) {
  for (guint cell = 0; cell < report->facts->len; cell++) {
    g_autoptr (GPtrArray) repairs = g_ptr_array_new_with_free_func (zb_repair_free);

    zb_repair_find_unsure (report, equations, cell, repairs);
    for (guint i = 0; i < repairs->len; i++)
      offer_repair (report, equations, g_ptr_array_index (repairs, i));
  }
}

void
zb_suggestions_offer (ZbReport *report, const ZbEquations *equations, const ZbGuilt *guilt) {
  g_autoptr (ZbResiduals) residuals = zb_residuals_new (equations);
  g_autoptr (GArray) unexplained = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < guilt->suspicions->len; i++) {
    const ZbSuspicion *suspicion = g_ptr_array_index (guilt->suspicions, i);
    g_autoptr (GPtrArray) repairs = zb_repairs_find (report, residuals, suspicion);

    if (repairs->len == 1)
      offer_repair (report, equations, g_ptr_array_index (repairs, 0));
    else if (repairs->len == 0)
      g_array_append_vals (unexplained, suspicion->cells->data, suspicion->cells->len);
  }
  offer_swaps (report, equations, residuals, unexplained);
  offer_unsure (report, equations);
}
