/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-number.h"

#include <string.h>

/* A text of which this share could stand in a number is likely one. */
static const double LIKELY = 0.6;
/* A misread number has hardly any Han characters; with more it is words with a number. */
static const guint MOST_WIDE = 1;

static char *
remove_spaces (const char *text) {
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (kept, g_utf8_get_char (at));
  return g_string_free (kept, FALSE);
}

/* The number of digits at @at; *@end is what follows them. */
static guint
skip_digits (const char *at, const char **end) {
  guint count = 0;

  while (g_ascii_isdigit (at[count]))
    count++;
  *end = at + count;
  return count;
}

/* Skips the digits before the point. ZB_NUMBER_BROKEN where commas do not part threes. */
static ZbNumberShape
skip_whole (const char **at) {
  guint count = skip_digits (*at, at);

  if (count == 0)
    return ZB_NUMBER_BROKEN;
  if (**at != ',')
    return ZB_NUMBER_PLAIN;
  if (count > 3)
    return ZB_NUMBER_BROKEN;
  while (**at == ',')
    if (skip_digits (*at + 1, at) != 3)
      return ZB_NUMBER_BROKEN;
  return ZB_NUMBER_GROUPED;
}

static ZbNumberShape
read_shape (const char *at) {
  ZbNumberShape shape;
  gboolean bracket = *at == '(';

  at += bracket;
  at += *at == '-';
  shape = skip_whole (&at);
  if (shape == ZB_NUMBER_BROKEN)
    return shape;
  if (*at == '.' && skip_digits (at + 1, &at) == 0)
    return ZB_NUMBER_BROKEN;
  at += *at == '%';
  if (bracket && *at++ != ')')
    return ZB_NUMBER_BROKEN;
  return *at == '\0' ? shape : ZB_NUMBER_BROKEN;
}

static gboolean
is_of_numbers (gunichar character) {
  return character < 0x80 && strchr ("0123456789.,-%()", (int) character) != NULL;
}

ZbNumberShape
zb_scan_number_shape (const char *text) {
  g_autofree char *plain = remove_spaces (text);

  if (zb_scan_number_count_digits (plain) == 0)
    return ZB_NUMBER_NONE;
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_of_numbers (g_utf8_get_char (at)))
      return ZB_NUMBER_NONE;
  return read_shape (plain);
}

gboolean
zb_scan_number_is_likely (const char *text) {
  guint fitting = 0, all = 0, wide = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (g_unichar_isspace (character))
      continue;
    all++;
    fitting += is_of_numbers (character);
    wide += character >= 0x2E80;
  }
  return fitting > 0 && wide <= MOST_WIDE && fitting >= LIKELY * all && zb_scan_number_count_digits (text) > 0;
}

gint
zb_scan_number_count_decimals (const char *text) {
  g_autofree char *plain = remove_spaces (text);
  const char *point = strchr (plain, '.'), *end;

  if (zb_scan_number_shape (plain) < ZB_NUMBER_PLAIN)
    return -1;
  return point != NULL ? (gint) skip_digits (point + 1, &end) : 0;
}

guint
zb_scan_number_count_digits (const char *text) {
  guint count = 0;

  for (const char *at = text; *at != '\0'; at++)
    count += g_ascii_isdigit (*at);
  return count;
}

guint
zb_scan_number_count_points (const char *text) {
  guint count = 0;

  for (const char *at = text; *at != '\0'; at++)
    count += *at == '.' || *at == ',';
  return count;
}

gboolean
zb_scan_number_may_hold (gunichar character) {
  return character < 0x80 && (g_ascii_isalnum ((gchar) character)
                              || strchr ("$.,%-", (int) character) != NULL);
}

gboolean
zb_scan_number_has_same_digits (const char *a, const char *b) {
  for (;; a++, b++) {
    while (*a != '\0' && !g_ascii_isdigit (*a))
      a++;
    while (*b != '\0' && !g_ascii_isdigit (*b))
      b++;
    if (*a != *b)
      return FALSE;
    if (*a == '\0')
      return TRUE;
  }
}

gboolean
zb_scan_number_is_equal (const char *a, const char *b) {
  g_autofree char *left = remove_spaces (a), *right = remove_spaces (b);

  return g_str_equal (left, right);
}

/* @text with one bar for all points and commas between two digits, and without those elsewhere. */
static char *
mark_places (const char *text) {
  g_autofree char *plain = remove_spaces (text);
  GString *places = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at++) {
    gsize points = strspn (at, ".,");

    if (points == 0)
      g_string_append_c (places, *at);
    else if (at > plain && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[points]))
      g_string_append_c (places, '|');
    at += points > 0 ? points - 1 : 0;
  }
  return g_string_free (places, FALSE);
}

gboolean
zb_scan_number_is_confirmed (const char *number, const char *other) {
  g_autofree char *places = mark_places (number), *others = mark_places (other);

  if (zb_scan_number_shape (number) < ZB_NUMBER_PLAIN)
    return FALSE;
  return zb_scan_number_is_equal (number, other)
         || (zb_scan_number_shape (other) == ZB_NUMBER_BROKEN && g_str_equal (places, others));
}

gboolean
zb_scan_number_is_doubtful (const char *first, const char *second) {
  g_autofree char *a = remove_spaces (first), *b = remove_spaces (second);

  if (zb_scan_number_shape (a) < ZB_NUMBER_PLAIN)
    return TRUE;
  if (g_str_equal (a, b))
    return FALSE;
  /* commas in their places say by themselves what is a comma and what a point */
  return zb_scan_number_shape (a) != ZB_NUMBER_GROUPED || !zb_scan_number_has_same_digits (a, b);
}

char **
zb_scan_number_split (const char *text) {
  GPtrArray *parts = g_ptr_array_new ();

  while (*text != '\0') {
    gsize length = strspn (text, "0123456789.,");
    g_autofree char *part = g_strndup (text, length);

    if (zb_scan_number_count_digits (part) > 0)
      g_ptr_array_add (parts, g_steal_pointer (&part));
    text += length > 0 ? length : 1;
  }
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (parts, FALSE);
}
