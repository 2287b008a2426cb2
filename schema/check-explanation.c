/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-explanation.h"

#include "check-residuals.h"

/* More mistakes that hang together are not told apart. */
#define MOST_CORRECTIONS 8
/* How many sums may be looked at for one group of suspects, and for all of a document. */
#define MOST_STEPS 400000
#define MOST_STEPS_IN_ALL 4000000
/* So many explanations explain nothing. */
#define MOST_EXPLANATIONS 100

struct _ZbExplaining {
  const ZbEquations *equations;
  ZbResiduals *residuals; /* after the corrections of the path */
  gboolean *corrected;   /* of each cell: on the path */
  guint *listed;         /* of each equation: in which run it was listed last */
  guint run;
  guint64 steps;         /* of all runs */
  guint64 limit;         /* of steps: where this run ends */
  const ZbStanding *standings;
  GArray *sums;          /* guint: the equations of this run */
  GArray *path;          /* ZbCorrection */
  guint bound;           /* of its length */
  GPtrArray *found;
};

ZbExplaining *
zb_explaining_new (const ZbEquations *equations) {
  ZbExplaining *explaining = g_new0 (ZbExplaining, 1);

  explaining->equations = equations;
  explaining->residuals = zb_residuals_new (equations);
  explaining->corrected = g_new0 (gboolean, equations->cells + 1);
  explaining->listed = g_new0 (guint, equations->list->len + 1);
  explaining->sums = g_array_new (FALSE, FALSE, sizeof (guint));
  explaining->path = g_array_new (FALSE, FALSE, sizeof (ZbCorrection));
  return explaining;
}

void
zb_explaining_free (ZbExplaining *explaining) {
  zb_residuals_free (explaining->residuals);
  g_free (explaining->corrected);
  g_free (explaining->listed);
  g_array_unref (explaining->sums);
  g_array_unref (explaining->path);
  g_free (explaining);
}

static gboolean
fails (ZbExplaining *explaining, guint e) {
  explaining->steps++;
  return zb_residuals_fails (explaining->residuals, e, TRUE);
}

static gboolean
is_same_explanation (const GArray *a, const GArray *b) {
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, ZbCorrection, i).cell != g_array_index (b, ZbCorrection, i).cell)
      return FALSE;
  return a->len == b->len;
}

static gint
compare_cells (gconstpointer a, gconstpointer b) {
  guint left = ((const ZbCorrection *) a)->cell, right = ((const ZbCorrection *) b)->cell;

  return left < right ? -1 : left > right;
}

/* Keeps the path, unless the same cells explain it already. */
static void
keep_path (ZbExplaining *explaining) {
  GArray *explanation = g_array_copy (explaining->path);

  g_array_sort (explanation, compare_cells);
  for (guint i = 0; i < explaining->found->len; i++)
    if (is_same_explanation (explanation, g_ptr_array_index (explaining->found, i))) {
      g_array_unref (explanation);
      return;
    }
  g_ptr_array_add (explaining->found, explanation);
}

static gboolean
is_spent (const ZbExplaining *explaining) {
  return explaining->steps >= explaining->limit || explaining->found->len > MOST_EXPLANATIONS;
}

static void search (ZbExplaining *explaining);

/* Whether @cell may be corrected, and by as much. */
static gboolean
may_correct (const ZbExplaining *explaining, guint cell, ZbDecimal change) {
  ZbDecimal floor = explaining->equations->floors[cell];

  return explaining->standings[cell] == ZB_STANDING_SUSPECT && !explaining->corrected[cell]
         && (zb_decimal_sign (floor) < 0
             || zb_decimal_compare (zb_decimal_negate (change), floor) <= 0);
}

/* Goes on with the cell of @term corrected by what equation @e asks of it. */
static void
try_correction (ZbExplaining *explaining, const ZbEquationTerm *term, guint e) {
  ZbDecimal change = explaining->residuals->of[e];
  ZbCorrection correction = { term->cell, term->sign > 0 ? zb_decimal_negate (change) : change };

  if (!may_correct (explaining, correction.cell, correction.change))
    return;
  if (!zb_residuals_apply (explaining->residuals, term->cell, correction.change))
    return;
  explaining->corrected[term->cell] = TRUE;
  g_array_append_val (explaining->path, correction);
  search (explaining);
  g_array_set_size (explaining->path, explaining->path->len - 1);
  explaining->corrected[term->cell] = FALSE;
  zb_residuals_apply (explaining->residuals, term->cell, zb_decimal_negate (correction.change));
}

/* Tries all that any failing sum may ask for; where one correction is left, it has to mend the first of them. */
static void
search (ZbExplaining *explaining) {
  g_autoptr (GArray) failing = g_array_new (FALSE, FALSE, sizeof (guint));
  guint left = explaining->bound - explaining->path->len;

  for (guint i = 0; i < explaining->sums->len; i++) {
    guint e = g_array_index (explaining->sums, guint, i);

    if (fails (explaining, e))
      g_array_append_val (failing, e);
  }
  if (failing->len == 0) {
    keep_path (explaining);
    return;
  }
  for (guint i = 0; left > 0 && i < (left == 1 ? 1 : failing->len); i++) {
    guint e = g_array_index (failing, guint, i);
    const ZbEquation *equation = zb_equations_get (explaining->equations, e);

    for (guint t = 0; t < equation->count && !is_spent (explaining); t++)
      try_correction (explaining, zb_equations_term (explaining->equations, equation, t), e);
  }
}

/* The sums that @cells stand in; how many of them fail. */
static guint
list_sums (ZbExplaining *explaining, const GArray *cells) {
  guint failing = 0;

  explaining->run++;
  g_array_set_size (explaining->sums, 0);
  for (guint i = 0; i < cells->len; i++) {
    guint count;
    const guint *list = zb_equations_of_cell (explaining->equations,
                                              g_array_index (cells, guint, i), &count);

    for (guint k = 0; k < count; k++) {
      const ZbEquation *equation = zb_equations_get (explaining->equations, list[k]);

      if (equation->kind != ZB_EQUATION_SUM || explaining->listed[list[k]] == explaining->run)
        continue;
      explaining->listed[list[k]] = explaining->run;
      g_array_append_val (explaining->sums, list[k]);
      failing += equation->failed;
    }
  }
  return failing;
}

/* How many failing sums less there would be. */
static int
count_gain (ZbExplaining *explaining, const ZbCorrection *correction) {
  ZbDecimal change = correction->change;
  guint count;
  const guint *list = zb_equations_of_cell (explaining->equations, correction->cell, &count);
  int gain = 0;

  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < count; i++)
      if (zb_equations_get (explaining->equations, list[i])->kind == ZB_EQUATION_SUM)
        gain += (pass == 0 ? 1 : -1) * fails (explaining, list[i]);
    if (!zb_residuals_apply (explaining->residuals, correction->cell, pass == 0 ? change : zb_decimal_negate (change)))
      return 0;
  }
  return gain;
}

/* The correction that mends most, if it is the only one to mend so much and mends more than it breaks. */
static gboolean
find_best (ZbExplaining *explaining, ZbCorrection *best) {
  int most = 0;
  gboolean single = FALSE;

  for (guint i = 0; i < explaining->sums->len; i++) {
    guint e = g_array_index (explaining->sums, guint, i);
    const ZbEquation *equation = zb_equations_get (explaining->equations, e);

    for (guint t = 0; fails (explaining, e) && t < equation->count; t++) {
      const ZbEquationTerm *term = zb_equations_term (explaining->equations, equation, t);
      ZbDecimal residual = explaining->residuals->of[e];
      ZbCorrection correction = { term->cell, term->sign > 0 ? zb_decimal_negate (residual) : residual };
      int gain = may_correct (explaining, correction.cell, correction.change)
                     ? count_gain (explaining, &correction) : 0;

      if (gain < most || gain <= 0)
        continue;
      single = gain > most || (single && best->cell == term->cell);
      most = gain;
      *best = correction;
    }
  }
  return single;
}

/* One correction after the other, each the one that mends most. */
static void
search_greedily (ZbExplaining *explaining) {
  ZbCorrection best;

  while (explaining->path->len < MOST_CORRECTIONS && explaining->steps < MOST_STEPS_IN_ALL
         && find_best (explaining, &best)) {
    if (!zb_residuals_apply (explaining->residuals, best.cell, best.change))
      break;
    explaining->corrected[best.cell] = TRUE;
    g_array_append_val (explaining->path, best);
  }
  if (explaining->path->len > 0)
    keep_path (explaining);
  while (explaining->path->len > 0) {
    best = g_array_index (explaining->path, ZbCorrection, explaining->path->len - 1);
    zb_residuals_apply (explaining->residuals, best.cell, zb_decimal_negate (best.change));
    explaining->corrected[best.cell] = FALSE;
    g_array_set_size (explaining->path, explaining->path->len - 1);
  }
}

static void
free_explanation (gpointer data) {
  g_array_unref (data);
}

GPtrArray *
zb_explaining_run (ZbExplaining *explaining, const ZbStanding *standings, const GArray *cells,
                   gboolean *exact) {
  explaining->standings = standings;
  explaining->found = g_ptr_array_new_with_free_func (free_explanation);
  explaining->limit = MIN (explaining->steps + MOST_STEPS, MOST_STEPS_IN_ALL);
  *exact = FALSE;
  if (list_sums (explaining, cells) == 0)
    return explaining->found;
  for (explaining->bound = 1; explaining->bound <= MOST_CORRECTIONS && explaining->found->len == 0
                              && !is_spent (explaining);
       explaining->bound++)
    search (explaining);
  *exact = !is_spent (explaining) && explaining->found->len > 0;
  if (!*exact) {
    g_ptr_array_set_size (explaining->found, 0);
    search_greedily (explaining);
  }
  return explaining->found;
}
