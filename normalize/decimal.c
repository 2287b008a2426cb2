/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decimal.h"

/* 10^30: one more than the largest coefficient. */
static ZbCoefficient
coefficient_limit (void) {
  ZbCoefficient limit = 1;

  for (int i = 0; i < ZB_DECIMAL_MAX_DIGITS; i++)
    limit *= 10;
  return limit;
}

static gboolean
fits (ZbCoefficient coefficient) {
  ZbCoefficient limit = coefficient_limit ();

  return coefficient < limit && coefficient > -limit;
}

static gboolean
scale_up (ZbCoefficient *coefficient, int places) {
  for (int i = 0; i < places; i++) {
    if (!fits (*coefficient))
      return FALSE;
    *coefficient *= 10;
  }
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
    if (!g_ascii_isdigit (*text) || (point && scale == ZB_DECIMAL_MAX_SCALE))
      return FALSE;
    coefficient = coefficient * 10 + (*text - '0');
    if (!fits (coefficient))
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

gboolean
zb_decimal_add (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  if (!align (&a, &b) || !fits (a.coefficient + b.coefficient))
    return FALSE;
  result->coefficient = a.coefficient + b.coefficient;
  result->scale = a.scale;
  return TRUE;
}

gboolean
zb_decimal_subtract (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  return zb_decimal_add (a, zb_decimal_negate (b), result);
}

gboolean
zb_decimal_multiply (ZbDecimal a, ZbDecimal b, ZbDecimal *result) {
  ZbCoefficient product;

  if (a.scale + b.scale > ZB_DECIMAL_MAX_SCALE) {
    a = strip_zeros (a);
    b = strip_zeros (b);
  }
  if (a.scale + b.scale > ZB_DECIMAL_MAX_SCALE
      || __builtin_mul_overflow (a.coefficient, b.coefficient, &product) || !fits (product))
    return FALSE;
  result->coefficient = product;
  result->scale = (guint8) (a.scale + b.scale);
  return TRUE;
}

gboolean
zb_decimal_divide (ZbDecimal a, ZbDecimal b, guint8 scale, ZbDecimal *result) {
  ZbCoefficient quotient, rest, divisor = b.coefficient < 0 ? -b.coefficient : b.coefficient;
  gboolean negative = (a.coefficient < 0) != (b.coefficient < 0);
  int places = scale + b.scale - a.scale;

  if (b.coefficient == 0 || scale > ZB_DECIMAL_MAX_SCALE)
    return FALSE;
  if (places < 0 ? !scale_up (&divisor, -places) : !scale_up (&a.coefficient, places))
    return FALSE;
  quotient = (a.coefficient < 0 ? -a.coefficient : a.coefficient);
  rest = quotient % divisor;
  quotient /= divisor;
  if (rest >= divisor - rest)
    quotient++;
  if (!fits (quotient))
    return FALSE;
  result->coefficient = negative ? -quotient : quotient;
  result->scale = scale;
  return TRUE;
}

gboolean
zb_decimal_shift (ZbDecimal value, int power, ZbDecimal *result) {
  if (power < 0) {
    if (value.scale - power > ZB_DECIMAL_MAX_SCALE)
      value = strip_zeros (value);
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
