/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-rates.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "intern.h"

#define RATE_SCALE 8

/* A printed rate is right where it is the quotient of two numbers that lie within the intervals of
 * the printed ones, rounded or cut off to its printed places. */

typedef struct {
  ZbDecimal low, high;
} Interval;

static Interval
interval_of (const ZbFact *fact) {
  Interval interval;

  zb_decimal_interval (zb_decimal_absolute (fact->value), fact->half_unit, &interval.low,
                       &interval.high);
  return interval;
}

static gboolean
divide_percent (ZbDecimal numerator, ZbDecimal denominator, ZbDecimal *rate) {
  ZbDecimal hundredfold;

  return zb_decimal_shift (numerator, 2, &hundredfold)
         && zb_decimal_divide (hundredfold, denominator, RATE_SCALE, rate);
}

/* 100 × numerator ÷ denominator, and how far rounding may have moved it. */
static gboolean
quotient (const Interval *numerator, const Interval *denominator, ZbDecimal *middle,
          ZbDecimal *spread) {
  ZbDecimal low, high, sum, difference;

  if (zb_decimal_sign (denominator->low) <= 0
      || !divide_percent (numerator->low, denominator->high, &low)
      || !divide_percent (numerator->high, denominator->low, &high)
      || !zb_decimal_add (low, high, &sum) || !zb_decimal_subtract (high, low, &difference))
    return FALSE;
  return zb_decimal_divide (sum, zb_decimal_from_int (2), RATE_SCALE, middle)
         && zb_decimal_divide (difference, zb_decimal_from_int (2), RATE_SCALE, spread);
}

/* Cutting the rest off instead of rounding lets the printed rate be up to a whole unit too small. */
static ZbDecimal
tolerance_of (const ZbFact *rate, ZbDecimal exact, ZbDecimal spread) {
  ZbDecimal tolerance = rate->half_unit;

  if (zb_decimal_compare (zb_decimal_absolute (rate->value), exact) < 0
      && !zb_decimal_add (tolerance, rate->half_unit, &tolerance))
    return rate->half_unit;
  if (!zb_decimal_add (tolerance, spread, &tolerance))
    return rate->half_unit;
  return tolerance;
}

typedef struct {
  ZbOutcome outcome;
  gboolean passes;
} Trial;

static gboolean
try_ratio (const ZbRule *rule, const ZbFact *rate, const Interval *numerator,
           const Interval *denominator, Trial *trial) {
  ZbDecimal exact, spread, difference;

  if (!quotient (numerator, denominator, &exact, &spread))
    return FALSE;
  trial->outcome = (ZbOutcome){ .rule = rule->name,
                                .expected = exact,
                                .found = zb_decimal_absolute (rate->value),
                                .tolerance = tolerance_of (rate, exact, spread) };
  if (!zb_decimal_subtract (trial->outcome.found, exact, &difference))
    return FALSE;
  trial->passes = zb_decimal_compare (zb_decimal_absolute (difference),
                                      trial->outcome.tolerance) <= 0;
  return TRUE;
}

/* Four orders of magnitude, from 元 to 万元. */
#define WAN 4

static gboolean
is_in_yuan (const ZbFact *fact) {
  return g_strcmp0 (fact->raw_unit, "元") == 0 && fact->source.kind == ZB_SOURCE_TEXT;
}

/* Whether the rate would be right if @suspect were in 万元; then it is read so. */
static gboolean
correct_unit (const ZbRule *rule, const ZbFact *rate, ZbFact *suspect, const ZbFact *numerator,
              const ZbFact *denominator, Trial *trial) {
  ZbDecimal value = suspect->value, half_unit = suspect->half_unit;
  Interval top, bottom;

  if (!is_in_yuan (suspect) || !zb_decimal_shift (value, WAN, &suspect->value)
      || !zb_decimal_shift (half_unit, WAN, &suspect->half_unit))
    return FALSE;
  top = interval_of (numerator);
  bottom = interval_of (denominator);
  if (try_ratio (rule, rate, &top, &bottom, trial) && trial->passes) {
    suspect->flags |= ZB_FLAG_BIT (ZB_FLAG_UNIT_CORRECTED);
    return TRUE;
  }
  suspect->value = value;
  suspect->half_unit = half_unit;
  return FALSE;
}

static void
record_ratio (ZbReport *report, const ZbRule *rule, ZbFact *rate, ZbFact *numerator,
              ZbFact *denominator) {
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  Interval top = interval_of (numerator), bottom = interval_of (denominator);
  Trial trial;

  if (!try_ratio (rule, rate, &top, &bottom, &trial))
    return;
  if (!trial.passes && !correct_unit (rule, rate, denominator, numerator, denominator, &trial))
    correct_unit (rule, rate, numerator, numerator, denominator, &trial);
  g_ptr_array_add (facts, rate);
  g_ptr_array_add (facts, numerator);
  g_ptr_array_add (facts, denominator);
  trial.outcome.facts = facts;
  zb_check_record (report, &trial.outcome, ZB_FLAG_RATE_MISMATCH);
}

static ZbFact *
find_reading (const ZbReport *report, const ZbFact *left, const GArray *terms, ZbPlace place) {
  for (guint i = 0; i < terms->len; i++) {
    ZbFact *found = zb_term_find (report, left, &g_array_index (terms, ZbTerm, i), place, 0);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The denominator has the measure of the numerator where its term does not fix one. */
static ZbFact *
find_divisor (const ZbReport *report, const ZbFact *numerator, const GArray *terms) {
  ZbFact *near = find_reading (report, numerator, terms, ZB_PLACE_NEAR);

  if (near != NULL)
    return near;
  if (numerator->source.kind == ZB_SOURCE_TABLE)
    return find_reading (report, numerator, terms, ZB_PLACE_TABLE);
  return g_array_index (terms, ZbTerm, 0).measure == NULL
             ? find_reading (report, numerator, terms, ZB_PLACE_ANYWHERE)
             : NULL;
}

/* The whole has no share of itself. */
static gboolean
is_its_own_whole (const ZbRule *rule, const ZbFact *rate) {
  return g_array_index (rule->divisor, ZbTerm, 0).whole && rate->dimensions.function == NULL
         && rate->dimensions.economic == NULL;
}

static void
check_ratio (ZbReport *report, const ZbRule *rule, ZbFact *rate) {
  ZbPlace place = g_array_index (rule->right, ZbTerm, 0).indicator != NULL
                          && rate->source.kind == ZB_SOURCE_TABLE
                      ? ZB_PLACE_TABLE : ZB_PLACE_NEAR;
  ZbFact *numerator = find_reading (report, rate, rule->right, place);
  ZbFact *denominator = numerator != NULL ? find_divisor (report, numerator, rule->divisor) : NULL;

  if (is_its_own_whole (rule, rate))
    return;
  if (denominator != NULL && denominator != numerator)
    record_ratio (report, rule, rate, numerator, denominator);
}

static ZbFact *
find_amount (const ZbReport *report, const ZbFact *beside, ZbPlace place, guint years_back) {
  static const char *const MEASURES[] = { "actual", "budget" };

  for (guint i = 0; i < G_N_ELEMENTS (MEASURES); i++) {
    ZbTerm term = { .measure = zb_intern (MEASURES[i]) };
    ZbFact *found = zb_term_find (report, beside, &term, place, years_back);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
check_change (ZbReport *report, const ZbRule *rule, ZbFact *change) {
  ZbFact *now = find_amount (report, change, ZB_PLACE_NEAR, 0);
  ZbFact *before = now != NULL ? find_amount (report, change, ZB_PLACE_ANYWHERE, 1) : NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  ZbOutcome outcome = { .rule = rule->name, .facts = facts,
                        .found = change->value, .tolerance = change->half_unit,
                        .equation = TRUE, .subtracted = 1 << 2 };

  if (before == NULL || now->dimensions.measure != before->dimensions.measure
      || !zb_decimal_subtract (now->value, before->value, &outcome.expected)
      || !zb_decimal_add (outcome.tolerance, now->half_unit, &outcome.tolerance)
      || !zb_decimal_add (outcome.tolerance, before->half_unit, &outcome.tolerance))
    return;
  g_ptr_array_add (facts, change);
  g_ptr_array_add (facts, now);
  g_ptr_array_add (facts, before);
  zb_check_record (report, &outcome, ZB_FLAG_RATE_MISMATCH);
}

static void
record_change_rate (ZbReport *report, ZbFact *rate, ZbFact *now, ZbFact *other, Trial *trial) {
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  g_ptr_array_add (facts, rate);
  g_ptr_array_add (facts, other);
  g_ptr_array_add (facts, now);
  trial->outcome.facts = facts;
  zb_check_record (report, &trial->outcome, ZB_FLAG_RATE_MISMATCH);
}

/* 增长 3.33 % is the change over what was there before it: 79.81 ÷ (2475.18 − 79.81). */
static gboolean
check_rate_of_change (ZbReport *report, const ZbRule *rule, ZbFact *rate, ZbFact *now) {
  ZbFact *change = find_reading (report, rate, rule->right, ZB_PLACE_NEAR);
  ZbFact before = { 0 };
  Interval top, bottom;
  Trial trial;

  if (change == NULL || !zb_decimal_subtract (now->value, change->value, &before.value)
      || !zb_decimal_add (now->half_unit, change->half_unit, &before.half_unit))
    return FALSE;
  top = interval_of (change);
  bottom = interval_of (&before);
  if (!try_ratio (rule, rate, &top, &bottom, &trial))
    return FALSE;
  record_change_rate (report, rate, now, change, &trial);
  return TRUE;
}

/* 比2025年执行数增加 17.62 % without the amount of the change: it follows from the two amounts, and
 * the year before may be printed both as budget and as outcome. */
static void
check_rate_of_growth (ZbReport *report, const ZbRule *rule, ZbFact *rate, ZbFact *now) {
  static const char *const MEASURES[] = { "actual", "budget" };
  ZbFact *first = NULL;
  Trial failed = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (MEASURES); i++) {
    ZbTerm term = { .measure = zb_intern (MEASURES[i]) };
    ZbFact *before = zb_term_find (report, rate, &term, ZB_PLACE_NEAR, 1);
    ZbFact growth = { 0 };
    Interval top, bottom;
    Trial trial;

    if (before == NULL || !zb_decimal_subtract (now->value, before->value, &growth.value)
        || !zb_decimal_add (now->half_unit, before->half_unit, &growth.half_unit))
      continue;
    top = interval_of (&growth);
    bottom = interval_of (before);
    if (!try_ratio (rule, rate, &top, &bottom, &trial))
      continue;
    if (trial.passes) {
      record_change_rate (report, rate, now, before, &trial);
      return;
    }
    if (first == NULL) {
      first = before;
      failed = trial;
    }
  }
  if (first != NULL)
    record_change_rate (report, rate, now, first, &failed);
}

static void
check_change_rate (ZbReport *report, const ZbRule *rule, ZbFact *rate) {
  ZbFact *now = find_amount (report, rate, ZB_PLACE_NEAR, 0);

  if (now != NULL && !check_rate_of_change (report, rule, rate, now))
    check_rate_of_growth (report, rule, rate, now);
}

void
zb_check_rates (ZbReport *report, const ZbRule *rule) {
  guint count = report->facts->len;

  for (guint i = 0; i < count; i++) {
    ZbFact *left = g_ptr_array_index (report->facts, i);

    if (!zb_term_matches (&rule->left, left))
      continue;
    if (rule->type == ZB_RULE_RATIO)
      check_ratio (report, rule, left);
    else if (rule->type == ZB_RULE_CHANGE)
      check_change (report, rule, left);
    else
      check_change_rate (report, rule, left);
  }
}
