/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-terms.h"

#include "intern.h"
#include "mapper.h"

gboolean
zb_term_matches (const ZbTerm *term, const ZbFact *fact) {
  const ZbDimensions *dimensions = &fact->dimensions;

  return (term->indicator == NULL || term->indicator == dimensions->indicator)
         && (term->fund == NULL || term->fund == dimensions->fund)
         && (term->measure == NULL || term->measure == dimensions->measure)
         && (term->economic == NULL || term->economic == dimensions->economic)
         && (term->function == NULL || term->function == dimensions->function)
         && !(term->whole && (dimensions->function != NULL || dimensions->economic != NULL));
}

static ZbDimensions
wanted_dimensions (const ZbFact *left, const ZbTerm *term, guint years_back) {
  ZbDimensions wanted = left->dimensions;

  if (term->indicator != NULL)
    wanted.indicator = term->indicator;
  if (term->fund != NULL)
    wanted.fund = term->fund;
  else if (!zb_mapper_has_fund (wanted.indicator)
           && zb_mapper_has_fund (left->dimensions.indicator))
    wanted.fund = NULL;
  if (term->measure != NULL)
    wanted.measure = term->measure;
  if (term->whole || term->economic != NULL || term->function != NULL) {
    wanted.function = term->function;
    wanted.economic = term->economic;
  }
  if (years_back > 0 && wanted.period != NULL) {
    guint year = (guint) g_ascii_strtoull (wanted.period, NULL, 10);
    g_autofree char *before = g_strdup_printf ("%u", year - years_back);

    wanted.period = zb_intern (before);
  }
  return wanted;
}

ZbFact *
zb_term_find (const ZbReport *report, const ZbFact *left, const ZbTerm *term, ZbPlace place,
              guint years_back) {
  const ZbDimensions wanted = wanted_dimensions (left, term, years_back);
  gboolean in_table = left->source.kind == ZB_SOURCE_TABLE;
  guint block = left->source.block;
  guint row = in_table && place != ZB_PLACE_TABLE ? left->source.row : ZB_FACT_INDEX_ANY;
  ZbFact *near = NULL;

  if (in_table || place == ZB_PLACE_NEAR || place == ZB_PLACE_ANYWHERE)
    near = zb_fact_index_lookup (report->index, &wanted, block, row, left);
  if (near != NULL || place != ZB_PLACE_ANYWHERE)
    return near;
  return zb_fact_index_lookup (report->index, &wanted, ZB_FACT_INDEX_ANY, ZB_FACT_INDEX_ANY, left);
}

/* Whether @fact stands before everything of @kind at @place: a table's number, a paragraph's block. Tables are
 * read one after the other, then the paragraphs. */
static gboolean
stands_before (const ZbFact *fact, ZbSourceKind kind, guint place) {
  if (fact->source.kind != kind)
    return fact->source.kind == ZB_SOURCE_TABLE;
  return (kind == ZB_SOURCE_TABLE ? fact->source.table : fact->source.block) < place;
}

static GPtrArray *
facts_at (const ZbReport *report, ZbSourceKind kind, guint place) {
  GPtrArray *facts = g_ptr_array_new ();
  guint first = 0, end = report->facts->len;

  while (first < end) {
    guint middle = first + (end - first) / 2;

    if (stands_before (g_ptr_array_index (report->facts, middle), kind, place))
      first = middle + 1;
    else
      end = middle;
  }
  for (guint i = first; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->source.kind != kind
        || (kind == ZB_SOURCE_TABLE ? fact->source.table : fact->source.block) != place)
      break;
    g_ptr_array_add (facts, fact);
  }
  return facts;
}

GPtrArray *
zb_facts_of_table (const ZbReport *report, const ZbReportTable *table) {
  return facts_at (report, ZB_SOURCE_TABLE, table->number);
}

GPtrArray *
zb_facts_of_paragraph (const ZbReport *report, guint block) {
  return facts_at (report, ZB_SOURCE_TEXT, block);
}

gboolean
zb_rule_covers (const ZbRule *rule, const ZbReport *report, const ZbFact *fact) {
  const ZbReportTable *table;

  if (fact->source.kind == ZB_SOURCE_TEXT)
    return zb_rule_has_scope (rule, "document");
  table = g_ptr_array_index (report->tables, fact->source.table - 1);
  return zb_rule_has_scope (rule, table->kind);
}
