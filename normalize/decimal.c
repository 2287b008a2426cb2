/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decimal.h"

/* 10^30: one more than the largest coefficient. */
#define COEFFICIENT_LIMIT \
  ((ZbCoefficient) G_GINT64_CONSTANT (1000000000000000) * G_GINT64_CONSTANT (1000000000000000))
G_STATIC_ASSERT (ZB_DECIMAL_MAX_DIGITS == 30);

static gboolean
fits (ZbCoefficient coefficient) {
  return coefficient < COEFFICIENT_LIMIT && coefficient > -COEFFICIENT_LIMIT;
}

/* FALSE, leaving @coefficient alone, where it would not fit. */
static gboolean
scale_up (ZbCoefficient *coefficient, int places) {
  ZbCoefficient scaled = *coefficient;

  for (int i = 0; i < places && scaled != 0; i++) {
    if (!fits (scaled))
      return FALSE;
    scaled *= 10;
  }
  if (!fits (scaled))
    return FALSE;
  *coefficient = scaled;
  return TRUE;
}

/* 18 digits fit 64 bits, in which counting is fast; only longer ones need the wide type. */
static gboolean
append_digit (ZbCoefficient *coefficient, char digit) {
  if (*coefficient < G_GINT64_CONSTANT (100000000000000000)) {
    *coefficient = (gint64) *coefficient * 10 + (digit - '0');
    return TRUE;
  }
  *coefficient = *coefficient * 10 + (digit - '0');
  return fits (*coefficient);
}

gboolean
zb_decimal_parse (const char *text, ZbDecimal *value) {
  gboolean negative = *text == '-', point = FALSE, digits = FALSE;
  ZbCoefficient coefficient = 0;
  guint8 scale = 0;

  if (*text == '-' || *text == '+')
    text++;
  for (; *text != '\0'; text++) {
    if (*text == '.' && !point && digits) {
      point = TRUE;
      continue;
    }
    if (!g_ascii_isdigit (*text) || (point && scale == ZB_DECIMAL_MAX_SCALE)
        || !append_digit (&coefficient, *text))
      return FALSE;
    digits = TRUE;
    scale += point;
  }
  if (!digits || (point && scale == 0))
    return FALSE;
  value->coefficient = negative ? -coefficient : coefficient;
  value->scale = scale;
  return TRUE;
}

char *
zb_decimal_print (ZbDecimal value) {
  char digits[48];
  gsize end = sizeof digits - 1, start = end;
  ZbCoefficient rest = value.coefficient < 0 ? -value.coefficient : value.coefficient;

  digits[end] = '\0';
  for (guint place = 0; rest != 0 || place <= value.scale; place++) {
    if (place == value.scale && place > 0)
      digits[--start] = '.';
    digits[--start] = (char) ('0' + (int) (rest % 10));
    rest /= 10;
  }
  if (value.coefficient < 0)
    digits[--start] = '-';
  return g_strdup (digits + start);
}

static ZbDecimal
strip_zeros (ZbDecimal value) {
  while (value.scale > 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    value.scale--;
  }
  return value;
}

/* Also takes the zeros before the point, each of which pays for one step of @power down to 0. */
static ZbDecimal
strip_all_zeros (ZbDecimal value, int *power) {
  value = strip_zeros (value);
  while (*power < 0 && value.scale == 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    ++*power;
  }
  return value;
}

char *
zb_decimal_print_plain (ZbDecimal value) {
  return zb_decimal_print (strip_zeros (value));
}

ZbDecimal
zb_decimal_from_int (gint64 value) {
  return (ZbDecimal){ .coefficient = value, .scale = 0 };
}

/* Brings both to the larger scale. */
static gboolean
align (ZbDecimal *a, ZbDecimal *b) {
  guint8 scale = MAX (a->scale, b->scale);

  if (!scale_up (&a->coefficient, scale - a->scale)
      || !scale_up (&b->coefficient, scale - b->scale))
    return FALSE;
  a->scale = b->scale = scale;
  return TRUE;
}

static gboolean
add_aligned (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  ZbDecimal sum;

  if (!align (&a, &b))
    return FALSE;
  sum = (ZbDecimal){ .coefficient = a.coefficient + b.coefficient, .scale = a.scale };
  if (!fits (sum.coefficient))
    sum = strip_zeros (sum);
  if (!fits (sum.coefficient))
    return FALSE;
  *result = sum;
  return TRUE;
}

/* Printed zeros behind the point are given up before the sum is. */
gboolean
zb_decimal_add (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  return add_aligned (a, b, result) || add_aligned (strip_zeros (a), strip_zeros (b), result);
}

gboolean
zb_decimal_subtract (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  return zb_decimal_add (a, zb_decimal_negate (b), result);
}

static gboolean
multiply (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  ZbDecimal product = { .scale = (guint8) (a.scale + b.scale) };

  if (__builtin_mul_overflow (a.coefficient, b.coefficient, &product.coefficient))
    return FALSE;
  if (product.scale > ZB_DECIMAL_MAX_SCALE || !fits (product.coefficient))
    product = strip_zeros (product);
  if (product.scale > ZB_DECIMAL_MAX_SCALE || !fits (product.coefficient))
    return FALSE;
  *result = product;
  return TRUE;
}

gboolean
zb_decimal_multiply (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  return multiply (a, b, result) || multiply (strip_zeros (a), strip_zeros (b), result);
}

/* dividend × 10^places ÷ divisor, both positive: written out by hand, digit by digit, because the
 * scaled dividend need not fit where the quotient does. FALSE where the quotient does not fit. */
static gboolean
divide_long (ZbCoefficient dividend, ZbCoefficient divisor, int places, ZbCoefficient *quotient) {
  ZbCoefficient whole, rest;

  for (int i = 0; i > places && divisor <= 2 * COEFFICIENT_LIMIT; i--)
    divisor *= 10; /* beyond that, every dividend is less than half of it */
  whole = dividend / divisor;
  rest = dividend % divisor;
  for (int i = 0; i < places; i++) {
    if (!fits (whole))
      return FALSE;
    whole = whole * 10 + rest * 10 / divisor;
    rest = rest * 10 % divisor;
  }
  if (rest >= divisor - rest)
    whole++;
  *quotient = whole;
  return fits (whole);
}

gboolean
zb_decimal_divide (ZbDecimal a, ZbDecimal b, guint8 scale, ZbDecimal *result) {
  gboolean negative = (a.coefficient < 0) != (b.coefficient < 0);
  ZbCoefficient quotient;

  if (b.coefficient == 0 || scale > ZB_DECIMAL_MAX_SCALE)
    return FALSE;
  if (!divide_long (zb_decimal_absolute (a).coefficient, zb_decimal_absolute (b).coefficient,
                    scale + b.scale - a.scale, &quotient))
    return FALSE;
  result->coefficient = negative ? -quotient : quotient;
  result->scale = scale;
  return TRUE;
}

gboolean
zb_decimal_shift (ZbDecimal value, int power, ZbDecimal *result) {
  if (power < -ZB_DECIMAL_MAX_SCALE - ZB_DECIMAL_MAX_DIGITS)
    return FALSE;
  if (power < 0) {
    if (value.scale - power > ZB_DECIMAL_MAX_SCALE)
      value = strip_all_zeros (value, &power);
    if (value.scale - power > ZB_DECIMAL_MAX_SCALE)
      return FALSE;
    value.scale = (guint8) (value.scale - power);
  } else {
    int down = MIN (power, value.scale);

    if (!scale_up (&value.coefficient, power - down))
      return FALSE;
    value.scale = (guint8) (value.scale - down);
  }
  *result = value;
  return TRUE;
}

ZbDecimal
zb_decimal_negate (ZbDecimal value) {
  value.coefficient = -value.coefficient;
  return value;
}

ZbDecimal
zb_decimal_absolute (ZbDecimal value) {
  return value.coefficient < 0 ? zb_decimal_negate (value) : value;
}

/* Compares without scaling up, which could overflow: whole parts first, then the fractions. */
int
zb_decimal_compare (ZbDecimal a, ZbDecimal b) {
  ZbCoefficient whole_a = a.coefficient, whole_b = b.coefficient, unit_a = 1, unit_b = 1;

  for (guint8 i = 0; i < a.scale; i++)
    unit_a *= 10;
  for (guint8 i = 0; i < b.scale; i++)
    unit_b *= 10;
  whole_a /= unit_a;
  whole_b /= unit_b;
  if (whole_a != whole_b)
    return whole_a < whole_b ? -1 : 1;
  a.coefficient %= unit_a;
  b.coefficient %= unit_b;
  if (!align (&a, &b))
    g_assert_not_reached (); /* fractions have at most ZB_DECIMAL_MAX_SCALE digits */
  return a.coefficient < b.coefficient ? -1 : a.coefficient > b.coefficient;
}

int
zb_decimal_sign (ZbDecimal value) {
  return value.coefficient < 0 ? -1 : value.coefficient > 0;
}

ZbDecimal
zb_decimal_half_unit (ZbDecimal value) {
  if (value.scale == ZB_DECIMAL_MAX_SCALE)
    return (ZbDecimal){ .coefficient = 1, .scale = ZB_DECIMAL_MAX_SCALE };
  return (ZbDecimal){ .coefficient = 5, .scale = (guint8) (value.scale + 1) };
}

void
zb_decimal_interval (ZbDecimal value, ZbDecimal half_unit, ZbDecimal *low, ZbDecimal *high) {
  if (!zb_decimal_subtract (value, half_unit, low) || !zb_decimal_add (value, half_unit, high))
    *low = *high = value;
}
