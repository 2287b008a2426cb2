/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-residuals.h"

ZbResiduals *
zb_residuals_new (const ZbEquations *equations) {
  ZbResiduals *residuals = g_new0 (ZbResiduals, 1);

  residuals->equations = equations;
  residuals->of = g_new (ZbDecimal, equations->list->len + 1);
  for (guint e = 0; e < equations->list->len; e++)
    residuals->of[e] = zb_equations_get (equations, e)->residual;
  return residuals;
}

void
zb_residuals_free (ZbResiduals *residuals) {
  g_free (residuals->of);
  g_free (residuals);
}

/* Adds @change to what equation @index is off by. */
static gboolean
apply_in (ZbResiduals *residuals, guint index, gint8 sign, ZbDecimal change) {
  if (zb_equations_get (residuals->equations, index)->kind != ZB_EQUATION_SUM)
    return TRUE;
  return zb_decimal_add (residuals->of[index], sign > 0 ? change : zb_decimal_negate (change),
                         &residuals->of[index]);
}

gboolean
zb_residuals_apply (ZbResiduals *residuals, guint cell, ZbDecimal change) {
  guint count;
  const guint *list = zb_equations_of_cell (residuals->equations, cell, &count);
  const gint8 *signs = zb_equations_signs_of_cell (residuals->equations, cell);

  for (guint i = 0; i < count; i++)
    if (!apply_in (residuals, list[i], signs[i], change)) {
      while (i-- > 0)
        apply_in (residuals, list[i], signs[i], zb_decimal_negate (change));
      return FALSE;
    }
  return TRUE;
}

gboolean
zb_residuals_fails (const ZbResiduals *residuals, guint index, gboolean derived) {
  const ZbEquation *equation = zb_equations_get (residuals->equations, index);
  ZbDecimal allowed = equation->tolerance;

  if (derived && zb_decimal_compare (residuals->of[index], equation->residual) != 0
      && !zb_decimal_add (allowed, allowed, &allowed))
    return TRUE;
  return zb_decimal_compare (zb_decimal_absolute (residuals->of[index]), allowed) > 0;
}
