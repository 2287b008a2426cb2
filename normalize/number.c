/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "number.h"

#include <string.h>

#include "chinese-numeral.h"
#include "text-fold.h"
#include "unit.h"

/* A longer row of digits is no amount. */
#define LONGEST_NUMBER 48

void
zb_number_text_init (ZbNumberText *text, const char *source) {
  text->source = source;
  text->folded = zb_text_fold_mapped (source, &text->offsets);
  text->cell = FALSE;
}

void
zb_number_text_clear (ZbNumberText *text) {
  g_clear_pointer (&text->folded, g_free);
  g_clear_pointer (&text->offsets, g_array_unref);
}

static gsize
source_offset (const ZbNumberText *text, gsize at) {
  return g_array_index (text->offsets, gsize, at);
}

gboolean
zb_number_text_has_gap (const ZbNumberText *text, gsize at) {
  gsize before, here;
  const char *next;

  if (at == 0 || at >= text->offsets->len)
    return FALSE;
  before = source_offset (text, at - 1);
  here = source_offset (text, at);
  if (here - before <= 1)
    return FALSE;
  next = g_utf8_next_char (text->source + before);
  return next < text->source + here;
}

gunichar
zb_number_text_source_character (const ZbNumberText *text, gsize at) {
  return g_utf8_get_char (text->source + source_offset (text, at));
}

/* ① and ² are folded to digits too, but they are marks of lists and of notes. */
gboolean
zb_number_text_is_digit (const ZbNumberText *text, gsize at) {
  const char *source;

  if (!g_ascii_isdigit (text->folded[at]))
    return FALSE;
  source = text->source + source_offset (text, at);
  return g_ascii_isdigit (*source)
         || g_unichar_type (g_utf8_get_char (source)) == G_UNICODE_DECIMAL_NUMBER;
}

gsize
zb_number_text_count_digits (const ZbNumberText *text, gsize at) {
  gsize count = 0;

  while (zb_number_text_is_digit (text, at + count)
         && (count == 0 || !zb_number_text_has_gap (text, at + count)))
    count++;
  return count;
}

/* Three digits at @at, no fourth. A line that breaks inside a number leaves a gap among them; that
 * the pieces make a group of three, with decimals behind it, is the proof that they are one. */
static gboolean
is_three_digits (const ZbNumberText *text, gsize at) {
  gsize first = zb_number_text_count_digits (text, at);
  gunichar separator = zb_number_text_source_character (text, at - 1);

  if (first == 3)
    return TRUE;
  return (first == 1 || first == 2) && (separator == ',' || separator == '\'')
         && !zb_number_text_has_gap (text, at)
         && zb_number_text_count_digits (text, at + first) == 3 - first
         && text->folded[at + 3] == '.' && zb_number_text_is_digit (text, at + 4);
}

/* The only character of white space before @at, where three digits and no fourth stand; 0: not that. */
static gunichar
space_before_group (const ZbNumberText *text, gsize at) {
  const char *behind = text->source + source_offset (text, at - 1);
  const char *space = g_utf8_next_char (behind);

  return g_utf8_next_char (space) == text->source + source_offset (text, at)
                 && zb_number_text_count_digits (text, at) == 3
             ? g_utf8_get_char (space)
             : 0;
}

/* The spaces that printers set between groups of digits and nowhere else. */
static gboolean
is_group_space (const ZbNumberText *text, gsize at) {
  gunichar character = space_before_group (text, at);

  return character == 0xA0 || character == 0x2007 || character == 0x2009 || character == 0x202F;
}

static gboolean
is_plain_space (gunichar character) {
  return character == ' ' || character == 0x3000;
}

/* The length of a thousands group at @at: a separator or such a space, and three digits. */
static gsize
match_group (const ZbNumberText *text, gsize at) {
  const char *p = text->folded + at;

  if ((*p == ',' || *p == '\'') && !zb_number_text_has_gap (text, at)
      && is_three_digits (text, at + 1))
    return 4;
  return zb_number_text_is_digit (text, at) && zb_number_text_has_gap (text, at)
                 && is_group_space (text, at)
             ? 3
             : 0;
}

static gboolean
has_gap_between (const ZbNumberText *text, gsize from, gsize to) {
  for (gsize at = from; at < to; at++)
    if (zb_number_text_has_gap (text, at))
      return TRUE;
  return FALSE;
}

static gboolean
is_recent_year (const char *digits) {
  return g_str_has_prefix (digits, "19") || g_str_has_prefix (digits, "20");
}

/* In `1. 12个` and `1.2024年…` the point ends the mark of a list, but `12. 30` is all of its text. */
static gboolean
ends_list_mark (const ZbNumberText *text, gsize start, gsize point, gsize behind) {
  gsize digits = zb_number_text_count_digits (text, behind);
  gboolean opens = start == 0 || zb_number_text_has_gap (text, start)
                   || strchr (",;:()", text->folded[start - 1]) != NULL
                   || (start >= 3 && strncmp (text->folded + start - 3, "。", 3) == 0);

  if (point - start > 2 || (start == 0 && text->folded[behind + digits] == '\0'))
    return FALSE;
  if (digits == 4 && is_recent_year (text->folded + behind)
      && g_str_has_prefix (text->folded + behind + digits, "年"))
    return TRUE;
  return opens && zb_number_text_has_gap (text, behind);
}

/* The length of a decimal point at @at with digits behind it, else 0. */
static gsize
match_point (const ZbNumberText *text, gsize start, gsize at) {
  static const char *const POINTS[] = { ".", "·", "•", "∙", "⋅" };
  guchar first = (guchar) text->folded[at];

  if (first != '.' && first != 0xC2 && first != 0xE2) /* the first bytes of the points */
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (POINTS); i++) {
    gsize length = strlen (POINTS[i]);

    if (!g_str_has_prefix (text->folded + at, POINTS[i]))
      continue;
    if (zb_number_text_count_digits (text, at + length) == 0
        || ends_list_mark (text, start, at, at + length))
      return 0;
    return length;
  }
  return 0;
}

/* Digits and separators without the separators, for zb_decimal_parse(). */
typedef struct {
  char text[LONGEST_NUMBER + 1];
  gsize length;
  gboolean too_long;
} Plain;

static void
append_plain (Plain *plain, const char *text, gsize length) {
  if (length > LONGEST_NUMBER - plain->length) {
    plain->too_long = TRUE;
    return;
  }
  memcpy (plain->text + plain->length, text, length);
  plain->length += length;
  plain->text[plain->length] = '\0';
}

/* Whether a name runs up to the number, as 总计 does in 收入总计5 123.4万元, so that its first digits are no
 * number of their own. */
static gboolean
is_named (const ZbNumberText *text, gsize at) {
  static const char *const NUMBERED[] = { "第", "表", "件", "图", "号", "年", "月", "款", "项", "目" };
  const char *before;

  if (at == 0 || zb_number_text_has_gap (text, at))
    return FALSE;
  before = g_utf8_prev_char (text->folded + at);
  for (guint i = 0; i < G_N_ELEMENTS (NUMBERED); i++)
    if (g_str_has_prefix (before, NUMBERED[i]))
      return FALSE;
  return g_unichar_isalpha (g_utf8_get_char (before))
         && zb_character_is_cjk (g_utf8_get_char (before));
}

/* The decimals at @at and their point; 0 where none stand there without a gap. */
static gsize
match_decimals (const ZbNumberText *text, gsize at) {
  gsize digits = text->folded[at] == '.' && !zb_number_text_has_gap (text, at)
                         && !zb_number_text_has_gap (text, at + 1)
                     ? zb_number_text_count_digits (text, at + 1)
                     : 0;

  return digits > 0 ? 1 + digits : 0;
}

static gboolean
is_money (const ZbNumberText *text, gsize at) {
  gsize length = 0;
  const ZbUnit *unit = zb_unit_match (text->folded + at, &length);

  return unit != NULL && !unit->misread && unit->dimension == ZB_DIMENSION_MONEY;
}

/* The length of the groups of three digits behind @at that plain spaces part, where the whole is one number: 5 123.4万元.
 * The first digits stand from @start on. */
static gsize
match_spaced_groups (const ZbNumberText *text, gsize start, gsize at, ZbNumber *number) {
  gsize end = at, decimals;

  if (at - start > 3 || text->folded[start] == '0')
    return 0;
  while (zb_number_text_is_digit (text, end) && zb_number_text_has_gap (text, end)
         && is_plain_space (space_before_group (text, end)))
    end += 3;
  if (end == at || zb_number_text_is_digit (text, end))
    return 0;
  decimals = match_decimals (text, end);
  if (is_money (text, end + decimals))
    number->doubtful = decimals == 0 || (end == at + 3 && !is_named (text, start));
  else if (text->cell && decimals > 0 && text->folded[end + decimals] == '\0')
    number->doubtful = end == at + 3;
  else
    return 0;
  return end - at;
}

static gboolean
parse_digits (const ZbNumberText *text, gsize at, ZbNumber *number) {
  Plain plain = { 0 };
  gsize end = at, count = zb_number_text_count_digits (text, at), spaced, point;

  append_plain (&plain, text->folded + end, count);
  end += count;
  for (gsize group; count <= 3 && (group = match_group (text, end)) > 0; end += group) {
    number->spaced |= has_gap_between (text, end, end + group);
    append_plain (&plain, text->folded + end + group - 3, 3);
  }
  if (end == at + count && (spaced = match_spaced_groups (text, at, end, number)) > 0) {
    append_plain (&plain, text->folded + end, spaced);
    number->spaced = TRUE;
    end += spaced;
  }
  point = match_point (text, at, end);
  if (point > 0) {
    gsize decimals = zb_number_text_count_digits (text, end + point);

    number->spaced
        |= zb_number_text_has_gap (text, end) || zb_number_text_has_gap (text, end + point);
    append_plain (&plain, ".", 1);
    append_plain (&plain, text->folded + end + point, decimals);
    end += point + decimals;
  } else if (text->folded[end] == '.' && text->folded[end + 1] == '\0') {
    number->truncated = TRUE;
    end++;
  }
  number->length = end - at;
  return !plain.too_long && zb_decimal_parse (plain.text, &number->value);
}

gboolean
zb_number_parse (const ZbNumberText *text, gsize at, ZbNumber *number) {
  *number = (ZbNumber){ 0 };
  if (zb_number_text_is_digit (text, at)) {
    number->chinese = zb_chinese_numeral_parse_mixed (text->folded + at, &number->value,
                                                      &number->length);
    return number->chinese || parse_digits (text, at, number);
  }
  number->chinese = TRUE;
  return zb_chinese_numeral_parse (text->folded + at, &number->value, &number->length);
}
