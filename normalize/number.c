/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "number.h"

#include <string.h>

#include "chinese-numeral.h"
#include "text-fold.h"

#define MIDDLE_DOT "\302\267"

void
zb_number_text_init (ZbNumberText *text, const char *source) {
  text->source = source;
  text->folded = zb_text_fold_mapped (source, &text->offsets);
}

void
zb_number_text_clear (ZbNumberText *text) {
  g_clear_pointer (&text->folded, g_free);
  g_clear_pointer (&text->offsets, g_array_unref);
}

gboolean
zb_number_text_has_gap (const ZbNumberText *text, gsize at) {
  gsize before, here;
  const char *next;

  if (at == 0 || at >= text->offsets->len)
    return FALSE;
  before = g_array_index (text->offsets, gsize, at - 1);
  here = g_array_index (text->offsets, gsize, at);
  if (before == here)
    return FALSE;
  next = g_utf8_next_char (text->source + before);
  return next < text->source + here;
}

/* Digits from @at on that have no gap between them. */
static gsize
count_digits (const ZbNumberText *text, gsize at) {
  gsize count = 0;

  while (g_ascii_isdigit (text->folded[at + count])
         && (count == 0 || !zb_number_text_has_gap (text, at + count)))
    count++;
  return count;
}

/* A thousands group: a separator and three digits, no fourth. */
static gboolean
is_group (const ZbNumberText *text, gsize at) {
  const char *p = text->folded + at;

  return (*p == ',' || *p == '\'') && !zb_number_text_has_gap (text, at)
         && count_digits (text, at + 1) == 3;
}

/* The length of a decimal point at @at with digits behind it, else 0. */
static gsize
match_point (const ZbNumberText *text, gsize at) {
  const char *p = text->folded + at;
  gsize length = *p == '.' ? 1 : g_str_has_prefix (p, MIDDLE_DOT) ? strlen (MIDDLE_DOT) : 0;

  if (length == 0 || count_digits (text, at + length) == 0)
    return 0;
  return length;
}

static gboolean
parse_digits (const ZbNumberText *text, gsize at, ZbNumber *number) {
  g_autoptr (GString) plain = g_string_new (NULL);
  gsize end = at, count = count_digits (text, at), point;

  if (count == 0)
    return FALSE;
  g_string_append_len (plain, text->folded + end, (gssize) count);
  end += count;
  while (count <= 3 && is_group (text, end)) {
    number->spaced |= zb_number_text_has_gap (text, end + 1);
    g_string_append_len (plain, text->folded + end + 1, 3);
    end += 4;
  }
  point = match_point (text, end);
  if (point > 0) {
    gsize decimals = count_digits (text, end + point);

    number->spaced |= zb_number_text_has_gap (text, end)
                      || zb_number_text_has_gap (text, end + point);
    g_string_append_c (plain, '.');
    g_string_append_len (plain, text->folded + end + point, (gssize) decimals);
    end += point + decimals;
  } else if (text->folded[end] == '.' && text->folded[end + 1] == '\0') {
    number->truncated = TRUE;
    end++;
  }
  number->length = end - at;
  return zb_decimal_parse (plain->str, &number->value);
}

gboolean
zb_number_parse (const ZbNumberText *text, gsize at, ZbNumber *number) {
  *number = (ZbNumber){ 0 };
  if (g_ascii_isdigit (text->folded[at]))
    return parse_digits (text, at, number);
  number->chinese = TRUE;
  return zb_chinese_numeral_parse (text->folded + at, &number->value, &number->length);
}
