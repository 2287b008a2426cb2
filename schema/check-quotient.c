/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-quotient.h"

#define RATE_SCALE 8

/* A printed rate is right where it is the quotient of two numbers that lie within the intervals of
 * the printed ones, rounded or cut off to its printed places. */

ZbInterval
zb_interval_of (const ZbFact *fact) {
  ZbInterval interval;

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
quotient (const ZbInterval *numerator, const ZbInterval *denominator, ZbDecimal *middle,
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

gboolean
zb_rate_try (const ZbRule *rule, const ZbFact *rate, const ZbInterval *numerator,
           const ZbInterval *denominator, ZbRateTrial *trial) {
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
