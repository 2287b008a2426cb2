/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mapper.h"

#include "intern.h"
#include "text-fold.h"

const char *
zb_mapper_period (guint year) {
  g_autofree char *text = year > 0 ? g_strdup_printf ("%u", year) : NULL;

  return text != NULL ? zb_intern (text) : NULL;
}

const char *
zb_mapper_default_measure (const ZbMapper *mapper) {
  return zb_intern (g_strcmp0 (mapper->report->kind, "budget") == 0 ? "budget" : "actual");
}

gboolean
zb_mapper_has_fund (const char *indicator) {
  return g_str_has_prefix (indicator, "income.") || g_str_has_prefix (indicator, "expenditure.")
         || g_str_has_prefix (indicator, "balance.");
}

static gboolean
is_percent_measure (const char *measure) {
  return g_strcmp0 (measure, "share") == 0 || g_strcmp0 (measure, "change_rate") == 0
         || g_strcmp0 (measure, "execution_rate") == 0;
}

static gboolean
is_point_measure (const char *measure) {
  return g_strcmp0 (measure, "weight") == 0 || g_strcmp0 (measure, "score") == 0;
}

/* The canonical unit that a number of this meaning must have; NULL for any classifier. */
static const char *
expected_unit (const ZbIndicator *indicator, const char *measure) {
  if (is_percent_measure (measure))
    return "%";
  if (is_point_measure (measure))
    return "point";
  return indicator->unit;
}

static const ZbUnit *
plain_unit (const char *canonical) {
  return zb_unit_lookup (g_str_equal (canonical, "point") ? "分"
                         : g_str_equal (canonical, "CNY") ? "元"
                                                          : canonical);
}

/* A bare 万 or 亿 means yuan where money is expected. */
static const ZbUnit *
complete_scale (const ZbUnit *unit, const char *expected) {
  g_autofree char *spelling = NULL;

  if (unit->dimension != ZB_DIMENSION_SCALE || g_strcmp0 (expected, "CNY") != 0)
    return unit;
  spelling = g_strconcat (unit->spelling, "元", NULL);
  return zb_unit_lookup (spelling);
}

/* What public bodies print their amounts in where a document never says. */
#define USUAL_MONEY_UNIT "万元"

/* The unit that @quantity gets under @reading, saying in @fact where from; NULL: none fits. */
static const ZbUnit *
choose_unit (const ZbMapper *mapper, const ZbReading *reading, const ZbQuantity *quantity,
             const ZbIndicator *indicator, ZbFact *fact) {
  const char *expected = expected_unit (indicator, fact->dimensions.measure);

  fact->unit_place = ZB_UNIT_PRINTED;
  if (quantity->unit != NULL) {
    const ZbUnit *unit = complete_scale (quantity->unit, expected);

    if (expected == NULL)
      return unit->dimension == ZB_DIMENSION_COUNT ? unit : NULL;
    if (unit != NULL
        && (g_str_equal (unit->canonical, expected)
            || (expected == indicator->unit
                && g_strcmp0 (unit->canonical, indicator->other_unit) == 0)))
      return unit;
    return NULL;
  }
  fact->unit_place = reading->unit_place;
  if (expected == NULL) /* things are not counted in the money of their table */
    return reading->unit != NULL && reading->unit->dimension == ZB_DIMENSION_COUNT ? reading->unit : NULL;
  if (!g_str_equal (expected, "CNY")) {
    fact->unit_place = ZB_UNIT_INDICATOR;
    return plain_unit (expected);
  }
  if (reading->unit != NULL && reading->unit->dimension == ZB_DIMENSION_MONEY) {
    fact->flags |= ZB_FLAG_BIT (ZB_FLAG_UNIT_INHERITED);
    return reading->unit;
  }
  fact->unit_place = mapper->habit != NULL ? ZB_UNIT_DOCUMENT : ZB_UNIT_ASSUMED;
  fact->flags |= ZB_FLAG_BIT (ZB_FLAG_UNIT_ASSUMED);
  if (mapper->habit == NULL)
    fact->flags |= ZB_FLAG_BIT (ZB_FLAG_UNIT_SUSPECT);
  return mapper->habit != NULL ? mapper->habit : zb_unit_lookup (USUAL_MONEY_UNIT);
}

static ZbFlags
flags_of (const ZbQuantity *quantity) {
  ZbFlags flags = 0;

  if (quantity->flags & ZB_QUANTITY_APPROXIMATE)
    flags |= ZB_FLAG_BIT (ZB_FLAG_APPROXIMATE);
  if (quantity->flags & (ZB_QUANTITY_AT_LEAST | ZB_QUANTITY_AT_MOST))
    flags |= ZB_FLAG_BIT (ZB_FLAG_BOUND);
  if (quantity->flags & ZB_QUANTITY_TRUNCATED)
    flags |= ZB_FLAG_BIT (ZB_FLAG_TRUNCATED);
  if (quantity->flags & ZB_QUANTITY_DOUBTFUL)
    flags |= ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT);
  if (quantity->flags & ZB_QUANTITY_UNIT_REPAIRED)
    flags |= ZB_FLAG_BIT (ZB_FLAG_OCR_REPAIRED);
  return flags;
}

static void
complete_dimensions (const ZbMapper *mapper, ZbFact *fact) {
  ZbDimensions *dimensions = &fact->dimensions;

  if (dimensions->measure == NULL)
    dimensions->measure = zb_mapper_default_measure (mapper);
  if (dimensions->period == NULL) {
    dimensions->period = zb_mapper_period (mapper->report->fiscal_year);
    fact->flags |= ZB_FLAG_BIT (dimensions->period != NULL ? ZB_FLAG_YEAR_INFERRED
                                                           : ZB_FLAG_YEAR_SUSPECT);
  }
  if (zb_mapper_has_fund (dimensions->indicator) && dimensions->fund == NULL)
    dimensions->fund = zb_intern ("all");
}

/* Counts keep the classifier that is printed, 台（套） or 辆; all else is in its canonical unit. */
static const char *
unit_of (const ZbUnit *unit, const ZbQuantity *quantity) {
  g_autofree char *printed = NULL;

  if (unit->dimension != ZB_DIMENSION_COUNT || quantity->raw_unit == NULL
      || zb_decimal_compare (unit->factor, zb_decimal_from_int (1)) != 0
      || quantity->flags & ZB_QUANTITY_APPROXIMATE)
    return zb_intern (unit->canonical);
  printed = zb_text_trim (quantity->raw_unit);
  return zb_intern (printed);
}

ZbFact *
zb_mapper_add (ZbMapper *mapper, const ZbReading *reading, const ZbQuantity *quantity) {
  const ZbIndicator *indicator = zb_catalogue_lookup_indicator (mapper->catalogue,
                                                                reading->dimensions.indicator);
  g_autoptr (ZbFact) fact = zb_fact_new ();
  const ZbUnit *unit;

  fact->dimensions = reading->dimensions;
  fact->flags = reading->flags | flags_of (quantity)
                | zb_flags_of_recognition (reading->source.origin.recognition)
                | zb_name_doubts_lookup (mapper->doubts, reading->dimensions.subject);
  complete_dimensions (mapper, fact);
  unit = choose_unit (mapper, reading, quantity, indicator, fact);
  if (unit == NULL || !zb_decimal_multiply (quantity->number, unit->factor, &fact->value)
      || !zb_decimal_multiply (zb_decimal_half_unit (quantity->number), unit->factor,
                               &fact->half_unit))
    return NULL;
  fact->unit = unit_of (unit, quantity);
  fact->raw = g_strdup (quantity->raw);
  fact->raw_unit = g_strdup (quantity->raw_unit);
  fact->label = g_strdup (reading->label);
  fact->source = reading->source;
  fact->source.quote = g_strdup (reading->source.quote);
  if (zb_document_is_doubtful (mapper->report->document, fact->source.origin.page))
    fact->flags |= ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT);
  fact->number = mapper->report->facts->len + 1;
  g_ptr_array_add (mapper->report->facts, fact);
  return g_steal_pointer (&fact);
}

void
zb_mapper_mention (ZbMapper *mapper, const ZbQuantity *quantity, const ZbFactSource *source) {
  ZbFact *mention = zb_fact_new ();

  mention->number = mapper->report->mentions->len + 1;
  mention->value = quantity->value;
  mention->unit = quantity->unit != NULL ? zb_intern (quantity->unit->canonical) : NULL;
  mention->raw = g_strdup (quantity->raw);
  mention->raw_unit = g_strdup (quantity->raw_unit);
  mention->flags = flags_of (quantity);
  mention->source = *source;
  mention->source.quote = g_strdup (source->quote);
  g_ptr_array_add (mapper->report->mentions, mention);
}
