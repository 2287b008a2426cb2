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
  if (term->whole) {
    wanted.function = NULL;
    wanted.economic = NULL;
  }
  if (years_back > 0 && wanted.period != NULL) {
    guint year = (guint) g_ascii_strtoull (wanted.period, NULL, 10);
    g_autofree char *before = g_strdup_printf ("%u", year - years_back);

    wanted.period = zb_intern (before);
  }
  return wanted;
}

static gboolean
is_near (const ZbFact *a, const ZbFact *b) {
  if (a->source.kind != b->source.kind || a->source.block != b->source.block)
    return FALSE;
  return a->source.kind == ZB_SOURCE_TEXT || a->source.row == b->source.row;
}

ZbFact *
zb_term_find (const ZbReport *report, const ZbFact *left, const ZbTerm *term, ZbPlace place,
              guint years_back) {
  ZbDimensions wanted = wanted_dimensions (left, term, years_back);
  ZbFact *far = NULL;

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact == left || !zb_dimensions_equal (&fact->dimensions, &wanted))
      continue;
    if (place == ZB_PLACE_TABLE && fact->source.table == left->source.table
        && fact->source.table > 0)
      return fact;
    if (place == ZB_PLACE_ROW && fact->source.table > 0 && is_near (fact, left))
      return fact;
    if ((place == ZB_PLACE_NEAR || place == ZB_PLACE_ANYWHERE) && is_near (fact, left))
      return fact;
    if (place == ZB_PLACE_ANYWHERE && far == NULL)
      far = fact;
  }
  return far;
}
