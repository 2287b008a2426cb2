/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-rates.h"

#include <string.h>

#include "check-quotient.h"
#include "check-record.h"
#include "check-share-list.h"
#include "check-terms.h"
#include "intern.h"

/* Four orders of magnitude, from 元 to 万元. */
#define WAN 4

static gboolean
is_in_yuan (const ZbFact *fact) {
  return g_strcmp0 (fact->raw_unit, "元") == 0 && fact->source.kind == ZB_SOURCE_TEXT;
}

/* Whether the rate would be right if @suspect were in 万元; then it is read so. */
static gboolean
correct_unit (const ZbRule *rule, const ZbFact *rate, ZbFact *suspect, const ZbFact *numerator,
              const ZbFact *denominator, ZbRateTrial *trial) {
  ZbDecimal value = suspect->value, half_unit = suspect->half_unit;
  ZbInterval top, bottom;

  if (!is_in_yuan (suspect) || !zb_decimal_shift (value, WAN, &suspect->value)
      || !zb_decimal_shift (half_unit, WAN, &suspect->half_unit))
    return FALSE;
  top = zb_interval_of (numerator);
  bottom = zb_interval_of (denominator);
  if (zb_rate_try (rule, rate, &top, &bottom, trial) && trial->passes) {
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
  ZbInterval top = zb_interval_of (numerator), bottom = zb_interval_of (denominator);
  ZbRateTrial trial;

  if (!zb_rate_try (rule, rate, &top, &bottom, &trial))
    return;
  if (!trial.passes && zb_check_share_list (report, rule, rate))
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
record_change_rate (ZbReport *report, ZbFact *rate, ZbFact *now, ZbFact *other, ZbRateTrial *trial) {
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  g_ptr_array_add (facts, rate);
  g_ptr_array_add (facts, other);
  g_ptr_array_add (facts, now);
  trial->outcome.facts = facts;
  zb_check_record (report, &trial->outcome, ZB_FLAG_RATE_MISMATCH);
}

/* 增长 3.33 % is the change over what was there before it: 50.00 ÷ (1551.50 − 50.00). */
static gboolean
check_rate_of_change (ZbReport *report, const ZbRule *rule, ZbFact *rate, ZbFact *now) {
  ZbFact *change = find_reading (report, rate, rule->right, ZB_PLACE_NEAR);
  ZbFact before = { 0 };
  ZbInterval top, bottom;
  ZbRateTrial trial;

  if (change == NULL || !zb_decimal_subtract (now->value, change->value, &before.value)
      || !zb_decimal_add (now->half_unit, change->half_unit, &before.half_unit))
    return FALSE;
  top = zb_interval_of (change);
  bottom = zb_interval_of (&before);
  if (!zb_rate_try (rule, rate, &top, &bottom, &trial))
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
  ZbRateTrial failed = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (MEASURES); i++) {
    ZbTerm term = { .measure = zb_intern (MEASURES[i]) };
    ZbFact *before = zb_term_find (report, rate, &term, ZB_PLACE_NEAR, 1);
    ZbFact growth = { 0 };
    ZbInterval top, bottom;
    ZbRateTrial trial;

    if (before == NULL || !zb_decimal_subtract (now->value, before->value, &growth.value)
        || !zb_decimal_add (now->half_unit, before->half_unit, &growth.half_unit))
      continue;
    top = zb_interval_of (&growth);
    bottom = zb_interval_of (before);
    if (!zb_rate_try (rule, rate, &top, &bottom, &trial))
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
