/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-number-format.h"

#include <string.h>

/* A way of counting with Han numerals: ten digits, then the words for 10, 100, 1000, 10000. */
typedef struct {
  const char *digits[10];
  const char *ten, *hundred, *thousand, *myriad;
  gboolean one_before_ten; /* 壹拾壹, not 拾壹 */
} Numerals;

static const Numerals CHINESE = {
  { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" }, "十", "百", "千", "万", FALSE
};
static const Numerals TAIWANESE = {
  { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" }, "十", "百", "千", "萬", FALSE
};
static const Numerals LEGAL = {
  { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" }, "拾", "佰", "仟", "萬", TRUE
};
static const Numerals LEGAL_TRADITIONAL = {
  { "零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖" }, "拾", "佰", "仟", "萬", TRUE
};

static char *
format_decimal (guint value) {
  return g_strdup_printf ("%u", value);
}

/* Writes @value below 10000, with one 零 for each gap between two digits. */
static void
append_han (GString *text, guint value, const Numerals *numerals) {
  const char *units[] = { numerals->thousand, numerals->hundred, numerals->ten, "" };
  gboolean gap = FALSE;
  guint divisor = 1000;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++, divisor /= 10) {
    guint digit = value / divisor % 10;
    gboolean bare_ten = divisor == 10 && digit == 1 && text->len == 0 && !numerals->one_before_ten;

    if (digit == 0) {
      gap = gap || text->len > 0;
      continue;
    }
    if (gap)
      g_string_append (text, numerals->digits[0]);
    gap = FALSE;
    if (!bare_ten)
      g_string_append (text, numerals->digits[digit]);
    g_string_append (text, units[i]);
  }
}

static char *
format_han (guint value, const Numerals *numerals) {
  g_autoptr (GString) text = g_string_new (NULL);

  if (value >= 100000000)
    return format_decimal (value);
  if (value == 0)
    return g_strdup (numerals->digits[0]);
  if (value >= 10000) {
    append_han (text, value / 10000, numerals);
    g_string_append (text, numerals->myriad);
    if (value % 10000 != 0 && value % 10000 < 1000)
      g_string_append (text, numerals->digits[0]);
    if (value % 10000 != 0) {
      g_autoptr (GString) rest = g_string_new (NULL);

      append_han (rest, value % 10000, numerals);
      g_string_append (text, rest->str);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
  }
  append_han (text, value, numerals);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_han_digits (guint value) {
  g_autofree char *decimal = format_decimal (value);
  GString *text = g_string_new (NULL);

  for (const char *p = decimal; *p != '\0'; p++)
    g_string_append (text, *p == '0' ? "〇" : CHINESE.digits[*p - '0']);
  return g_string_free (text, FALSE);
}

static char *
format_chinese (guint value) {
  return value < 100 ? format_han (value, &CHINESE) : format_han_digits (value);
}

static char *
format_chinese_thousand (guint value) {
  return format_han (value, &CHINESE);
}

static char *
format_taiwanese_thousand (guint value) {
  return format_han (value, &TAIWANESE);
}

static char *
format_legal (guint value) {
  return format_han (value, &LEGAL);
}

static char *
format_legal_traditional (guint value) {
  return format_han (value, &LEGAL_TRADITIONAL);
}

/* The character at place @value (from 1) of @characters. */
static char *
pick (guint value, const char *characters) {
  const char *p = characters;

  if (value == 0 || value > (guint) g_utf8_strlen (characters, -1))
    return format_decimal (value);
  p = g_utf8_offset_to_pointer (characters, value - 1);
  return g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
}

static char *
format_stems (guint value) {
  return pick (value, "甲乙丙丁戊己庚辛壬癸");
}

static char *
format_zodiac (guint value) {
  return pick (value, "子丑寅卯辰巳午未申酉戌亥");
}

static char *
format_circled_han (guint value) {
  return pick (value, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉");
}

static char *
format_parenthesized_han (guint value) {
  return pick (value, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩");
}

static char *
format_circled (guint value) {
  return pick (value, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿");
}

static char *
format_full_stop (guint value) {
  return pick (value, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛");
}

static char *
format_parenthesized (guint value) {
  return pick (value, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");
}

static char *
format_full_width (guint value) {
  g_autofree char *decimal = format_decimal (value);
  GString *text = g_string_new (NULL);

  for (const char *p = decimal; *p != '\0'; p++)
    g_string_append_unichar (text, 0xFF10 + (gunichar) (*p - '0'));
  return g_string_free (text, FALSE);
}

static char *
format_padded (guint value) {
  return g_strdup_printf ("%02u", value);
}

static char *
format_dashed (guint value) {
  return g_strdup_printf ("- %u -", value);
}

static char *
format_ordinal (guint value) {
  static const char *const suffixes[] = { "th", "st", "nd", "rd" };
  guint last = value % 10, teens = value / 10 % 10;

  return g_strdup_printf ("%u%s", value, suffixes[teens != 1 && last <= 3 ? last : 0]);
}

static char *
format_nothing (guint value) {
  return g_strdup ("");
}

/* a … z, aa, bb …: Word repeats the letter. */
static char *
format_lower_letter (guint value) {
  char *text = NULL;

  if (value == 0 || value > 26 * 30)
    return format_decimal (value);
  text = g_strnfill ((value - 1) / 26 + 1, (char) ('a' + (value - 1) % 26));
  return text;
}

static char *
format_upper_letter (guint value) {
  g_autofree char *lower = format_lower_letter (value);

  return g_ascii_strup (lower, -1);
}

static char *
format_lower_roman (guint value) {
  static const struct {
    guint value;
    const char *text;
  } parts[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                { 5, "v" },    { 4, "iv" },   { 1, "i" } };
  GString *text = NULL;

  if (value == 0 || value >= 4000)
    return format_decimal (value);
  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      g_string_append (text, parts[i].text);
  return g_string_free (text, FALSE);
}

static char *
format_lower_greek (guint value) {
  return pick (value, "αβγδεζηθικλμνξοπρστυφχψω");
}

static char *
format_upper_greek (guint value) {
  return pick (value, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ");
}

static char *
format_upper_roman (guint value) {
  g_autofree char *lower = format_lower_roman (value);

  return g_ascii_strup (lower, -1);
}

static const struct {
  const char *name;
  char *(*format) (guint value);
} FORMATS[] = {
  { "chineseCounting", format_chinese },
  { "chineseCountingThousand", format_chinese_thousand },
  { "chineseLegalSimplified", format_legal },
  { "decimalEnclosedCircle", format_circled },
  { "decimalEnclosedCircleChinese", format_circled },
  { "decimalEnclosedFullstop", format_full_stop },
  { "decimalEnclosedParen", format_parenthesized },
  { "decimalFullWidth", format_full_width },
  { "decimalFullWidth2", format_full_width },
  { "decimalZero", format_padded },
  { "ideographDigital", format_han_digits },
  { "ideographEnclosedCircle", format_circled_han },
  { "ideographLegalTraditional", format_legal_traditional },
  { "ideographParenthesized", format_parenthesized_han },
  { "ideographTraditional", format_stems },
  { "ideographZodiac", format_zodiac },
  { "japaneseCounting", format_chinese_thousand },
  { "japaneseDigitalTenThousand", format_han_digits },
  { "lowerLetter", format_lower_letter },
  { "lowerRoman", format_lower_roman },
  { "none", format_nothing },
  { "numberInDash", format_dashed },
  { "ordinal", format_ordinal },
  { "taiwaneseCounting", format_chinese },
  { "taiwaneseCountingThousand", format_taiwanese_thousand },
  { "taiwaneseDigital", format_han_digits },
  { "upperLetter", format_upper_letter },
  { "upperRoman", format_upper_roman },
  /* The first numbers of custom formats. */
  { "A", format_upper_letter },
  { "I", format_upper_roman },
  { "a", format_lower_letter },
  { "i", format_lower_roman },
  { "Α", format_upper_greek },
  { "α", format_lower_greek },
};

char *
zb_docx_number_format (guint value, const char *format) {
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (strcmp (FORMATS[i].name, format) == 0)
      return FORMATS[i].format (value);
  return format_decimal (value);
}
