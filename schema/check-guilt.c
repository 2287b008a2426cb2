/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-guilt.h"

#include "check-explanation.h"

static void
suspicion_free (gpointer data) {
  ZbSuspicion *suspicion = data;

  g_array_unref (suspicion->cells);
  g_ptr_array_unref (suspicion->explanations);
  g_free (suspicion);
}

void
zb_guilt_free (ZbGuilt *guilt) {
  g_free (guilt->standings);
  g_ptr_array_unref (guilt->suspicions);
  g_free (guilt);
}

/* The root of the tree of @cell; halves the paths on the way. */
static guint
find_root (guint *parents, guint cell) {
  while (parents[cell] != cell) {
    parents[cell] = parents[parents[cell]];
    cell = parents[cell];
  }
  return cell;
}

/* Joins the suspects of each sum, held or not: to change one of them asks for another. */
static guint *
join_suspects (const ZbEquations *equations, const ZbStanding *standings) {
  guint *parents = g_new (guint, equations->cells + 1);

  for (guint cell = 0; cell < equations->cells; cell++)
    parents[cell] = cell;
  for (guint e = 0; e < equations->list->len; e++) {
    const ZbEquation *equation = zb_equations_get (equations, e);
    guint first = G_MAXUINT;

    for (guint t = 0; equation->kind == ZB_EQUATION_SUM && t < equation->count; t++) {
      guint cell = zb_equations_term (equations, equation, t)->cell;

      if (standings[cell] != ZB_STANDING_SUSPECT)
        continue;
      if (first == G_MAXUINT)
        first = cell;
      parents[find_root (parents, cell)] = find_root (parents, first);
    }
  }
  return parents;
}

/* The suspects, in groups that no equation joins. */
static GPtrArray *
divide_suspects (const ZbEquations *equations, const ZbStanding *standings) {
  g_autofree guint *parents = join_suspects (equations, standings);
  g_autofree ZbSuspicion **of_root = g_new0 (ZbSuspicion *, equations->cells + 1);
  GPtrArray *suspicions = g_ptr_array_new_with_free_func (suspicion_free);

  for (guint cell = 0; cell < equations->cells; cell++) {
    guint root = find_root (parents, cell);

    if (standings[cell] != ZB_STANDING_SUSPECT)
      continue;
    if (of_root[root] == NULL) {
      of_root[root] = g_new0 (ZbSuspicion, 1);
      of_root[root]->cells = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (suspicions, of_root[root]);
    }
    g_array_append_val (of_root[root]->cells, cell);
  }
  return suspicions;
}

/* Whether every explanation corrects @cell. */
static gboolean
is_in_all (const ZbSuspicion *suspicion, guint cell) {
  for (guint i = 0; i < suspicion->explanations->len; i++) {
    const GArray *explanation = g_ptr_array_index (suspicion->explanations, i);
    gboolean found = FALSE;

    for (guint k = 0; k < explanation->len && !found; k++)
      found = g_array_index (explanation, ZbCorrection, k).cell == cell;
    if (!found)
      return FALSE;
  }
  return TRUE;
}

/* Who is in every explanation is guilty, who is in none is cleared; a search that was cut short says nothing of
 * anybody. */
static void
judge (ZbGuilt *guilt, const ZbSuspicion *suspicion) {
  if (!suspicion->exact)
    return;
  for (guint i = 0; i < suspicion->cells->len; i++)
    guilt->standings[g_array_index (suspicion->cells, guint, i)] = ZB_STANDING_CLEARED;
  for (guint i = 0; i < suspicion->explanations->len; i++) {
    const GArray *explanation = g_ptr_array_index (suspicion->explanations, i);

    for (guint k = 0; k < explanation->len; k++) {
      guint cell = g_array_index (explanation, ZbCorrection, k).cell;

      guilt->standings[cell] = is_in_all (suspicion, cell) ? ZB_STANDING_GUILTY
                                                           : ZB_STANDING_SUSPECT;
    }
  }
}

static gboolean
stands_in_held (const ZbEquations *equations, guint cell) {
  guint count;
  const guint *list = zb_equations_of_cell (equations, cell, &count);

  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (equations, list[i]);

    if (!equation->failed)
      return TRUE;
  }
  return FALSE;
}

/* Whether a cell of the relation is to blame by the sums. */
static gboolean
is_explained (const ZbEquations *equations, const ZbEquation *relation, const ZbGuilt *guilt,
              const ZbStanding *before) {
  for (guint t = 0; t < relation->count; t++) {
    guint cell = zb_equations_term (equations, relation, t)->cell;

    if (before[cell] >= ZB_STANDING_SUSPECT && guilt->standings[cell] >= ZB_STANDING_SUSPECT)
      return TRUE;
  }
  return FALSE;
}

/* A relation that fails clears nobody by itself: the number that is checked, its first, stays suspect unless it is
 * acquitted, else those that nothing speaks for, else all. */
static void
judge_relation (ZbGuilt *guilt, const ZbEquations *equations, const ZbEquation *relation,
                const ZbStanding *before) {
  gboolean any = is_explained (equations, relation, guilt, before);

  for (guint pass = 0; pass < 3 && !any; pass++)
    for (guint t = 0; t < (pass == 0 ? 1 : relation->count); t++) {
      guint cell = zb_equations_term (equations, relation, t)->cell;

      if (guilt->standings[cell] == ZB_STANDING_ACQUITTED
          || (pass == 1 && stands_in_held (equations, cell)))
        continue;
      guilt->standings[cell] = MAX (guilt->standings[cell], ZB_STANDING_SUSPECT);
      any = TRUE;
    }
}

/* Suspects that only relations charge, as the sums leave them. */
static void
clear_of_sums (ZbGuilt *guilt, const ZbEquations *equations, guint cell) {
  guint count;
  const guint *list = zb_equations_of_cell (equations, cell, &count);

  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (equations, list[i]);

    if (equation->failed && equation->kind == ZB_EQUATION_SUM)
      return;
  }
  if (guilt->standings[cell] == ZB_STANDING_SUSPECT)
    guilt->standings[cell] = ZB_STANDING_CLEARED;
}

static void
judge_relations (ZbGuilt *guilt, const ZbEquations *equations) {
  g_autofree ZbStanding *before = NULL;

  for (guint cell = 0; cell < equations->cells; cell++)
    clear_of_sums (guilt, equations, cell);
  before = g_memdup2 (guilt->standings, (equations->cells + 1) * sizeof (ZbStanding));
  for (guint e = 0; e < equations->list->len; e++) {
    const ZbEquation *equation = zb_equations_get (equations, e);

    if (equation->failed && equation->kind == ZB_EQUATION_RELATION)
      judge_relation (guilt, equations, equation, before);
  }
}

ZbGuilt *
zb_guilt_find (const ZbEquations *equations) {
  ZbGuilt *guilt = g_new0 (ZbGuilt, 1);
  g_autoptr (ZbExplaining) explaining = zb_explaining_new (equations);

  guilt->standings = zb_acquittal_find (equations);
  guilt->suspicions = divide_suspects (equations, guilt->standings);
  for (guint i = 0; i < guilt->suspicions->len; i++) {
    ZbSuspicion *suspicion = g_ptr_array_index (guilt->suspicions, i);

    suspicion->explanations = zb_explaining_run (explaining, guilt->standings, suspicion->cells,
                                                 &suspicion->exact);
    judge (guilt, suspicion);
  }
  judge_relations (guilt, equations);
  return guilt;
}
