/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-number.h"

#include <string.h>

/* A double has no exponent beyond this. */
static const gint64 MAX_EXPONENT = 400;

static void
strip_zeros (ZbXlsxNumber *number) {
  while (number->count > 0 && number->digits[number->count - 1] == '0')
    number->count--;
  number->digits[number->count] = '\0';
  if (number->count == 0)
    number->point = 0;
}

/* Keeps the first @keep digits, rounded by the digit @next behind them. */
static void
keep_digits (ZbXlsxNumber *number, guint keep, char next) {
  guint i = keep;

  number->count = keep;
  if (next >= '5') {
    while (i > 0 && number->digits[i - 1] == '9')
      number->digits[--i] = '0';
    if (i > 0) {
      number->digits[i - 1]++;
    } else {
      number->digits[0] = '1';
      number->count = 1;
      number->point++;
    }
  }
  strip_zeros (number);
}

/* Reads the exponent behind the digits; FALSE where something else follows them. */
static gboolean
parse_exponent (const char *text, gint64 *exponent) {
  char *end = NULL;

  *exponent = 0;
  if (*text == '\0')
    return TRUE;
  if (*text != 'e' && *text != 'E')
    return FALSE;
  *exponent = g_ascii_strtoll (text + 1, &end, 10);
  return end != text + 1 && *end == '\0' && ABS (*exponent) <= MAX_EXPONENT;
}

gboolean
zb_xlsx_number_parse (const char *text, ZbXlsxNumber *number) {
  gint64 exponent, point = 0;
  gboolean behind_point = FALSE, any = FALSE, rounded = FALSE;
  char next = '0';

  *number = (ZbXlsxNumber){ .negative = *text == '-' };
  text += *text == '-' || *text == '+';
  for (; g_ascii_isdigit (*text) || (*text == '.' && !behind_point); text++) {
    if (*text == '.') {
      behind_point = TRUE;
      continue;
    }
    any = TRUE;
    if (number->count == 0 && *text == '0') {
      point -= behind_point;
      continue;
    }
    point += !behind_point;
    if (number->count < ZB_XLSX_NUMBER_DIGITS) {
      number->digits[number->count++] = *text;
    } else if (!rounded) {
      rounded = TRUE;
      next = *text;
    }
  }
  if (!any || ABS (point) > MAX_EXPONENT || !parse_exponent (text, &exponent))
    return FALSE;
  number->point = (int) (point + exponent);
  keep_digits (number, number->count, next);
  return TRUE;
}

void
zb_xlsx_number_shift (ZbXlsxNumber *number, int places) {
  if (number->count > 0)
    number->point += places;
}

void
zb_xlsx_number_round (ZbXlsxNumber *number, guint decimals) {
  gint64 keep = (gint64) number->point + decimals;

  if (keep >= number->count)
    return;
  if (keep < 0)
    keep_digits (number, 0, '0');
  else
    keep_digits (number, (guint) keep, number->digits[keep]);
}

int
zb_xlsx_number_compare (const ZbXlsxNumber *left, const ZbXlsxNumber *right) {
  int left_sign = left->count == 0 ? 0 : left->negative ? -1 : 1;
  int right_sign = right->count == 0 ? 0 : right->negative ? -1 : 1;
  int order;

  if (left_sign != right_sign)
    return left_sign < right_sign ? -1 : 1;
  if (left_sign == 0)
    return 0;
  order = left->point != right->point ? left->point - right->point
                                      : strcmp (left->digits, right->digits);
  return order == 0 ? 0 : order * left_sign < 0 ? -1 : 1;
}

void
zb_xlsx_number_print (const ZbXlsxNumber *number, GString *whole, GString *fraction) {
  int point = number->point, count = (int) number->count;

  for (int i = 0; i < point; i++)
    g_string_append_c (whole, i < count ? number->digits[i] : '0');
  for (int i = point; i < count; i++)
    g_string_append_c (fraction, i >= 0 ? number->digits[i] : '0');
}

char *
zb_xlsx_number_to_text (const ZbXlsxNumber *number) {
  GString *text = g_string_new (number->negative && number->count > 0 ? "-" : NULL);
  g_autoptr (GString) fraction = g_string_new (NULL);

  if (number->point <= 0)
    g_string_append_c (text, '0');
  zb_xlsx_number_print (number, text, fraction);
  if (fraction->len > 0)
    g_string_append_printf (text, ".%s", fraction->str);
  return g_string_free (text, FALSE);
}
