/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-flat-row.h"

#include <string.h>

#include "text-fold.h"

void
zb_text_flat_row_clear (ZbTextFlatRow *row) {
  g_clear_pointer (&row->name, g_free);
  g_clear_pointer (&row->target, g_free);
  g_clear_pointer (&row->actual, g_free);
  g_clear_pointer (&row->weight, g_free);
  g_clear_pointer (&row->score, g_free);
  g_clear_pointer (&row->deviation, g_free);
}

gboolean
zb_text_flat_row_is_number (const char *text) {
  gsize digits = strspn (text, "0123456789");

  if (digits == 0)
    return FALSE;
  if (text[digits] == '.')
    digits += 1 + strspn (text + digits + 1, "0123456789");
  return text[digits] == '\0';
}

gboolean
zb_text_flat_row_is_value (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  gsize length = strlen (folded);

  if (length > 1 && folded[length - 1] == '%')
    folded[length - 1] = '\0';
  return zb_text_flat_row_is_number (folded);
}

/* Begins with a figure or a relation: ≥95%, 2021年, >60%. */
static gboolean
begins_value (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  gunichar first = g_utf8_get_char (folded);

  return g_ascii_isdigit (folded[0]) || g_utf8_strchr ("<>=≤≥≦≧±", -1, first) != NULL;
}

/* A unit that recognisers set apart from its figure: 家, 万元, 人次. */
static gboolean
is_unit (const char *text) {
  glong length = g_utf8_strlen (text, -1);

  return length > 0 && length <= 3 && zb_character_is_cjk (g_utf8_get_char (text));
}

/* Whether the figure ends without a unit, so that the next word can be it. */
static gboolean
wants_unit (const char *text) {
  return begins_value (text) && g_ascii_isdigit (text[strlen (text) - 1]);
}

static char *
join_words (const char *const *words, guint first, guint end) {
  GString *joined;

  if (first >= end)
    return NULL;
  joined = g_string_new (words[first]);
  for (guint i = first + 1; i < end; i++)
    g_string_append_printf (joined, " %s", words[i]);
  return g_string_free (joined, FALSE);
}

/* The first word of the value that ends before @end. */
static guint
find_actual (const char *const *words, guint end) {
  if (end >= 3 && is_unit (words[end - 1]) && wants_unit (words[end - 2]))
    return end - 2;
  return end - 1;
}

/* The first word of the target that ends before @end: the first figure behind the name, else the
 * last word. */
static guint
find_target (const char *const *words, guint end, guint first_possible) {
  for (guint i = first_possible; i < end; i++)
    if (begins_value (words[i]))
      return i;
  return end > first_possible ? end - 1 : end;
}

/* The weight's place: the last two plain numbers side by side. */
static guint
find_weight (const char *const *words, guint count) {
  for (guint i = count; i-- > 1;)
    if (zb_text_flat_row_is_number (words[i]) && zb_text_flat_row_is_number (words[i - 1]))
      return i - 1;
  return count;
}

gboolean
zb_text_flat_row_parse (const char *const *words, guint count, ZbTextFlatRow *row) {
  guint weight = find_weight (words, count), actual, target, name_least;

  if (weight == count)
    return FALSE;
  row->weight = g_strdup (words[weight]);
  row->score = g_strdup (words[weight + 1]);
  row->deviation = join_words (words, weight + 2, count);
  if (weight == 0)
    return TRUE;
  /* A line that begins with a figure has its name on the lines before. */
  name_least = begins_value (words[0]) || weight == 1 ? 0 : 1;
  actual = find_actual (words, weight);
  actual = MAX (actual, name_least);
  target = find_target (words, actual, name_least);
  row->actual = join_words (words, actual, weight);
  row->target = join_words (words, target, actual);
  row->name = join_words (words, 0, target);
  return TRUE;
}
