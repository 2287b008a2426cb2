/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-sums.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "fact-index.h"
#include "intern.h"
#include "quantity.h"

/* Every printed number stands for the interval of its rounding, half a unit of its last place to
 * either side. A sum may therefore be off by the half units of all its terms together, and by no
 * more: 1490.47 = 1377.16 + 113.31 within 0.015. */

static gboolean
add_to (ZbDecimal *sum, ZbDecimal value) {
  return zb_decimal_add (*sum, value, sum);
}

/* Whether a row of the table prints a number in the column of @left that gave no fact: its name was not
 * understood, and it may be what the sum lacks. */
static gboolean
has_unread_rows (const ZbReport *report, const ZbReportTable *table, const ZbFact *left) {
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);
  g_autofree gboolean *read = g_new0 (gboolean, table->table->rows + 1);

  for (guint i = 0; i < facts->len; i++)
    read[MIN (((const ZbFact *) g_ptr_array_index (facts, i))->source.row, table->table->rows)] = TRUE;
  for (guint row = table->table->header_rows; row < table->table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table->table, row, left->source.col);
    g_autoptr (ZbQuantity) quantity = read[row] ? NULL : zb_quantity_parse_cell (cell->text);

    if (quantity != NULL && zb_decimal_sign (quantity->number) != 0)
      return TRUE;
  }
  return FALSE;
}

/* Where columns or rows of numbers were not understood, what a total has more than its parts may stand there. */
static gboolean
may_have_unread_parts (const ZbReport *report, const ZbRule *rule, const ZbOutcome *outcome) {
  const ZbFact *left = g_ptr_array_index (outcome->facts, 0);
  const ZbReportTable *table;

  if (left->source.kind != ZB_SOURCE_TABLE
      || (rule->type != ZB_RULE_SUM && rule->type != ZB_RULE_CHILDREN)
      || zb_decimal_compare (outcome->expected, outcome->found) >= 0)
    return FALSE;
  table = g_ptr_array_index (report->tables, left->source.table - 1);
  return rule->type == ZB_RULE_SUM ? table->has_unread_columns
                                   : has_unread_rows (report, table, left);
}

/* The facts of a sum: the first is what the others make, of which the bits of `subtracted` are taken away. */
typedef struct {
  GPtrArray *facts;
  guint64 subtracted;
  gboolean complete; /* all parts that are not optional are printed */
} Sum;

#define MOST_PARTS 63

/* Adds up the parts; the tolerance is that of the total and all parts. FALSE where that overflows. */
static gboolean
add_up (const Sum *sum, ZbDecimal *expected, ZbDecimal *tolerance) {
  for (guint i = 1; i < sum->facts->len; i++) {
    const ZbFact *part = g_ptr_array_index (sum->facts, i);
    gboolean subtracted = i <= MOST_PARTS && (sum->subtracted >> i & 1) != 0;

    if (!add_to (expected, subtracted ? zb_decimal_negate (part->value) : part->value)
        || !add_to (tolerance, part->half_unit))
      return FALSE;
  }
  return TRUE;
}

static void
record_sum (ZbReport *report, const ZbRule *rule, const Sum *sum) {
  const ZbRelation relation = rule->type == ZB_RULE_AT_MOST    ? ZB_RELATION_AT_MOST
                              : rule->type == ZB_RULE_AT_LEAST ? ZB_RELATION_AT_LEAST
                                                               : ZB_RELATION_EQUAL;
  const ZbFact *left = g_ptr_array_index (sum->facts, 0);
  ZbOutcome outcome = { .rule = rule->name, .facts = sum->facts, .found = left->value,
                        .tolerance = left->half_unit, .relation = relation,
                        .equation = relation == ZB_RELATION_EQUAL,
                        .subtracted = sum->subtracted,
                        .may_lack = rule->type == ZB_RULE_CHILDREN };

  if (!add_up (sum, &outcome.expected, &outcome.tolerance)
      || may_have_unread_parts (report, rule, &outcome))
    return;
  zb_check_record (report, &outcome,
                   relation == ZB_RELATION_EQUAL ? ZB_FLAG_SUM_MISMATCH : ZB_FLAG_OUT_OF_RANGE);
}

static void
sum_clear (Sum *sum) {
  g_clear_pointer (&sum->facts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sum, sum_clear)

/* @left and the parts that stand at @place; @all: the optional ones too. */
static Sum
collect_parts (const ZbReport *report, const ZbRule *rule, ZbFact *left, ZbPlace place,
               gboolean all) {
  Sum sum = { .facts = g_ptr_array_new (), .complete = TRUE };

  g_ptr_array_add (sum.facts, left);
  for (guint t = 0; t < MIN (rule->right->len, MOST_PARTS); t++) {
    const ZbTerm *term = &g_array_index (rule->right, ZbTerm, t);
    ZbFact *part = all || !term->optional ? zb_term_find (report, left, term, place, 0) : NULL;

    if (part != NULL) {
      sum.subtracted |= (guint64) term->subtracted << sum.facts->len;
      g_ptr_array_add (sum.facts, part);
    } else {
      sum.complete &= term->optional;
    }
  }
  return sum;
}

static gboolean
adds_up (const Sum *sum) {
  ZbDecimal expected = { 0 }, tolerance = { 0 };

  return add_up (sum, &expected, &tolerance)
         && zb_decimal_compare (expected, ((const ZbFact *) g_ptr_array_index (sum->facts, 0))->value)
                == 0;
}

/* With the optional parts, unless the sum holds just without them. */
static Sum
collect_with_optional (const ZbReport *report, const ZbRule *rule, ZbFact *left, ZbPlace place) {
  Sum fewer = collect_parts (report, rule, left, place, FALSE);

  if (fewer.facts->len > 1 && adds_up (&fewer))
    return fewer;
  sum_clear (&fewer);
  return collect_parts (report, rule, left, place, TRUE);
}

/* Rows of a table named alike are told apart by something unprinted, and so are their parts. */
static gboolean
is_one_of_many (const ZbReport *report, const ZbFact *fact) {
  return zb_fact_index_lookup (report->index, &fact->dimensions, fact->source.block,
                               ZB_FACT_INDEX_ANY, fact) != NULL;
}

/* The parts of a total stand beside it or, in other forms, in the rows around it; in both only where all of
 * them are printed. */
static Sum
collect_sum (const ZbReport *report, const ZbRule *rule, ZbFact *left) {
  Sum beside, around;

  if (left->source.kind == ZB_SOURCE_TEXT)
    return collect_with_optional (report, rule, left, ZB_PLACE_NEAR);
  beside = collect_with_optional (report, rule, left, ZB_PLACE_ROW);
  if (beside.complete)
    return beside;
  around = collect_with_optional (report, rule, left, ZB_PLACE_TABLE);
  if (beside.facts->len == 1 || (around.complete && !is_one_of_many (report, left))) {
    sum_clear (&beside);
    return around;
  }
  sum_clear (&around);
  return beside;
}

/* What the document prints in different forms is compared once, and only where all of it is printed. */
static void
check_sum_anywhere (ZbReport *report, const ZbRule *rule, ZbFact *left) {
  g_auto (Sum) sum = { .facts = NULL };

  if (zb_fact_index_lookup (report->index, &left->dimensions, ZB_FACT_INDEX_ANY, ZB_FACT_INDEX_ANY,
                            NULL) != left)
    return;
  sum = collect_with_optional (report, rule, left, ZB_PLACE_ANYWHERE);
  if (sum.complete && sum.facts->len > 1)
    record_sum (report, rule, &sum);
}

static void
check_sum (ZbReport *report, const ZbRule *rule, ZbFact *left) {
  g_auto (Sum) sum = collect_sum (report, rule, left);

  if (sum.facts->len > 2 || (sum.facts->len == 2 && rule->right->len == 1))
    record_sum (report, rule, &sum);
}

void
zb_check_sums (ZbReport *report, const ZbRule *rule) {
  gboolean anywhere = zb_rule_has_scope (rule, "anywhere");
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);

    if (!zb_term_matches (&rule->left, left)
        || (rule->left.measure == NULL && !zb_fact_is_amount (left)))
      continue;
    if (anywhere)
      check_sum_anywhere (report, rule, left);
    else if (zb_rule_covers (rule, report, left))
      check_sum (report, rule, left);
  }
}

static const char *
code_of (const ZbFact *fact, gboolean economic) {
  const char *code = economic ? fact->dimensions.economic : fact->dimensions.function;

  return code != NULL ? code : "";
}

/* @fact's dimensions with the code two digits shorter, or none for the codes of the top level. */
static void
shorten_code (ZbDimensions *dimensions, gboolean economic) {
  const char **code = economic ? &dimensions->economic : &dimensions->function;
  g_autofree char *above = strlen (*code) > 3 ? g_strndup (*code, strlen (*code) - 2) : NULL;

  *code = zb_intern (above);
}

/* The dimensions of the amount of the same table that @fact is a part of: the nearest one above it,
 * since some forms leave a level out; else the total of the table. */
static ZbDimensions
find_parent_dimensions (const ZbReport *report, const ZbFact *fact, gboolean economic) {
  ZbDimensions parent = fact->dimensions;

  do
    shorten_code (&parent, economic);
  while ((economic ? parent.economic : parent.function) != NULL
         && zb_fact_index_lookup (report->index, &parent, fact->source.block, ZB_FACT_INDEX_ANY,
                                  NULL) == NULL);
  return parent;
}

typedef struct {
  ZbDimensions parent;
  GPtrArray *facts; /* ZbFact *, in the order of the table */
} Children;

static void
children_free (gpointer data) {
  Children *children = data;

  g_ptr_array_unref (children->facts);
  g_free (children);
}

static guint
dimensions_hash (gconstpointer key) {
  return zb_dimensions_hash (key);
}

static gboolean
dimensions_equal (gconstpointer a, gconstpointer b) {
  return zb_dimensions_equal (a, b);
}

static void
add_child (GHashTable *groups, const ZbDimensions *parent, ZbFact *fact) {
  Children *children = g_hash_table_lookup (groups, parent);

  if (children == NULL) {
    children = g_new0 (Children, 1);
    children->parent = *parent;
    children->facts = g_ptr_array_new ();
    g_hash_table_insert (groups, &children->parent, children);
  }
  g_ptr_array_add (children->facts, fact);
}

/* The amounts of a table by the dimensions of the one they are parts of; @both: those with codes of
 * both classifications, by their total without either. */
static GHashTable *
group_children (const ZbReport *report, const GPtrArray *table_facts, gboolean economic,
                gboolean both) {
  GHashTable *groups
      = g_hash_table_new_full (dimensions_hash, dimensions_equal, NULL, children_free);

  for (guint i = 0; i < table_facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (table_facts, i);
    ZbDimensions parent;

    if (*code_of (fact, economic) == '\0' || (both && *code_of (fact, !economic) == '\0'))
      continue;
    parent = find_parent_dimensions (report, fact, economic);
    if (both)
      parent.function = parent.economic = NULL;
    add_child (groups, &parent, fact);
  }
  return groups;
}

/* A total over several bodies need not be the sum of the rows that name none. */
static gboolean
has_bodies (const GPtrArray *table_facts, const ZbFact *total) {
  for (guint i = 0; i < table_facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (table_facts, i);

    if (fact->dimensions.indicator == total->dimensions.indicator
        && fact->dimensions.subject != total->dimensions.subject)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_code (const ZbFact *fact) {
  return fact->dimensions.function != NULL || fact->dimensions.economic != NULL;
}

/* @parent and its parts; the caller frees the array. */
static GPtrArray *
collect_children (GHashTable *groups, GHashTable *groups_of_both, ZbFact *parent) {
  const Children *children = g_hash_table_lookup (groups, &parent->dimensions);
  GPtrArray *facts = g_ptr_array_new ();

  if (children == NULL && !has_code (parent))
    children = g_hash_table_lookup (groups_of_both, &parent->dimensions);
  g_ptr_array_add (facts, parent);
  for (guint c = 0; children != NULL && c < children->facts->len; c++)
    g_ptr_array_add (facts, g_ptr_array_index (children->facts, c));
  return facts;
}

/* An indicator's total and its parts by code agree only where both are the same indicator. */
static void
check_table_children (ZbReport *report, const ZbRule *rule, const GPtrArray *table_facts) {
  g_autoptr (GHashTable) groups = group_children (report, table_facts, rule->economic, FALSE);
  g_autoptr (GHashTable) groups_of_both
      = group_children (report, table_facts, rule->economic, TRUE);

  for (guint i = 0; i < table_facts->len; i++) {
    ZbFact *parent = g_ptr_array_index (table_facts, i);
    g_auto (Sum) sum = { .facts = NULL };

    if (!zb_fact_is_amount (parent) || is_one_of_many (report, parent))
      continue;
    sum.facts = collect_children (groups, groups_of_both, parent);
    if (sum.facts->len > 1
        && (adds_up (&sum) || has_code (parent) || !has_bodies (table_facts, parent)))
      record_sum (report, rule, &sum);
  }
}

void
zb_check_children (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) table_facts = NULL;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    table_facts = zb_facts_of_table (report, table);
    check_table_children (report, rule, table_facts);
  }
}
