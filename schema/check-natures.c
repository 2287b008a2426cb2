/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-natures.h"

#include "check-record.h"
#include "check-terms.h"
#include "check-words.h"
#include "text-fold.h"

/* A single row may be an exception. */
#define FEWEST_OPPOSING 2

typedef enum { NATURE_NONE, NATURE_BASIC, NATURE_PROJECT } Nature;

static Nature
nature_of_name (const char *name) {
  g_autofree char *folded = zb_text_fold (name != NULL ? name : "");

  if (zb_check_word_lookup (ZB_CHECK_WORD_BASIC_NATURE, folded) != NULL)
    return NATURE_BASIC;
  return zb_check_word_lookup (ZB_CHECK_WORD_PROJECT_NATURE, folded) != NULL ? NATURE_PROJECT
                                                                             : NATURE_NONE;
}

static Nature
nature_of_class (const ZbCatalogue *catalogue, const char *economic) {
  const char class[] = { economic[0], economic[1], economic[2], '\0' };

  return nature_of_name (zb_catalogue_economic_name (catalogue, class));
}

/* What the row of @fact is by its function and its economic class; none where they contradict each other. */
static Nature
nature_of (const ZbCatalogue *catalogue, const ZbFact *fact) {
  const ZbDimensions *dimensions = &fact->dimensions;
  Nature function = NATURE_NONE, economic = NATURE_NONE;

  if (dimensions->function != NULL)
    function = nature_of_name (zb_catalogue_function_name (catalogue, dimensions->function));
  if (dimensions->economic != NULL)
    economic = nature_of_class (catalogue, dimensions->economic);
  if (function == NATURE_NONE || economic == NATURE_NONE)
    return function != NATURE_NONE ? function : economic;
  return function == economic ? function : NATURE_NONE;
}

/* The columns of one year, measure and fund: their amounts, and how many rows speak for and against their headers. */
typedef struct {
  const char *period, *measure, *fund;
  GPtrArray *facts; /* ZbFact * */
  gboolean basic, project; /* which of the two are printed */
  guint supporting, opposing;
} Columns;

static void
columns_free (gpointer data) {
  Columns *columns = data;

  g_ptr_array_unref (columns->facts);
  g_free (columns);
}

static Columns *
get_columns (GPtrArray *list, const ZbDimensions *dimensions) {
  Columns *columns;

  for (guint i = 0; i < list->len; i++) {
    columns = g_ptr_array_index (list, i);
    if (columns->period == dimensions->period && columns->measure == dimensions->measure
        && columns->fund == dimensions->fund)
      return columns;
  }
  columns = g_new0 (Columns, 1);
  columns->period = dimensions->period;
  columns->measure = dimensions->measure;
  columns->fund = dimensions->fund;
  columns->facts = g_ptr_array_new ();
  g_ptr_array_add (list, columns);
  return columns;
}

/* Whether the row prints an amount of @term, too, so that it is both. */
static gboolean
has_beside (const ZbReport *report, const ZbFact *fact, const ZbTerm *term) {
  const ZbFact *other = zb_term_find (report, fact, term, ZB_PLACE_ROW, 0);

  return other != NULL && zb_decimal_sign (other->value) != 0;
}

static void
count_fact (ZbReport *report, const ZbRule *rule, const ZbCatalogue *catalogue, ZbFact *fact,
            GPtrArray *list) {
  const ZbTerm *project = &g_array_index (rule->right, ZbTerm, 0);
  gboolean basic = zb_term_matches (&rule->left, fact);
  Columns *columns;
  Nature nature;

  if ((!basic && !zb_term_matches (project, fact)) || !zb_fact_is_amount (fact))
    return;
  columns = get_columns (list, &fact->dimensions);
  g_ptr_array_add (columns->facts, fact);
  columns->basic |= basic;
  columns->project |= !basic;
  nature = nature_of (catalogue, fact);
  if (nature == NATURE_NONE || zb_decimal_sign (fact->value) == 0
      || has_beside (report, fact, basic ? project : &rule->left))
    return;
  if (basic == (nature == NATURE_BASIC))
    columns->supporting++;
  else
    columns->opposing++;
}

/* A table of projects alone holds what else is basic. */
static gboolean
is_doubtful (const Columns *columns) {
  return columns->basic && columns->project && columns->opposing >= FEWEST_OPPOSING
         && columns->opposing > columns->supporting;
}

void
zb_check_natures (ZbReport *report, const ZbCatalogue *catalogue) {
  const ZbRule *rule = zb_rule_lookup (report->rules, "table.column_nature");

  for (guint t = 0; rule != NULL && t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) facts = NULL, list = g_ptr_array_new_with_free_func (columns_free);

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    facts = zb_facts_of_table (report, table);
    for (guint i = 0; i < facts->len; i++)
      count_fact (report, rule, catalogue, g_ptr_array_index (facts, i), list);
    for (guint i = 0; i < list->len; i++) {
      const Columns *columns = g_ptr_array_index (list, i);

      if (is_doubtful (columns))
        zb_check_fail (report, rule->name, columns->facts, ZB_FLAG_LABEL_AMBIGUOUS);
    }
  }
}
