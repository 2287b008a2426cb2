/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/* The Chinese numeral that @text (UTF-8) starts with: everyday (一百二十三万), financial
 * (壹佰贰拾叁万), digit by digit (二〇二四) or with decimals (三点五). Sets its value and its length
 * in bytes. A trailing 万 or 亿 is left out of the numeral, because it may begin a unit (三万元).
 * FALSE where none, and where digits stand side by side that are no one number: 三四个, 十四五. */
gboolean zb_chinese_numeral_parse (const char *text, ZbDecimal *value, gsize *length);

/* The same of a numeral whose digits are Arabic and whose powers below 万 are not (1千2百 in 1千2百万元);
 * FALSE where it has not two of them before 万 or 亿, because then a unit can be read from the first on. */
gboolean zb_chinese_numeral_parse_mixed (const char *text, ZbDecimal *value, gsize *length);

/* 0…9 for a Chinese digit of either form, -1 for another character. */
int zb_chinese_numeral_digit (gunichar character);

/* Whether @character is a Chinese digit or a power such as 十 or 万. */
gboolean zb_chinese_numeral_has (gunichar character);

/* The same of the character at @text; made for asking at every place of a long text. */
gboolean zb_chinese_numeral_begins (const char *text);

G_END_DECLS
