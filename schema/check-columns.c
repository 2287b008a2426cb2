/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-columns.h"

#include "check-record.h"
#include "check-terms.h"
#include "fact-camps.h"
#include "fact-groups.h"
#include "fact-refuted.h"
#include "intern.h"

/* Adds the facts of @facts in the column @col that @term means, or all where it is NULL. */
static void
add_column (GPtrArray *into, const GPtrArray *facts, guint col, const ZbTerm *term) {
  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);

    if (fact->source.col == col && (term == NULL || zb_term_matches (term, fact)))
      g_ptr_array_add (into, fact);
  }
}

static gboolean
is_of_classes (const GArray *terms, const ZbFact *fact) { /* of classes */
  for (guint t = 0; t < terms->len; t++)
    if (g_str_has_prefix (fact->dimensions.economic, g_array_index (terms, ZbTerm, t).economic))
      return TRUE;
  return FALSE;
}

/* How many amounts of a column speak for its header, and how many against it. */
typedef struct {
  guint supporting, opposing;
} Votes;

static Votes
count_classes (const ZbRule *rule, const GPtrArray *column) {
  Votes votes = { 0 };

  for (guint i = 0; i < column->len; i++) {
    const ZbFact *fact = g_ptr_array_index (column, i);
    gboolean usual;

    if (fact->dimensions.economic == NULL || zb_decimal_sign (fact->value) == 0)
      continue;
    usual = is_of_classes (rule->right, fact);
    votes.supporting += usual;
    votes.opposing += !usual;
  }
  return votes;
}

/* The columns of a table are as many as its facts stand in, each named once. */
static GArray *
list_columns (const GPtrArray *facts, const ZbTerm *term) {
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);

    if (zb_term_matches (term, fact)
        && g_hash_table_add (seen, GUINT_TO_POINTER (fact->source.col + 1)))
      g_array_append_val (columns, fact->source.col);
  }
  return columns;
}

static void
check_table_classes (ZbReport *report, const ZbRule *rule, const GPtrArray *facts) {
  g_autoptr (GArray) columns = list_columns (facts, &rule->left);

  for (guint i = 0; i < columns->len; i++) {
    g_autoptr (GPtrArray) column = g_ptr_array_new ();
    Votes votes;

    add_column (column, facts, g_array_index (columns, guint, i), &rule->left);
    votes = count_classes (rule, column);
    if (votes.opposing > votes.supporting)
      zb_check_fail (report, rule->name, column, ZB_FLAG_LABEL_AMBIGUOUS);
  }
}

void
zb_check_classes (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) facts = NULL;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    facts = zb_facts_of_table (report, table);
    check_table_classes (report, rule, facts);
  }
}

/* What is printed more often is a list of rows named alike, and none of them a witness. */
#define MOST_PLACES 500

/* The facts of a document by their meaning, and the rows that are no witnesses. */
typedef struct {
  const ZbFactGroups *groups;
  const ZbRefutedRows *refuted;
} Places;

/* What other places print for a fact: whether the same, and whether what its partner has here. */
typedef struct {
  gboolean confirmed, exchanged;
} Elsewhere;

static void
look_among (const Places *places, const ZbDimensions *dimensions, const ZbFact *fact,
            const ZbFact *partner, Elsewhere *found) {
  const GPtrArray *group = zb_fact_groups_lookup (places->groups, dimensions);

  for (guint i = 0; group != NULL && group->len <= MOST_PLACES && i < group->len; i++) {
    const ZbFact *other = g_ptr_array_index (group, i);

    if (other->source.block == fact->source.block
        || zb_refuted_rows_have (places->refuted, other))
      continue;
    found->confirmed |= zb_facts_agree (fact, other);
    found->exchanged |= partner != NULL && zb_facts_agree (partner, other);
  }
}

/* Funds that contain each other, and are the same money where there is no other. */
static const char *const NESTED_FUNDS[] = { "general", "fiscal", "all" };

/* @nested: in the tables of nested funds, too. */
static Elsewhere
look_elsewhere (const Places *places, const ZbFact *fact, const ZbFact *partner,
                gboolean nested) {
  ZbDimensions dimensions = fact->dimensions;
  Elsewhere found = { FALSE, FALSE };

  look_among (places, &dimensions, fact, partner, &found);
  for (guint i = 0; nested && i < G_N_ELEMENTS (NESTED_FUNDS); i++) {
    dimensions.fund = zb_intern (NESTED_FUNDS[i]);
    if (dimensions.fund != fact->dimensions.fund)
      look_among (places, &dimensions, fact, partner, &found);
  }
  return found;
}

static gboolean
is_nested (const char *fund) { /* of funds */
  for (guint i = 0; i < G_N_ELEMENTS (NESTED_FUNDS); i++)
    if (g_strcmp0 (fund, NESTED_FUNDS[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Two columns of the table that an exchange is suspected of, and its witnesses. */
typedef struct {
  guint cols[2];
  gboolean nested; /* both are of one fund, so that the tables of nested funds are witnesses, too */
  GPtrArray *witnesses; /* ZbFact *, two of each row */
} Exchange;

static void
exchange_free (gpointer data) {
  Exchange *exchange = data;

  g_ptr_array_unref (exchange->witnesses);
  g_free (exchange);
}

static Exchange *
get_exchange (GPtrArray *exchanges, guint a, guint b, gboolean nested) {
  Exchange *exchange;

  for (guint i = 0; i < exchanges->len; i++) {
    exchange = g_ptr_array_index (exchanges, i);
    if (exchange->cols[0] == MIN (a, b) && exchange->cols[1] == MAX (a, b)
        && exchange->nested == nested)
      return exchange;
  }
  exchange = g_new0 (Exchange, 1);
  exchange->cols[0] = MIN (a, b);
  exchange->cols[1] = MAX (a, b);
  exchange->nested = nested;
  exchange->witnesses = g_ptr_array_new ();
  g_ptr_array_add (exchanges, exchange);
  return exchange;
}

/* Of @facts, those in the row of the one at @first that stand behind it: a suspicion for each that would be right in
 * its place while it would be right in theirs. */
static void
suspect_partners (const Places *places, const GPtrArray *facts, guint first,
                  GPtrArray *exchanges) {
  ZbFact *fact = g_ptr_array_index (facts, first);

  for (guint i = first + 1; i < facts->len; i++) {
    ZbFact *partner = g_ptr_array_index (facts, i);
    gboolean nested = partner->dimensions.fund == fact->dimensions.fund
                      && is_nested (fact->dimensions.fund);
    Exchange *exchange;

    if (partner->source.row != fact->source.row)
      return;
    if (partner->source.col == fact->source.col || zb_facts_agree (fact, partner)
        || !look_elsewhere (places, fact, partner, nested).exchanged
        || !look_elsewhere (places, partner, fact, nested).exchanged)
      continue;
    exchange = get_exchange (exchanges, fact->source.col, partner->source.col, nested);
    g_ptr_array_add (exchange->witnesses, fact);
    g_ptr_array_add (exchange->witnesses, partner);
  }
}

/* A single amount that another place confirms shows that its column is what it says. */
static gboolean
is_confirmed (const Places *places, const GPtrArray *facts, guint col, gboolean nested) {
  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);

    if (fact->source.col == col && zb_decimal_sign (fact->value) != 0
        && look_elsewhere (places, fact, NULL, nested).confirmed)
      return TRUE;
  }
  return FALSE;
}

static void
check_table_exchanges (ZbReport *report, const Places *places, const GPtrArray *facts) {
  g_autoptr (GPtrArray) exchanges = g_ptr_array_new_with_free_func (exchange_free);

  for (guint i = 0; i < facts->len; i++)
    if (!look_elsewhere (places, g_ptr_array_index (facts, i), NULL, FALSE).confirmed)
      suspect_partners (places, facts, i, exchanges);
  for (guint i = 0; i < exchanges->len; i++) {
    const Exchange *exchange = g_ptr_array_index (exchanges, i);
    g_autoptr (GPtrArray) both = g_ptr_array_new ();

    if (is_confirmed (places, facts, exchange->cols[0], exchange->nested)
        || is_confirmed (places, facts, exchange->cols[1], exchange->nested))
      continue;
    g_ptr_array_extend (both, exchange->witnesses, NULL, NULL);
    add_column (both, facts, exchange->cols[0], NULL);
    add_column (both, facts, exchange->cols[1], NULL);
    zb_check_fail (report, "cross.exchanged_columns", both, ZB_FLAG_LABEL_AMBIGUOUS);
  }
}

void
zb_check_exchanged_columns (ZbReport *report) {
  g_autoptr (ZbFactGroups) groups = zb_fact_groups_new (report->facts, NULL);
  g_autoptr (ZbRefutedRows) refuted = zb_refuted_rows_new (groups);
  const Places places = { groups, refuted };

  for (guint t = 0; t < report->tables->len; t++) {
    g_autoptr (GPtrArray) facts
        = zb_facts_of_table (report, g_ptr_array_index (report->tables, t));

    check_table_exchanges (report, &places, facts);
  }
}
