/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-lists.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "quantity.h"

/* Sentences leave out closing zeros, 258 for 258.00: the amounts of one list are all as exact as the most exact
 * of them. FALSE where one is only about right. */
static gboolean
get_list_tolerance (const GPtrArray *facts, ZbDecimal *tolerance) {
  const ZbFact *finest = g_ptr_array_index (facts, 0);

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);

    if (fact->flags & ZB_FLAG_BIT (ZB_FLAG_APPROXIMATE))
      return FALSE;
    if (zb_decimal_compare (fact->half_unit, finest->half_unit) < 0)
      finest = fact;
  }
  return zb_decimal_multiply (finest->half_unit, zb_decimal_from_int (facts->len), tolerance);
}

/* Records that the first of @list is the sum of the others. What fails is the total, or an item that is not
 * there: the items are not doubted for it. */
static void
record_list (ZbReport *report, const ZbRule *rule, const GPtrArray *list) {
  ZbFact *whole = g_ptr_array_index (list, 0);
  ZbOutcome outcome = { .rule = rule->name, .facts = list, .found = whole->value, .equation = TRUE,
                        .may_lack = TRUE };

  for (guint i = 1; i < list->len; i++)
    if (!zb_decimal_add (outcome.expected, ((const ZbFact *) g_ptr_array_index (list, i))->value,
                         &outcome.expected))
      return;
  if (get_list_tolerance (list, &outcome.tolerance)
      && !zb_check_record (report, &outcome, ZB_NO_FLAG))
    whole->flags |= ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH);
}

/* The printed numbers of rows @first up to @end in column @col, added up; FALSE where none is printed. */
static gboolean
add_up_cells (const ZbTable *table, guint first, guint end, guint col, ZbDecimal *sum,
              ZbDecimal *tolerance) {
  gboolean printed = FALSE;

  *sum = *tolerance = (ZbDecimal){ 0 };
  for (guint row = first; row < end; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autoptr (ZbQuantity) quantity = cell != NULL ? zb_quantity_parse_cell (cell->text) : NULL;

    if (quantity == NULL || cell->row != row || cell->col != col)
      continue;
    printed = TRUE;
    if (!zb_decimal_add (*sum, quantity->number, sum)
        || !zb_decimal_add (*tolerance, zb_decimal_half_unit (quantity->number), tolerance))
      return FALSE;
  }
  return printed;
}

/* The end of the rows below @row that begin with 其中 and give no facts; @row + 1 where there are none. */
static guint
end_of_which (const ZbTable *table, const GPtrArray *facts, guint row) {
  guint end = row + 1;
  const ZbCell *first = zb_table_lookup (table, end, 0);

  if (first == NULL || !g_str_has_prefix (first->text, "其中"))
    return end;
  for (; end < table->rows; end++)
    for (guint i = 0; i < facts->len; i++)
      if (((const ZbFact *) g_ptr_array_index (facts, i))->source.row == end)
        return end;
  return end;
}

/* What the rows below one amount say of it. */
typedef struct {
  ZbFact *whole;
  ZbDecimal number, sum, tolerance; /* in the printed unit */
  gboolean equal;
} OfWhich;

static gboolean
read_of_which (const ZbTable *table, ZbFact *whole, guint end, OfWhich *which) {
  ZbDecimal difference;

  which->whole = whole;
  if (!zb_decimal_parse (whole->raw, &which->number)
      || !add_up_cells (table, whole->source.row + 1, end, whole->source.col, &which->sum,
                        &which->tolerance)
      || !zb_decimal_add (which->tolerance, zb_decimal_half_unit (which->number), &which->tolerance)
      || !zb_decimal_subtract (which->sum, which->number, &difference))
    return FALSE;
  which->equal = zb_decimal_compare (zb_decimal_absolute (difference), which->tolerance) <= 0;
  return TRUE;
}

/* The rows of 其中 are all of the whole where they are so in one column; else they are no more than it. */
static void
check_of_which (ZbReport *report, const ZbRule *rule, const GArray *columns) {
  gboolean whole_list = FALSE;

  for (guint i = 0; i < columns->len; i++) {
    const OfWhich *which = &g_array_index (columns, OfWhich, i);

    whole_list |= which->equal && zb_decimal_sign (which->sum) != 0;
  }
  for (guint i = 0; i < columns->len; i++) {
    const OfWhich *which = &g_array_index (columns, OfWhich, i);
    g_autoptr (GPtrArray) facts = g_ptr_array_new ();
    ZbOutcome outcome = { .rule = rule->name, .facts = facts, .found = which->number,
                          .expected = which->sum, .tolerance = which->tolerance,
                          .relation = whole_list ? ZB_RELATION_EQUAL : ZB_RELATION_AT_LEAST };

    g_ptr_array_add (facts, which->whole);
    zb_check_record (report, &outcome, ZB_FLAG_SUM_MISMATCH);
  }
}

void
zb_check_of_which_rows (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (OfWhich));
    g_autoptr (GPtrArray) facts = NULL;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    facts = zb_facts_of_table (report, table);
    for (guint i = 0; i < facts->len; i++) {
      ZbFact *whole = g_ptr_array_index (facts, i);
      OfWhich which = { 0 };

      if (zb_term_matches (&rule->left, whole)
          && read_of_which (table->table, whole,
                            end_of_which (table->table, facts, whole->source.row), &which))
        g_array_append_val (columns, which);
    }
    check_of_which (report, rule, columns);
  }
}

/* Fewer amounts are no list, and more are none that somebody wrote. */
#define SHORTEST_LIST 3
#define LONGEST_LIST 1000
/* A list that comes so near its total (one part in so many) is meant to be whole. */
#define NEARNESS 100

/* Whether @fact is an item of the list of @whole: of the same dimensions, but for its code. */
static gboolean
is_item_of (const ZbFact *fact, const ZbFact *whole) {
  ZbDimensions dimensions = fact->dimensions;

  if (fact->source.kind != ZB_SOURCE_TEXT || dimensions.function == NULL)
    return FALSE;
  dimensions.function = NULL;
  return zb_dimensions_equal (&dimensions, &whole->dimensions);
}

/* Whether one of @items has a code within that of @item, or the same. */
static gboolean
is_divided (const GPtrArray *items, const ZbFact *item) {
  for (guint i = 0; i < items->len; i++) {
    const ZbFact *other = g_ptr_array_index (items, i);

    if (other != item && g_str_has_prefix (other->dimensions.function, item->dimensions.function))
      return TRUE;
  }
  return FALSE;
}

/* @whole and the items of its list: from it on until the next sentence that states the whole; the caller frees
 * the array. Empty where the list is too long. */
static GPtrArray *
collect_list (const ZbReport *report, guint first) {
  ZbFact *whole = g_ptr_array_index (report->facts, first);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = first + 1; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->source.kind == ZB_SOURCE_TEXT
        && zb_dimensions_equal (&fact->dimensions, &whole->dimensions))
      break;
    if (items->len > LONGEST_LIST)
      return list;
    if (is_item_of (fact, whole))
      g_ptr_array_add (items, fact);
  }
  g_ptr_array_add (list, whole);
  for (guint i = 0; i < items->len; i++)
    if (!is_divided (items, g_ptr_array_index (items, i)))
      g_ptr_array_add (list, g_ptr_array_index (items, i));
  return list;
}

/* Whether an amount without a name that was understood stands in the list and is what the sum lacks. */
static gboolean
is_unread_item (const ZbReport *report, const GPtrArray *list, ZbDecimal missing) {
  const ZbFact *first = g_ptr_array_index (list, 0), *last = g_ptr_array_index (list, list->len - 1);

  for (guint i = 0; i < report->mentions->len; i++) {
    const ZbFact *mention = g_ptr_array_index (report->mentions, i);

    if (mention->source.block >= first->source.block && mention->source.block <= last->source.block
        && zb_decimal_compare (mention->value, missing) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether the sum is so near the total that nothing but a mistake can be missing. */
static gboolean
is_meant_whole (const ZbReport *report, const GPtrArray *list) {
  const ZbFact *whole = g_ptr_array_index (list, 0);
  ZbDecimal sum = { 0 }, missing, hundredfold;

  for (guint i = 1; i < list->len; i++)
    if (!zb_decimal_add (sum, ((const ZbFact *) g_ptr_array_index (list, i))->value, &sum))
      return FALSE;
  return zb_decimal_subtract (whole->value, sum, &missing)
         && zb_decimal_multiply (zb_decimal_absolute (missing), zb_decimal_from_int (NEARNESS),
                                 &hundredfold)
         && zb_decimal_compare (hundredfold, zb_decimal_absolute (whole->value)) < 0
         && !is_unread_item (report, list, missing);
}

void
zb_check_list_sums (ZbReport *report, const ZbRule *rule) {
  for (guint i = 0; i < report->facts->len; i++) {
    const ZbFact *whole = g_ptr_array_index (report->facts, i);
    g_autoptr (GPtrArray) list = NULL;

    if (whole->source.kind != ZB_SOURCE_TEXT || !zb_term_matches (&rule->left, whole)
        || whole->dimensions.function != NULL || zb_decimal_sign (whole->value) == 0)
      continue;
    list = collect_list (report, i);
    if (list->len > SHORTEST_LIST && is_meant_whole (report, list))
      record_list (report, rule, list);
  }
}
