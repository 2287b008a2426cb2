/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-row-parts.h"

#include "check-record.h"
#include "check-terms.h"

static gboolean
has_part_beside (const ZbReport *report, const ZbRule *rule, const ZbFact *left) {
  for (guint t = 0; t < rule->right->len; t++)
    if (zb_term_find (report, left, &g_array_index (rule->right, ZbTerm, t), ZB_PLACE_ROW, 0)
        != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the table prints more than one of the parts of @left's year and measure: one alone is no whole. */
static gboolean
has_several_parts (const ZbRule *rule, const GPtrArray *facts, const ZbFact *left) {
  const char *first = NULL;

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *part = g_ptr_array_index (facts, i);

    if (part->dimensions.period != left->dimensions.period
        || part->dimensions.measure != left->dimensions.measure)
      continue;
    for (guint t = 0; t < rule->right->len; t++) {
      if (!zb_term_matches (&g_array_index (rule->right, ZbTerm, t), part))
        continue;
      if (first != NULL && first != part->dimensions.indicator)
        return TRUE;
      first = part->dimensions.indicator;
    }
  }
  return FALSE;
}

/* Two rows may be without parts by chance; where most have them, a row without is a gap. */
static void
check_row_parts (ZbReport *report, const ZbRule *rule, const ZbReportTable *table) {
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);
  g_autoptr (GPtrArray) bare = g_ptr_array_new ();
  guint with_parts = 0;

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *left = g_ptr_array_index (facts, i);

    if (!zb_term_matches (&rule->left, left) || !zb_fact_is_amount (left)
        || zb_decimal_sign (left->value) == 0)
      continue;
    if (has_part_beside (report, rule, left))
      with_parts++;
    else
      g_ptr_array_add (bare, left);
  }
  if (bare->len == 0 || with_parts <= 2 * bare->len)
    return;
  for (guint i = 0; i < bare->len; i++) {
    g_autoptr (GPtrArray) one = g_ptr_array_new ();

    if (!has_several_parts (rule, facts, g_ptr_array_index (bare, i)))
      continue;
    g_ptr_array_add (one, g_ptr_array_index (bare, i));
    zb_check_fail (report, rule->name, one, ZB_FLAG_SUM_MISMATCH);
  }
}

void
zb_check_row_parts (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);

    if (zb_rule_has_scope (rule, table->kind) && !table->has_unread_columns)
      check_row_parts (report, rule, table);
  }
}

static gboolean
is_part (const ZbRule *rule, const ZbFact *fact) {
  for (guint t = 0; t < rule->right->len; t++)
    if (zb_term_matches (&g_array_index (rule->right, ZbTerm, t), fact))
      return zb_fact_is_amount (fact) && zb_decimal_sign (fact->value) != 0;
  return FALSE;
}

/* Adds the amounts of the right that stand without left in their rows to @bare: of those columns that left stands
 * beside in other rows, for a column of one class alone has no total of its own. */
static void
collect_bare_parts (const ZbReport *report, const ZbRule *rule, const GPtrArray *facts,
                    GPtrArray *bare) {
  g_autoptr (GHashTable) with_total = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *part = g_ptr_array_index (facts, i);

    if (!is_part (rule, part))
      continue;
    if (zb_term_find (report, part, &rule->left, ZB_PLACE_ROW, 0) == NULL)
      g_ptr_array_add (alone, part);
    else
      g_hash_table_add (with_total, GUINT_TO_POINTER (part->source.col + 1));
  }
  for (guint i = 0; i < alone->len; i++) {
    ZbFact *part = g_ptr_array_index (alone, i);

    if (g_hash_table_contains (with_total, GUINT_TO_POINTER (part->source.col + 1)))
      g_ptr_array_add (bare, part);
  }
}

static gboolean
are_of_several_rows (const GPtrArray *facts) {
  for (guint i = 1; i < facts->len; i++)
    if (((const ZbFact *) g_ptr_array_index (facts, i))->source.row
        != ((const ZbFact *) g_ptr_array_index (facts, 0))->source.row)
      return TRUE;
  return FALSE;
}

/* One row may lack its total; where several do in a form that has totals, the columns are not what they say. */
void
zb_check_row_totals (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) facts = NULL, bare = g_ptr_array_new ();

    if (!zb_rule_has_scope (rule, table->kind) || table->has_unread_columns)
      continue;
    facts = zb_facts_of_table (report, table);
    collect_bare_parts (report, rule, facts, bare);
    if (are_of_several_rows (bare))
      zb_check_fail (report, rule->name, bare, ZB_FLAG_LABEL_AMBIGUOUS);
  }
}
