/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xlsx-number.h"

G_BEGIN_DECLS

/* The format code behind a built-in number format as a Chinese Excel has it; NULL where @id is none
 * that is built in. Static. */
const char *zb_xlsx_number_format_lookup (guint id);

/* @value, a number as the file holds it, as Excel displays it under the format code @format:
 * separators, decimals, percent, currency signs, dates (@date_1904: days count from 1904). Three
 * things are left as plain digits: General, whose display depends on the width of the column;
 * exponents and fractions, which no reader of amounts expects; and numbers in Chinese digits. A negative
 * number that only a colour marks gets a minus sign. The
 * text is empty where the format shows nothing. The caller frees it. */
char *zb_xlsx_number_format (const char *value, const char *format, gboolean date_1904);

/* @text as the format code @format displays it: its section for texts says how. The caller frees it. */
char *zb_xlsx_number_format_text (const char *text, const char *format);

G_END_DECLS
