/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An exact decimal: coefficient × 10^-scale. No floating point is involved anywhere.
 * `scale` counts the printed decimals, so 10.0 and 10 are equal in value but differ in scale. */
__extension__ typedef __int128 ZbCoefficient;

typedef struct {
  ZbCoefficient coefficient;
  guint8 scale;
} ZbDecimal;

/* The largest scale and the number of significant digits that a value may have; beyond either,
 * the functions below report overflow. 30 digits hold 亿亿 with six decimals with room to spare. */
#define ZB_DECIMAL_MAX_SCALE 12
#define ZB_DECIMAL_MAX_DIGITS 30

/* [sign] digits [. digits], ASCII only, the whole of @text. FALSE where it is not that, or too
 * long. */
gboolean zb_decimal_parse (const char *text, ZbDecimal *value);
/* As it would be printed, trailing zeros kept: "10.0". The caller frees it. */
char *zb_decimal_print (ZbDecimal value);
/* The shortest form of the value: "10", "0.5", "-3". The caller frees it. */
char *zb_decimal_print_plain (ZbDecimal value);

ZbDecimal zb_decimal_from_int (gint64 value);

/* These return FALSE, leaving @result alone, where the result does not fit. */
gboolean zb_decimal_add (ZbDecimal a, ZbDecimal b, ZbDecimal *result);
gboolean zb_decimal_subtract (ZbDecimal a, ZbDecimal b, ZbDecimal *result);
gboolean zb_decimal_multiply (ZbDecimal a, ZbDecimal b, ZbDecimal *result);
/* a ÷ b rounded half away from zero to @scale decimals; FALSE also for b = 0. */
gboolean zb_decimal_divide (ZbDecimal a, ZbDecimal b, guint8 scale, ZbDecimal *result);
/* value × 10^power, exactly. */
gboolean zb_decimal_shift (ZbDecimal value, int power, ZbDecimal *result);

ZbDecimal zb_decimal_negate (ZbDecimal value);
ZbDecimal zb_decimal_absolute (ZbDecimal value);
/* -1, 0 or 1: by value, whatever the scales. */
int zb_decimal_compare (ZbDecimal a, ZbDecimal b);
int zb_decimal_sign (ZbDecimal value);
/* Half a unit of the last printed place: what rounding may have taken. 1523.68 → 0.005. At the
 * largest scale, where half a unit has no place, a whole unit. */
ZbDecimal zb_decimal_half_unit (ZbDecimal value);

/* The interval that a printed number stands for: @value less and more @half_unit, both ends in it.
 * 1523.68 and 0.005 give 1523.675 to 1523.685. Where an end does not fit, both are @value. */
void zb_decimal_interval (ZbDecimal value, ZbDecimal half_unit, ZbDecimal *low, ZbDecimal *high);

G_END_DECLS
