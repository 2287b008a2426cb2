/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-verdict.h"

#include "check-guilt.h"
#include "fact-equations.h"
#include "suggestion.h"

#define OF_SUMS (ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH) | ZB_FLAG_BIT (ZB_FLAG_RATE_MISMATCH))

/* The side that is checked keeps its flag, for there the finding stands. */
static void
judge_fact (ZbFact *fact, ZbStanding standing) {
  fact->standing = standing;
  if (standing == ZB_STANDING_ACQUITTED && !fact->accused)
    fact->flags &= ~(OF_SUMS & ~fact->charges);
}

static gboolean
fails_relation (const ZbEquations *equations, guint cell) {
  guint count;
  const guint *list = zb_equations_of_cell (equations, cell, &count);

  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (equations, list[i]);

    if (equation->failed && equation->kind == ZB_EQUATION_RELATION)
      return TRUE;
  }
  return FALSE;
}

/* One correction that is the only explanation. What it does to a rate is not known. */
static void
mark_sole (const ZbReport *report, const ZbEquations *equations, const ZbSuspicion *suspicion) {
  const GArray *explanation;
  guint cell;

  if (!suspicion->exact || suspicion->explanations->len != 1)
    return;
  explanation = g_ptr_array_index (suspicion->explanations, 0);
  cell = g_array_index (explanation, ZbCorrection, 0).cell;
  if (explanation->len == 1 && !fails_relation (equations, cell))
    ((ZbFact *) g_ptr_array_index (report->facts, cell))->explains_all = TRUE;
}

/* The items of a list bear no flag for it, but the one that is found out. */
static void
flag_guilty (const ZbCheck *check) {
  for (guint i = 0; i < check->members->len; i++) {
    ZbFact *fact = g_ptr_array_index (check->members, i);

    if (fact->standing == ZB_STANDING_GUILTY)
      fact->flags |= ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH);
  }
}

static void
mark_check (const ZbReport *report, const ZbEquations *equations, const ZbEquation *equation,
            const ZbGuilt *guilt) {
  ZbCheck *check;

  if (equation->source == G_MAXUINT || !equation->failed || equation->kind != ZB_EQUATION_SUM)
    return;
  check = g_ptr_array_index (report->checks, equation->source);
  check->lacks_part = zb_acquittal_lacks_term (equations, equation, guilt->standings);
  flag_guilty (check);
}

void
zb_verdict_settle (ZbReport *report) {
  g_autoptr (ZbFactIndex) index = zb_fact_index_new (report->facts);
  g_autoptr (ZbEquations) equations = NULL;
  g_autoptr (ZbGuilt) guilt = NULL;

  report->index = index;
  equations = zb_fact_equations_new (report);
  guilt = zb_guilt_find (equations);
  for (guint i = 0; i < report->facts->len; i++)
    judge_fact (g_ptr_array_index (report->facts, i), guilt->standings[i]);
  for (guint e = 0; e < equations->list->len; e++)
    mark_check (report, equations, zb_equations_get (equations, e), guilt);
  for (guint i = 0; i < guilt->suspicions->len; i++)
    mark_sole (report, equations, g_ptr_array_index (guilt->suspicions, i));
  zb_suggestions_offer (report, equations, guilt);
  report->index = NULL;
}
