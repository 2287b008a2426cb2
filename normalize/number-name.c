/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "number-name.h"

#include <string.h>

#include "unit.h"

#define MOST_GROUPS 8
#define LONGEST_GROUP 18

/* Digits in groups that one mark joins: 2019-05-01. */
typedef struct {
  guint count;
  gint64 values[MOST_GROUPS];
  gsize digits[MOST_GROUPS];
  char mark; /* '\0' for a single group */
  gsize length;
} Groups;

static gboolean
append_group (Groups *groups, const ZbNumberText *text, gsize at) {
  gsize digits = zb_number_text_count_digits (text, at);
  gint64 value = 0;

  if (digits == 0 || digits > LONGEST_GROUP || groups->count == MOST_GROUPS)
    return FALSE;
  for (gsize i = 0; i < digits; i++)
    value = value * 10 + (text->folded[at + i] - '0');
  groups->values[groups->count] = value;
  groups->digits[groups->count++] = digits;
  return TRUE;
}

/* Nearly every number is a single group, which the byte behind it shows. */
static gboolean
may_join (char mark) {
  return mark == '.' || mark == '-' || mark == '/' || mark == ':';
}

/* A dash that is not the plain one is the mark of a range. */
static Groups
find_groups (const ZbNumberText *text, gsize at) {
  Groups groups = { 0 };
  gsize end = at;

  if (!append_group (&groups, text, at))
    return groups;
  end += groups.digits[0];
  while (may_join (text->folded[end])
         && (groups.mark == '\0' || text->folded[end] == groups.mark)
         && (text->folded[end] != '-' || zb_number_text_source_character (text, end) == '-')
         && !zb_number_text_has_gap (text, end) && !zb_number_text_has_gap (text, end + 1)
         && append_group (&groups, text, end + 1)) {
    groups.mark = text->folded[end];
    end += 1 + groups.digits[groups.count - 1];
  }
  groups.length = end - at;
  return groups;
}

static gboolean
is_year (const Groups *groups) {
  return groups->digits[0] == 4 && groups->values[0] >= 1900 && groups->values[0] < 2100;
}

static gboolean
is_month (const Groups *groups) {
  return groups->digits[1] <= 2 && groups->values[1] >= 1 && groups->values[1] <= 12;
}

static gboolean
is_full_date (const Groups *groups) {
  return groups->count == 3 && is_year (groups) && is_month (groups) && groups->digits[2] <= 2
         && groups->values[2] >= 1 && groups->values[2] <= 31;
}

/* 09:30 and 09:30:00; behind a wide colon a new number may stand: 其中10：20个. */
static gboolean
is_time_of_day (const ZbNumberText *text, gsize at, const Groups *groups) {
  gsize length;

  if (groups->mark == ':' && text->folded[at + groups->digits[0]] == ':'
      && zb_number_text_source_character (text, at + groups->digits[0]) != ':'
      && (groups->digits[0] != 2 || zb_unit_match (text->folded + at + groups->length, &length)))
    return FALSE;
  for (guint i = 1; i < groups->count; i++)
    if (groups->digits[i] != 2 || groups->values[i] > 59)
      return FALSE;
  return groups->mark == ':' && groups->count <= 3 && groups->digits[0] <= 2
         && groups->values[0] <= 24;
}

static gboolean
is_telephone (const Groups *groups) {
  return groups->mark == '-' && groups->count == 2 && groups->values[0] < 1000
         && (groups->digits[0] == 3 || groups->digits[0] == 4)
         && (groups->digits[1] == 7 || groups->digits[1] == 8) && groups->values[0] > 0;
}

static gboolean
starts_with_zero (const ZbNumberText *text, gsize at) {
  return text->folded[at] == '0';
}

/* `2025.1-2025.12`: a point between year and month, where the other end of a range says so. */
static gboolean
is_end_of_months (const ZbNumberText *text, gsize at, const Groups *groups) {
  static const char *const MARKS[] = { "-", "~", "至" };
  const char *next = text->folded + at + groups->length;

  if (groups->mark != '.' || groups->count != 2 || !is_year (groups) || !is_month (groups))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++) {
    gsize length = strlen (MARKS[i]), back = at;

    if (g_str_has_prefix (next, MARKS[i])) {
      Groups other = find_groups (text, at + groups->length + length);

      return other.mark == '.' && other.count == 2 && is_year (&other) && is_month (&other);
    }
    if (back < length || strncmp (text->folded + back - length, MARKS[i], length) != 0)
      continue;
    back -= length;
    for (guint count = 0; count < 2 && back > 0; count++)
      back -= g_ascii_isdigit (text->folded[back - 1]);
    return back >= 5 && text->folded[back - 1] == '.'
           && zb_number_text_count_digits (text, back - 5) == 4;
  }
  return FALSE;
}

static gboolean
is_date (const ZbNumberText *text, gsize at, const Groups *groups) {
  if (is_full_date (groups) && groups->mark != ':')
    return TRUE;
  if (groups->count == 2 && is_year (groups) && is_month (groups)
      && ((groups->mark == '-' && groups->digits[1] == 2) || groups->mark == '/'))
    return TRUE;
  return is_time_of_day (text, at, groups) || is_end_of_months (text, at, groups);
}

/* The length of T00:00:00 at @at, else 0. */
static gsize
match_time (const ZbNumberText *text, gsize at) {
  Groups groups;

  if (text->folded[at] != 't')
    return 0;
  groups = find_groups (text, at + 1);
  return groups.count > 1 && is_time_of_day (text, at + 1, &groups) ? 1 + groups.length : 0;
}

/* The digits at @at that come from one character of the source; their number. */
static gsize
read_inner_digits (const ZbNumberText *text, gsize at, ZbDecimal *value) {
  gsize source = g_array_index (text->offsets, gsize, at), count = 0;
  gint64 digits = 0;

  while (g_ascii_isdigit (text->folded[at + count])
         && g_array_index (text->offsets, gsize, at + count) == source)
    digits = digits * 10 + (text->folded[at + count++] - '0');
  *value = zb_decimal_from_int (digits);
  return count;
}

/* The end of what the character of the source became whose folding covers @at: ⑴ is `(1)`. */
static gsize
find_character_end (const ZbNumberText *text, gsize at) {
  gsize source = g_array_index (text->offsets, gsize, at);

  while (text->folded[at] != '\0' && g_array_index (text->offsets, gsize, at) == source)
    at++;
  return at;
}

#define FRACTION_SLASH "\u2044"

/* A character that is a number by itself and no decimal digit. Behind a letter it belongs to that:
 * m². */
static ZbNumberName
match_single_character (const ZbNumberText *text, gsize at, gsize *length, ZbDecimal *value) {
  GUnicodeType type = g_unichar_type (zb_number_text_source_character (text, at));
  ZbDecimal below;
  gsize digits, behind;

  if (type != G_UNICODE_OTHER_NUMBER || (at > 0 && g_ascii_isalpha (text->folded[at - 1])))
    return ZB_NUMBER_NAME_NONE;
  digits = read_inner_digits (text, at, value);
  *length = find_character_end (text, at) - at;
  behind = at + digits + strlen (FRACTION_SLASH);
  if (!g_str_has_prefix (text->folded + at + digits, FRACTION_SLASH))
    return ZB_NUMBER_NAME_MARK;
  digits = read_inner_digits (text, behind, &below);
  if (digits == 0 || !zb_decimal_divide (*value, below, ZB_DECIMAL_MAX_SCALE, value))
    return ZB_NUMBER_NAME_MARK;
  return ZB_NUMBER_NAME_FRACTION;
}

ZbNumberName
zb_number_name_match (const ZbNumberText *text, gsize at, gsize *length, ZbDecimal *value) {
  Groups groups;
  ZbDecimal quotient;

  if (!g_ascii_isdigit (text->folded[at]))
    return ZB_NUMBER_NAME_NONE;
  if (!zb_number_text_is_digit (text, at))
    return match_single_character (text, at, length, value);
  if (!may_join (text->folded[at + zb_number_text_count_digits (text, at)]))
    return ZB_NUMBER_NAME_NONE;
  groups = find_groups (text, at);
  if (groups.count < 2)
    return ZB_NUMBER_NAME_NONE;
  *length = groups.length;
  *value = zb_decimal_from_int (groups.values[0]);
  if (is_date (text, at, &groups)) {
    *length += match_time (text, at + groups.length);
    return ZB_NUMBER_NAME_DATE;
  }
  if (groups.mark == '/' && groups.count == 2
      && zb_decimal_divide (*value, zb_decimal_from_int (groups.values[1]), ZB_DECIMAL_MAX_SCALE,
                            &quotient)) {
    *value = quotient;
    return ZB_NUMBER_NAME_FRACTION;
  }
  if (groups.count > 2 && groups.mark != ':')
    return ZB_NUMBER_NAME_CODE;
  return is_telephone (&groups) && starts_with_zero (text, at) ? ZB_NUMBER_NAME_CODE
                                                               : ZB_NUMBER_NAME_NONE;
}
