/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-children.h"

#include <string.h>

#include "check-sum.h"
#include "check-terms.h"
#include "fact-index.h"
#include "intern.h"

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

/* A form of many columns may print a group's 合计 and the only class that the group has, which is one amount. */
static gboolean
is_printed_again (const Children *children, const ZbFact *fact) {
  for (guint i = children->facts->len; i > 0; i--) {
    const ZbFact *before = g_ptr_array_index (children->facts, i - 1);

    if (before->source.row != fact->source.row)
      return FALSE;
    if (zb_dimensions_equal (&before->dimensions, &fact->dimensions)
        && zb_decimal_compare (before->value, fact->value) == 0)
      return TRUE;
  }
  return FALSE;
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
  if (!is_printed_again (children, fact))
    g_ptr_array_add (children->facts, fact);
}

/* The amounts of a table by the dimensions of the one they are parts of; @both: those with codes of
 * both classifications, by their total without either. */
static GHashTable *
group_children (const ZbReport *report, const GPtrArray *table_facts, gboolean economic,
                gboolean both) {
  GHashTable *groups = zb_dimensions_table_new (NULL, children_free);

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
    g_auto (ZbSum) sum = { .facts = NULL };

    if (!zb_fact_is_amount (parent) || zb_sum_is_one_of_many (report, parent))
      continue;
    sum.facts = collect_children (groups, groups_of_both, parent);
    if (sum.facts->len > 1
        && (zb_sum_adds_up (&sum) || has_code (parent) || !has_bodies (table_facts, parent)))
      zb_sum_record (report, rule, &sum);
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
