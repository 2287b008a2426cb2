/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chinese-numeral.h"

#include <string.h>

/* The numeral system is positional by named powers: within a section 千 百 十 multiply the digit
 * before them; 万 and 亿 multiply the whole section before them. 十 alone is 一十. Digits that stand
 * side by side without a power (二〇二四) are read as a row of decimal digits. */

int
zb_chinese_numeral_digit (gunichar character) {
  switch (character) {
  case 0x3007: case 0x96F6: case 0x25CB: return 0;              /* 〇 零 ○ */
  case 0x4E00: case 0x58F9: case 0x5F0C: return 1;              /* 一 壹 弌 */
  case 0x4E8C: case 0x8D30: case 0x4E24: case 0x8CB3: return 2; /* 二 贰 两 貳 */
  case 0x4E09: case 0x53C1: case 0x53C4: return 3;              /* 三 叁 叄 */
  case 0x56DB: case 0x8086: return 4;                           /* 四 肆 */
  case 0x4E94: case 0x4F0D: return 5;                           /* 五 伍 */
  case 0x516D: case 0x9646: case 0x9678: return 6;              /* 六 陆 陸 */
  case 0x4E03: case 0x67D2: return 7;                           /* 七 柒 */
  case 0x516B: case 0x634C: return 8;                           /* 八 捌 */
  case 0x4E5D: case 0x7396: return 9;                           /* 九 玖 */
  default: return -1;
  }
}

/* The exponent of ten, 0 for another character. */
static int
lookup_power (gunichar character) {
  switch (character) {
  case 0x5341: case 0x62FE: return 1; /* 十 拾 */
  case 0x767E: case 0x4F70: return 2; /* 百 佰 */
  case 0x5343: case 0x4EDF: return 3; /* 千 仟 */
  case 0x4E07: case 0x842C: return 4; /* 万 萬 */
  case 0x4EBF: case 0x5104: return 8; /* 亿 億 */
  default: return 0;
  }
}

gboolean
zb_chinese_numeral_has (gunichar character) {
  return zb_chinese_numeral_digit (character) >= 0 || lookup_power (character) > 0;
}

/* The low bits of the numerals' characters: nearly every other character is told apart by them. */
#define LOW_BITS 0xFFF

static const guint8 *
low_bits_of_numerals (void) {
  static gsize once = 0;
  static guint8 bits[(LOW_BITS + 1) / 8];

  if (g_once_init_enter (&once)) {
    for (gunichar character = 0x3000; character < 0xA000; character++)
      if (zb_chinese_numeral_has (character))
        bits[(character & LOW_BITS) / 8] |= (guint8) (1u << (character % 8));
    g_once_init_leave (&once, 1);
  }
  return bits;
}

gboolean
zb_chinese_numeral_begins (const char *text) {
  const guchar *p = (const guchar *) text;
  guint low;

  if (p[0] < 0xE3 || p[0] > 0xE9)
    return FALSE;
  low = (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
  return low_bits_of_numerals ()[low / 8] & (1u << (low % 8))
         && zb_chinese_numeral_has (g_utf8_get_char (text));
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
  guint digits, figures;      /* of the row; figures are counted from the first that is not 0 */
  int lowest;                 /* the last power below 万 in this section; 4 where there is none */
  int lowest_large;           /* the last of 万 and 亿; 12 where there is none */
  gboolean zero, power;       /* a 0 among the digits; any power at all */
} Numeral;

#define LONGEST_ROW 8

static gboolean
take_digit (Numeral *numeral, int digit) {
  if (numeral->digits == LONGEST_ROW)
    return FALSE;
  numeral->row = numeral->row * 10 + digit;
  numeral->digits++;
  numeral->figures += numeral->figures > 0 || digit > 0;
  numeral->zero |= digit == 0;
  return TRUE;
}

/* 万 and 亿 multiply what stands before them; FALSE where that is nothing, or more than a report
 * can mean. */
static gboolean
take_large_power (Numeral *numeral, int power) {
  numeral->section += numeral->row;
  if (power > numeral->lowest_large) {
    numeral->section += numeral->total;
    numeral->total = 0;
  }
  if (power == numeral->lowest_large || numeral->section == 0
      || numeral->section > G_GINT64_CONSTANT (999999999))
    return FALSE;
  numeral->total += numeral->section * ten_to (power);
  numeral->section = 0;
  numeral->lowest = 4;
  numeral->lowest_large = power;
  return TRUE;
}

static gboolean
take_power (Numeral *numeral, int power) {
  gboolean bare_ten = power == 1 && numeral->digits == 0 && numeral->lowest == 4;

  if (numeral->figures > 1)
    return FALSE;
  if (power >= 4) {
    if (!take_large_power (numeral, power))
      return FALSE;
  } else {
    if (power >= numeral->lowest || (numeral->figures == 0 && !bare_ten))
      return FALSE;
    numeral->section += (bare_ten ? 1 : numeral->row) * ten_to (power);
    numeral->lowest = power;
  }
  numeral->row = 0;
  numeral->digits = numeral->figures = 0;
  numeral->power = TRUE;
  return TRUE;
}

/* Digits without powers are a number where they say so: by a 0 among them (二〇二四) or by being
 * four, a year (一九九八). Two or three are an estimate (三四个) or a list (一二三产业). */
static gboolean
is_one_number (const Numeral *numeral) {
  return numeral->figures <= 1 || (!numeral->power && (numeral->zero || numeral->digits == 4));
}

/* 点 and digits behind a numeral of digits or powers: 三点五. The length in bytes, 0 where none. */
static gsize
parse_decimals (const char *text, ZbDecimal *value) {
  const char *p = text;
  gint64 row = 0;
  guint8 count = 0;

  if (!g_str_has_prefix (p, "点"))
    return 0;
  for (p += strlen ("点"); count < 6; count++, p = g_utf8_next_char (p)) {
    int digit = zb_chinese_numeral_digit (g_utf8_get_char (p));

    if (digit < 0)
      break;
    row = row * 10 + digit;
  }
  if (count == 0 || zb_chinese_numeral_digit (g_utf8_get_char (p)) >= 0)
    return 0;
  if (!zb_decimal_add (*value, (ZbDecimal){ .coefficient = row, .scale = count }, value))
    return 0;
  return (gsize) (p - text);
}

static int
digit_of (gunichar character, gboolean mixed) {
  return mixed && character < 0x80 ? g_unichar_digit_value (character)
                                   : zb_chinese_numeral_digit (character);
}

static gboolean
parse (const char *text, gboolean mixed, ZbDecimal *value, gsize *length) {
  Numeral numeral = { .lowest = 4, .lowest_large = 12 }, kept = numeral;
  const char *p = text, *end = text;

  while (*p != '\0') {
    gunichar character = g_utf8_get_char (p);
    int digit = digit_of (character, mixed), power = lookup_power (character);
    gboolean after_larger = numeral.total > 0; /* in 十二亿三千万元 the 万 is no unit's */

    if (digit < 0 && power == 0)
      break;
    if (digit >= 0 ? !take_digit (&numeral, digit) : !take_power (&numeral, power))
      return FALSE;
    p = g_utf8_next_char (p);
    if (power < 4 || after_larger) {
      end = p;
      kept = numeral;
    }
  }
  if (end == text || !is_one_number (&kept))
    return FALSE;
  *value = zb_decimal_from_int (kept.total + kept.section + kept.row);
  *length = (gsize) (end - text) + (end == p ? parse_decimals (end, value) : 0);
  return TRUE;
}

gboolean
zb_chinese_numeral_parse (const char *text, ZbDecimal *value, gsize *length) {
  return parse (text, FALSE, value, length);
}

/* Two powers below 万, each behind one digit, as in 1千2百万: in front of 万 no unit may be read from the first on. */
static gboolean
is_mixed (const char *text) {
  guint powers = 0;
  const char *p = text;

  while (g_ascii_isdigit (*p) && lookup_power (g_utf8_get_char (p + 1)) > 0) {
    int power = lookup_power (g_utf8_get_char (p + 1));

    powers = power < 4 ? powers + 1 : 0;
    p = g_utf8_next_char (p + 1);
  }
  return powers > 1 && lookup_power (g_utf8_get_char (p)) >= 4;
}

gboolean
zb_chinese_numeral_parse_mixed (const char *text, ZbDecimal *value, gsize *length) {
  return is_mixed (text) && parse (text, TRUE, value, length);
}
