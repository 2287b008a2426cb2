/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum { ZB_XLSX_NUMBER_DIGITS = 15 };

/* The value of a cell as Excel works with it: at most 15 significant decimal digits, whatever
 * binary noise the file holds behind them. The value is 0.DIGITS × 10^point. */
typedef struct {
  gboolean negative;
  guint count; /* of digits; 0 for zero. The first and the last digit are not '0' */
  int point;
  char digits[ZB_XLSX_NUMBER_DIGITS + 1];
} ZbXlsxNumber;

/* Reads @text, a decimal number perhaps with an exponent; FALSE where it is none. */
gboolean zb_xlsx_number_parse (const char *text, ZbXlsxNumber *number);

/* Multiplies by a power of ten. */
void zb_xlsx_number_shift (ZbXlsxNumber *number, int places);

/* Rounds half away from zero to so many decimals. */
void zb_xlsx_number_round (ZbXlsxNumber *number, guint decimals);

/* Below, equal to, above: -1, 0, 1. */
int zb_xlsx_number_compare (const ZbXlsxNumber *left, const ZbXlsxNumber *right);

/* The digits before the decimal point ("" for none) and those behind it, without a sign. Both are
 * appended. */
void zb_xlsx_number_print (const ZbXlsxNumber *number, GString *whole, GString *fraction);

/* The number in plain decimal digits, all of them; the caller frees it. */
char *zb_xlsx_number_to_text (const ZbXlsxNumber *number);

G_END_DECLS
