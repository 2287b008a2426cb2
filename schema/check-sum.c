/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-sum.h"

#include "check-record.h"
#include "check-terms.h"
#include "fact-index.h"
#include "quantity.h"

/* Every printed number stands for the interval of its rounding, half a unit of its last place to
 * either side. A sum may therefore be off by the half units of all its terms together, and by no
 * more: 1200.45 = 1000.13 + 200.31 within 0.015. */

static gboolean
add_to (ZbDecimal *sum, ZbDecimal value) {
  return zb_decimal_add (*sum, value, sum);
}

/* Whether a row of the table prints a number in column @col that gave no fact: its name was not understood, and it
 * may be what a sum lacks. */
static gboolean
find_unread_row (const ZbReport *report, const ZbReportTable *table, guint col) {
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);
  g_autofree gboolean *read = g_new0 (gboolean, table->table->rows + 1);

  for (guint i = 0; i < facts->len; i++)
    read[MIN (((const ZbFact *) g_ptr_array_index (facts, i))->source.row, table->table->rows)] = TRUE;
  for (guint row = table->table->header_rows; row < table->table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table->table, row, col);
    g_autoptr (ZbQuantity) quantity = read[row] ? NULL : zb_quantity_parse_cell (cell->text);

    if (quantity != NULL && zb_decimal_sign (quantity->number) != 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_unread_rows (const ZbReport *report, ZbReportTable *table, guint col) {
  gpointer key = GUINT_TO_POINTER (col), unread;

  if (table->unread_rows == NULL)
    table->unread_rows = g_hash_table_new (NULL, NULL);
  if (!g_hash_table_lookup_extended (table->unread_rows, key, NULL, &unread)) {
    unread = GINT_TO_POINTER (find_unread_row (report, table, col));
    g_hash_table_insert (table->unread_rows, key, unread);
  }
  return GPOINTER_TO_INT (unread);
}

/* Where columns or rows of numbers were not understood, what a total has more than its parts may stand there. */
static gboolean
may_have_unread_parts (const ZbReport *report, const ZbRule *rule, const ZbOutcome *outcome) {
  const ZbFact *left = g_ptr_array_index (outcome->facts, 0);
  ZbReportTable *table;

  if (left->source.kind != ZB_SOURCE_TABLE
      || (rule->type != ZB_RULE_SUM && rule->type != ZB_RULE_CHILDREN)
      || zb_decimal_compare (outcome->expected, outcome->found) >= 0)
    return FALSE;
  table = g_ptr_array_index (report->tables, left->source.table - 1);
  return rule->type == ZB_RULE_SUM ? table->has_unread_columns
                                   : has_unread_rows (report, table, left->source.col);
}

/* Adds up the parts; the tolerance is that of the total and all parts. FALSE where that overflows. */
static gboolean
add_up (const ZbSum *sum, ZbDecimal *expected, ZbDecimal *tolerance) {
  for (guint i = 1; i < sum->facts->len; i++) {
    const ZbFact *part = g_ptr_array_index (sum->facts, i);
    gboolean subtracted = i <= ZB_SUM_MOST_PARTS && (sum->subtracted >> i & 1) != 0;

    if (!add_to (expected, subtracted ? zb_decimal_negate (part->value) : part->value)
        || !add_to (tolerance, part->half_unit))
      return FALSE;
  }
  return TRUE;
}

/* Adds @left to what cannot be checked in its table. */
static void
note_unread (ZbReport *report, ZbFact *left) {
  ZbReportTable *table = g_ptr_array_index (report->tables, left->source.table - 1);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  g_ptr_array_add (facts, left);
  if (table->unchecked != NULL)
    zb_check_add_fact (table->unchecked, left);
  else
    table->unchecked = zb_check_fail (report, "sum.parts_unread", facts, ZB_NO_FLAG);
}

void
zb_sum_record (ZbReport *report, const ZbRule *rule, const ZbSum *sum) {
  const ZbRelation relation = rule->type == ZB_RULE_AT_MOST    ? ZB_RELATION_AT_MOST
                              : rule->type == ZB_RULE_AT_LEAST ? ZB_RELATION_AT_LEAST
                                                               : ZB_RELATION_EQUAL;
  const ZbFact *left = g_ptr_array_index (sum->facts, 0);
  ZbOutcome outcome = { .rule = rule->name, .facts = sum->facts, .found = left->value,
                        .tolerance = left->half_unit, .relation = relation,
                        .equation = relation == ZB_RELATION_EQUAL,
                        .subtracted = sum->subtracted,
                        .may_lack = rule->type == ZB_RULE_CHILDREN };

  if (!add_up (sum, &outcome.expected, &outcome.tolerance))
    return;
  if (may_have_unread_parts (report, rule, &outcome)) {
    note_unread (report, g_ptr_array_index (sum->facts, 0));
    return;
  }
  zb_check_record (report, &outcome,
                   relation == ZB_RELATION_EQUAL ? ZB_FLAG_SUM_MISMATCH : ZB_FLAG_OUT_OF_RANGE);
}

void
zb_sum_clear (ZbSum *sum) {
  g_clear_pointer (&sum->facts, g_ptr_array_unref);
}

gboolean
zb_sum_adds_up (const ZbSum *sum) {
  ZbDecimal expected = { 0 }, tolerance = { 0 };

  return add_up (sum, &expected, &tolerance)
         && zb_decimal_compare (expected, ((const ZbFact *) g_ptr_array_index (sum->facts, 0))->value)
                == 0;
}

gboolean
zb_sum_is_one_of_many (const ZbReport *report, const ZbFact *fact) {
  return zb_fact_index_lookup (report->index, &fact->dimensions, fact->source.block,
                               ZB_FACT_INDEX_ANY, fact) != NULL;
}
