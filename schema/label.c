/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "label.h"

#include <string.h>

#include "chinese-numeral.h"
#include "text-fold.h"

static const char NUMERALS[] = "一二三四五六七八九十百零〇0123456789";
/* What recognition makes of 一, 二 and 十. */
static const char MISREAD[] = "上-\"";
/* No number before a name has more characters: 二十一、 */
enum { MOST_NUMERALS = 4 };

static gboolean
is_one_of (const char *characters, const char *p) {
  char character[8] = { 0 };

  if (*p == '\0')
    return FALSE;
  g_utf8_strncpy (character, p, 1);
  return strstr (characters, character) != NULL;
}

static gboolean
is_numeral (const char *p) {
  return is_one_of (NUMERALS, p);
}

/* 上二、 for 十二、 : as skip_number(), where the numerals were misread. */
static const char *
skip_misread_number (const char *p) {
  const char *start = p;

  for (guint i = 0; i < MOST_NUMERALS && (is_numeral (p) || is_one_of (MISREAD, p)); i++)
    p = g_utf8_next_char (p);
  return p > start && g_str_has_prefix (p, "、") ? p + strlen ("、") : start;
}

/* 一、 1. 1、 (一) (1) 1) : what stands in front of a name to number it. */
static const char *
skip_number (const char *p) {
  const char *start = p;
  gboolean bracket = *p == '(';

  if (bracket)
    p++;
  if (!is_numeral (p))
    return bracket ? start : skip_misread_number (p);
  while (is_numeral (p))
    p = g_utf8_next_char (p);
  if (bracket)
    return *p == ')' ? p + 1 : start;
  if (g_str_has_prefix (p, "、"))
    return p + strlen ("、");
  if ((*p == '.' || *p == ',' || *p == ')') && !g_ascii_isdigit (p[1]))
    return p + 1;
  return bracket ? start : skip_misread_number (start);
}

const char *
zb_label_skip_numbering (const char *folded) {
  const char *p = folded, *before;

  do {
    before = p;
    if (g_str_has_prefix (p, "其中"))
      p += strlen ("其中");
    while (*p == ':' || *p == '*')
      p++;
    p = skip_number (p);
  } while (p != before);
  return *p != '\0' ? p : folded;
}

/* Takes off a colon and a closing bracket with what stands in it, unless nothing would be left. */
static void
strip_tail (char *label) {
  gsize length = strlen (label);

  while (length > 0 && (label[length - 1] == ':' || label[length - 1] == '*'))
    label[--length] = '\0';
  if (length > 0 && label[length - 1] == ')') {
    char *open = strrchr (label, '(');

    if (open != NULL && open > label)
      *open = '\0';
  }
}

char *
zb_label_fold (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  char *label = g_strdup (zb_label_skip_numbering (folded));

  strip_tail (label);
  return label;
}

/* 2024 or 二〇二四, the four digits that end at @end; 0 where there are no four. */
static guint
year_before (const char *folded, const char *end) {
  guint year = 0, unit = 1;

  for (guint i = 0; i < 4; i++) {
    gunichar character;
    int digit;

    if (end == folded)
      return 0;
    end = g_utf8_prev_char (end);
    character = g_utf8_get_char (end);
    digit = character < 0x80 ? g_ascii_digit_value ((char) character)
                             : zb_chinese_numeral_digit (character);
    if (digit < 0)
      return 0;
    year += (guint) digit * unit;
    unit *= 10;
  }
  return year;
}

guint
zb_label_find_year (const char *folded, const char **behind) {
  for (const char *p = folded; (p = strstr (p, "年")) != NULL; p += strlen ("年")) {
    guint year = year_before (folded, p);

    if (year >= 1949 && year <= 2099) {
      *behind = p;
      return year;
    }
  }
  return 0;
}

guint
zb_label_year (const char *text, guint base) {
  g_autofree char *folded = zb_text_fold (text);
  const char *behind;
  guint year = zb_label_find_year (folded, &behind);

  if (year > 0)
    return year;
  if (base > 0 && (strstr (folded, "上年") != NULL || strstr (folded, "去年") != NULL)
      && strstr (folded, "结转") == NULL)
    return base - 1;
  return 0;
}
