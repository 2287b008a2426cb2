/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chinese-numeral.h"

/* The numeral system is positional by named powers: within a section 千 百 十 multiply the digit
 * before them; 万 and 亿 multiply the whole section before them. 十 alone is 一十. Digits that stand
 * side by side without a power (二〇二四) are read as a row of decimal digits. */

static const struct {
  gunichar character;
  int digit;
} DIGITS[] = {
  { 0x3007, 0 }, { 0x96F6, 0 }, { 0x25CB, 0 }, /* 〇 零 ○ */
  { 0x4E00, 1 }, { 0x58F9, 1 }, { 0x5F0C, 1 }, /* 一 壹 弌 */
  { 0x4E8C, 2 }, { 0x8D30, 2 }, { 0x4E24, 2 }, { 0x8CB3, 2 }, /* 二 贰 两 貳 */
  { 0x4E09, 3 }, { 0x53C1, 3 }, { 0x53C4, 3 }, /* 三 叁 叄 */
  { 0x56DB, 4 }, { 0x8086, 4 },                /* 四 肆 */
  { 0x4E94, 5 }, { 0x4F0D, 5 },                /* 五 伍 */
  { 0x516D, 6 }, { 0x9646, 6 }, { 0x9678, 6 }, /* 六 陆 陸 */
  { 0x4E03, 7 }, { 0x67D2, 7 },                /* 七 柒 */
  { 0x516B, 8 }, { 0x634C, 8 },                /* 八 捌 */
  { 0x4E5D, 9 }, { 0x7396, 9 },                /* 九 玖 */
};

static const struct {
  gunichar character;
  int power;
} POWERS[] = {
  { 0x5341, 1 }, { 0x62FE, 1 }, { 0x767E, 2 }, { 0x4F70, 2 }, /* 十 拾 百 佰 */
  { 0x5343, 3 }, { 0x4EDF, 3 }, { 0x4E07, 4 }, { 0x842C, 4 }, /* 千 仟 万 萬 */
  { 0x4EBF, 8 }, { 0x5104, 8 },                               /* 亿 億 */
};

int
zb_chinese_numeral_digit (gunichar character) {
  for (guint i = 0; i < G_N_ELEMENTS (DIGITS); i++)
    if (DIGITS[i].character == character)
      return DIGITS[i].digit;
  return -1;
}

static int
lookup_power (gunichar character) {
  for (guint i = 0; i < G_N_ELEMENTS (POWERS); i++)
    if (POWERS[i].character == character)
      return POWERS[i].power;
  return 0;
}

static gint64
ten_to (int power) {
  gint64 value = 1;

  while (power-- > 0)
    value *= 10;
  return value;
}

typedef struct {
  gint64 total, section, row; /* row: digits not yet multiplied by a power */
  gboolean has_row, has_any;
} Numeral;

/* FALSE where the value would leave the range that a report can mean. */
static gboolean
take_power (Numeral *numeral, int power) {
  gint64 digit = numeral->has_row ? numeral->row : (power < 4 && numeral->section == 0);

  if (power < 4) {
    if (!numeral->has_row && power != 1)
      return FALSE;
    numeral->section += digit * ten_to (power);
  } else {
    numeral->section += numeral->has_row ? numeral->row : 0;
    if (power == 8)
      numeral->section += numeral->total, numeral->total = 0;
    if (numeral->section == 0 || numeral->section > G_GINT64_CONSTANT (999999999))
      return FALSE;
    numeral->total += numeral->section * ten_to (power);
    numeral->section = 0;
  }
  numeral->row = 0;
  numeral->has_row = FALSE;
  return TRUE;
}

gboolean
zb_chinese_numeral_parse (const char *text, ZbDecimal *value, gsize *length) {
  Numeral numeral = { 0 }, kept = { 0 };
  const char *p = text, *end = text;

  while (*p != '\0') {
    gunichar character = g_utf8_get_char (p);
    int digit = zb_chinese_numeral_digit (character), power = lookup_power (character);
    gboolean after_larger = numeral.total > 0; /* in 十二亿三千万元 the 万 is no unit's */

    if (digit >= 0) {
      if (numeral.row > 99999999)
        break;
      numeral.row = numeral.row * 10 + digit;
      numeral.has_row = TRUE;
    } else if (power == 0 || !take_power (&numeral, power)) {
      break;
    }
    p = g_utf8_next_char (p);
    if (power < 4 || after_larger) {
      end = p;
      kept = numeral;
    }
  }
  if (end == text)
    return FALSE;
  *value = zb_decimal_from_int (kept.total + kept.section + kept.row);
  *length = (gsize) (end - text);
  return TRUE;
}
