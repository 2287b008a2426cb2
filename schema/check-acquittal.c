/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-acquittal.h"

typedef struct {
  const ZbEquations *equations;
  ZbStanding *standings;
  ZbDecimal *charges; /* of each suspect: by how much it is off at least; 0: unknown */
  guint *suspects;    /* of each equation: how many of its cells are suspect */
  GArray *ready;      /* guint: equations that hold and have a single suspect */
} Court;

/* Rounding may be as much of what an equation is off by as it is allowed to be. */
static ZbDecimal
get_charge (const ZbEquation *equation) {
  ZbDecimal charge = zb_decimal_absolute (equation->residual);

  return zb_decimal_subtract (charge, equation->tolerance, &charge) && zb_decimal_sign (charge) > 0
             ? charge : (ZbDecimal){ 0 };
}

static void
charge_cells (Court *court, const ZbEquation *equation) {
  ZbDecimal charge = get_charge (equation);

  for (guint t = 0; t < equation->count; t++) {
    guint cell = zb_equations_term (court->equations, equation, t)->cell;

    court->standings[cell] = ZB_STANDING_SUSPECT;
    if (zb_decimal_sign (charge) != 0
        && (zb_decimal_sign (court->charges[cell]) == 0
            || zb_decimal_compare (charge, court->charges[cell]) < 0))
      court->charges[cell] = charge;
  }
}

static void
count_suspects (Court *court) {
  for (guint e = 0; e < court->equations->list->len; e++) {
    const ZbEquation *equation = zb_equations_get (court->equations, e);

    for (guint t = 0; t < equation->count; t++)
      court->suspects[e] += court->standings[zb_equations_term (court->equations, equation, t)->cell]
                            == ZB_STANDING_SUSPECT;
    if (!equation->failed && court->suspects[e] == 1 && equation->count > 1)
      g_array_append_val (court->ready, e);
  }
}

static void
acquit (Court *court, guint cell) {
  guint count;
  const guint *list = zb_equations_of_cell (court->equations, cell, &count);

  court->standings[cell] = ZB_STANDING_ACQUITTED;
  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (court->equations, list[i]);

    if (--court->suspects[list[i]] == 1 && !equation->failed && equation->count > 1)
      g_array_append_val (court->ready, list[i]);
  }
}

/* A suspect that is charged with more than what the equation would not notice is acquitted by it. */
static void
hear (Court *court, const ZbEquation *equation) {
  for (guint t = 0; t < equation->count; t++) {
    const ZbEquationTerm *term = zb_equations_term (court->equations, equation, t);

    if (court->standings[term->cell] != ZB_STANDING_SUSPECT)
      continue;
    if (zb_decimal_sign (court->charges[term->cell]) == 0
        || zb_decimal_compare (term->slack, court->charges[term->cell]) < 0)
      acquit (court, term->cell);
    return;
  }
}

gboolean
zb_acquittal_lacks_term (const ZbEquations *equations, const ZbEquation *equation,
                         const ZbStanding *standings) {
  for (guint t = 0; t < equation->count; t++)
    if (standings[zb_equations_term (equations, equation, t)->cell] != ZB_STANDING_ACQUITTED)
      return FALSE;
  return equation->failed && equation->may_lack && zb_decimal_sign (equation->residual) > 0;
}

static void
find_contradictions (Court *court) {
  for (guint e = 0; e < court->equations->list->len; e++) {
    const ZbEquation *equation = zb_equations_get (court->equations, e);

    if (!equation->failed || equation->kind == ZB_EQUATION_WITNESS || court->suspects[e] > 0
        || zb_acquittal_lacks_term (court->equations, equation, court->standings))
      continue;
    for (guint t = 0; t < equation->count; t++)
      court->standings[zb_equations_term (court->equations, equation, t)->cell]
        = ZB_STANDING_SUSPECT;
  }
}

ZbStanding *
zb_acquittal_find (const ZbEquations *equations) {
  g_autofree ZbDecimal *charges = g_new0 (ZbDecimal, equations->cells + 1);
  g_autofree guint *suspects = g_new0 (guint, equations->list->len + 1);
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));
  Court court = { equations, g_new0 (ZbStanding, equations->cells + 1), charges, suspects, ready };

  for (guint e = 0; e < equations->list->len; e++) {
    const ZbEquation *equation = zb_equations_get (equations, e);

    if (equation->failed && equation->kind != ZB_EQUATION_WITNESS)
      charge_cells (&court, equation);
  }
  count_suspects (&court);
  for (guint i = 0; i < ready->len; i++)
    hear (&court, zb_equations_get (equations, g_array_index (ready, guint, i)));
  find_contradictions (&court);
  return court.standings;
}
