/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-equations.h"

ZbEquations *
zb_equations_new (guint cells) {
  ZbEquations *equations = g_new0 (ZbEquations, 1);

  equations->cells = cells;
  equations->floors = g_new (ZbDecimal, cells + 1);
  for (guint cell = 0; cell < cells; cell++)
    equations->floors[cell] = zb_decimal_from_int (-1);
  equations->list = g_array_new (FALSE, FALSE, sizeof (ZbEquation));
  equations->terms = g_array_new (FALSE, FALSE, sizeof (ZbEquationTerm));
  return equations;
}

void
zb_equations_free (ZbEquations *equations) {
  g_free (equations->floors);
  g_array_unref (equations->list);
  g_array_unref (equations->terms);
  g_free (equations->offsets);
  g_free (equations->of_cell);
  g_free (equations->signs);
  g_free (equations);
}

void
zb_equations_add (ZbEquations *equations, ZbEquation equation) {
  equation.first = equations->terms->len;
  equation.count = 0;
  g_array_append_val (equations->list, equation);
}

void
zb_equations_add_term (ZbEquations *equations, guint cell, int sign, ZbDecimal slack) {
  const ZbEquationTerm term = { cell, sign, slack };

  g_assert (cell < equations->cells && equations->offsets == NULL);
  g_array_append_val (equations->terms, term);
  g_array_index (equations->list, ZbEquation, equations->list->len - 1).count++;
}

void
zb_equations_set_floor (ZbEquations *equations, guint cell, ZbDecimal floor) {
  equations->floors[cell] = floor;
}

const ZbEquation *
zb_equations_get (const ZbEquations *equations, guint index) {
  return &g_array_index (equations->list, ZbEquation, index);
}

const ZbEquationTerm *
zb_equations_term (const ZbEquations *equations, const ZbEquation *equation, guint index) {
  return &g_array_index (equations->terms, ZbEquationTerm, equation->first + index);
}

/* A counting sort of the terms by cell. */
void
zb_equations_seal (ZbEquations *equations) {
  g_autofree guint *filled = g_new0 (guint, equations->cells + 1);

  equations->offsets = g_new0 (guint, equations->cells + 1);
  equations->of_cell = g_new (guint, equations->terms->len + 1);
  equations->signs = g_new (gint8, equations->terms->len + 1);
  for (guint t = 0; t < equations->terms->len; t++)
    equations->offsets[g_array_index (equations->terms, ZbEquationTerm, t).cell + 1]++;
  for (guint cell = 0; cell < equations->cells; cell++)
    equations->offsets[cell + 1] += equations->offsets[cell];
  for (guint e = 0; e < equations->list->len; e++) {
    const ZbEquation *equation = zb_equations_get (equations, e);

    for (guint t = 0; t < equation->count; t++) {
      const ZbEquationTerm *term = zb_equations_term (equations, equation, t);
      guint place = equations->offsets[term->cell] + filled[term->cell]++;

      equations->of_cell[place] = e;
      equations->signs[place] = (gint8) term->sign;
    }
  }
}

const guint *
zb_equations_of_cell (const ZbEquations *equations, guint cell, guint *count) {
  *count = equations->offsets[cell + 1] - equations->offsets[cell];
  return equations->of_cell + equations->offsets[cell];
}

const gint8 *
zb_equations_signs_of_cell (const ZbEquations *equations, guint cell) {
  return equations->signs + equations->offsets[cell];
}
