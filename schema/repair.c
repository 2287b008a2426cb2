/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair.h"

#include <string.h>

#include "repair-trial.h"

/* With more suspects than that no single slip is told. */
#define MOST_SUSPECTS 400

void
zb_repair_free (gpointer data) {
  ZbRepair *repair = data;

  g_array_unref (repair->corrections);
  g_clear_pointer (&repair->mended, g_hash_table_unref);
  g_free (repair->meant);
  g_free (repair);
}

char *
zb_repair_plain_number (const char *raw) {
  g_auto (GStrv) parts = g_strsplit (raw, ",", -1);

  return g_strjoinv ("", parts);
}

gboolean
zb_repair_find_power (const ZbFact *fact, int *power) {
  static const int POWERS[] = { 0, 4, 8, 3 };
  g_autofree char *plain = zb_repair_plain_number (fact->raw);
  ZbDecimal printed, shifted;

  if (!zb_decimal_parse (plain, &printed))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (POWERS); i++)
    if (zb_decimal_shift (printed, POWERS[i], &shifted) && zb_decimal_compare (shifted, fact->value) == 0) {
      *power = POWERS[i];
      return TRUE;
    }
  return FALSE;
}

/* What @meant has more than the value of @fact, printed in units of 10^power. */
static gboolean
find_change (const ZbFact *fact, const char *meant, int power, ZbDecimal *change) {
  ZbDecimal value;

  return zb_decimal_parse (meant, &value) && zb_decimal_shift (value, power, &value)
         && zb_decimal_subtract (value, fact->value, change);
}

guint
zb_repair_count_decimals (const char *number) {
  const char *point = strchr (number, '.');

  return point != NULL ? (guint) strlen (point + 1) : 0;
}

/* The decimals of @cell and of whatever it is added up with in the failing sums: nobody prints one number of a
 * sum finer than all others, and what was read without a point has a tolerance that would hide it. */
static guint
find_finest (const ZbReport *report, const ZbTrial *trial, guint cell) {
  const ZbEquations *equations = trial->residuals->equations;
  guint finest = zb_repair_count_decimals (((const ZbFact *) g_ptr_array_index (report->facts, cell))->raw);

  for (guint i = 0; i < trial->failing->len; i++) {
    const ZbEquation *equation = zb_equations_get (equations, g_array_index (trial->failing, guint, i));

    for (guint k = 0; k < equation->count; k++) {
      const ZbFact *fact = g_ptr_array_index (report->facts, zb_equations_term (equations, equation, k)->cell);

      finest = MAX (finest, zb_repair_count_decimals (fact->raw));
    }
  }
  return finest;
}

static void
try_slips (const ZbReport *report, ZbTrial *trial, guint cell, GPtrArray *repairs) {
  const ZbFact *fact = g_ptr_array_index (report->facts, cell);
  g_autofree char *printed = zb_repair_plain_number (fact->raw);
  g_autoptr (GArray) slips = zb_slips_list (printed);
  guint finest = find_finest (report, trial, cell);
  int power;

  if (!zb_repair_find_power (fact, &power))
    return;
  for (guint i = 0; i < slips->len; i++) {
    const ZbSlip *slip = &g_array_index (slips, ZbSlip, i);
    ZbCorrection correction = { .cell = cell };
    ZbRepair *repair;

    if (zb_repair_count_decimals (slip->meant) > finest || !find_change (fact, slip->meant, power, &correction.change)
        || !zb_trial_holds (trial, &correction, 1))
      continue;
    repair = g_new0 (ZbRepair, 1);
    repair->kind = slip->kind;
    repair->meant = g_strdup (slip->meant);
    repair->corrections = g_array_new (FALSE, FALSE, sizeof (ZbCorrection));
    g_array_append_val (repair->corrections, correction);
    g_ptr_array_add (repairs, repair);
  }
}

GPtrArray *
zb_repairs_find (const ZbReport *report, ZbResiduals *residuals, const ZbSuspicion *suspicion) {
  GPtrArray *repairs = g_ptr_array_new_with_free_func (zb_repair_free);
  g_autoptr (ZbTrial) trial = zb_trial_new (residuals, suspicion);

  if (suspicion->cells->len > MOST_SUSPECTS || trial->failing->len == 0)
    return repairs;
  for (guint i = 0; i < suspicion->cells->len; i++) {
    guint cell = g_array_index (suspicion->cells, guint, i);

    if (zb_trial_is_in_all (trial, cell))
      try_slips (report, trial, cell, repairs);
  }
  return repairs;
}
