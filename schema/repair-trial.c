/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair-trial.h"

ZbTrial *
zb_trial_new (ZbResiduals *residuals, const ZbSuspicion *suspicion) {
  const ZbEquations *equations = residuals->equations;
  ZbTrial *trial = g_new0 (ZbTrial, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  trial->residuals = residuals;
  trial->failing = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; suspicion != NULL && i < suspicion->cells->len; i++) {
    guint count;
    const guint *list
      = zb_equations_of_cell (equations, g_array_index (suspicion->cells, guint, i), &count);

    for (guint k = 0; k < count; k++) {
      const ZbEquation *equation = zb_equations_get (equations, list[k]);

      if (equation->failed && equation->kind == ZB_EQUATION_SUM
          && g_hash_table_add (seen, GUINT_TO_POINTER (list[k])))
        g_array_append_val (trial->failing, list[k]);
    }
  }
  return trial;
}

void
zb_trial_free (ZbTrial *trial) {
  g_array_unref (trial->failing);
  g_free (trial);
}

gboolean
zb_trial_is_in_all (const ZbTrial *trial, guint cell) {
  guint count, failing = 0;
  const guint *list = zb_equations_of_cell (trial->residuals->equations, cell, &count);

  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (trial->residuals->equations, list[i]);

    failing += equation->failed && equation->kind == ZB_EQUATION_SUM;
  }
  return failing == trial->failing->len;
}

GHashTable *
zb_trial_list_failing (const ZbTrial *trial, const ZbCorrection *corrections, guint count) {
  GHashTable *seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < count; i++) {
    guint sums;
    const guint *list
      = zb_equations_of_cell (trial->residuals->equations, corrections[i].cell, &sums);

    for (guint k = 0; k < sums; k++) {
      const ZbEquation *equation = zb_equations_get (trial->residuals->equations, list[k]);

      if (equation->failed && equation->kind == ZB_EQUATION_SUM)
        g_hash_table_add (seen, GUINT_TO_POINTER (list[k]));
    }
  }
  return seen;
}

static gboolean
all_hold (const ZbTrial *trial, const guint *list, guint count) {
  for (guint i = 0; i < count; i++)
    if (zb_equations_get (trial->residuals->equations, list[i])->kind == ZB_EQUATION_SUM
        && zb_residuals_fails (trial->residuals, list[i], FALSE))
      return FALSE;
  return TRUE;
}

gboolean
zb_trial_holds (ZbTrial *trial, const ZbCorrection *corrections, guint count) {
  guint applied = 0;
  gboolean holds = TRUE;

  while (applied < count && zb_residuals_apply (trial->residuals, corrections[applied].cell,
                                                corrections[applied].change))
    applied++;
  holds = applied == count
          && all_hold (trial, (const guint *) trial->failing->data, trial->failing->len);
  for (guint i = 0; holds && i < count; i++) {
    guint sums;
    const guint *list
      = zb_equations_of_cell (trial->residuals->equations, corrections[i].cell, &sums);

    holds = all_hold (trial, list, sums);
  }
  while (applied-- > 0)
    zb_residuals_apply (trial->residuals, corrections[applied].cell,
                        zb_decimal_negate (corrections[applied].change));
  return holds;
}
