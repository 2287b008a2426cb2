/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "label.h"

#include <string.h>

#include "text-fold.h"

static const char NUMERALS[] = "一二三四五六七八九十百零〇0123456789";

static gboolean
is_numeral (const char *p) {
  char character[8] = { 0 };

  if (*p == '\0')
    return FALSE;
  g_utf8_strncpy (character, p, 1);
  return strstr (NUMERALS, character) != NULL;
}

/* 一、 1. 1、 (一) (1) 1) : what stands in front of a name to number it. */
static const char *
skip_number (const char *p) {
  const char *start = p;
  gboolean bracket = *p == '(';

  if (bracket)
    p++;
  if (!is_numeral (p))
    return start;
  while (is_numeral (p))
    p = g_utf8_next_char (p);
  if (bracket)
    return *p == ')' ? p + 1 : start;
  if (g_str_has_prefix (p, "、"))
    return p + strlen ("、");
  if ((*p == '.' || *p == ',' || *p == ')') && !g_ascii_isdigit (p[1]))
    return p + 1;
  return start;
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

guint
zb_label_year (const char *text, guint base) {
  g_autofree char *folded = zb_text_fold (text);

  for (const char *p = folded; (p = strstr (p, "年")) != NULL; p += strlen ("年")) {
    guint year = 0;

    if (p - folded < 4)
      continue;
    for (int i = -4; i < 0; i++)
      year = g_ascii_isdigit (p[i]) ? year * 10 + (guint) (p[i] - '0') : 100000;
    if (year >= 1949 && year <= 2099)
      return year;
  }
  if (base > 0 && (strstr (folded, "上年") != NULL || strstr (folded, "去年") != NULL)
      && strstr (folded, "结转") == NULL)
    return base - 1;
  return 0;
}
