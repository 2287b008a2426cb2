/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fold.h"

#include <string.h>
#include <utf8proc.h>

/* Spellings that NFKC keeps apart and a reader takes as one. */
static const struct {
  gunichar from, to;
} ALIKE[] = {
  { 0x201C, '"' },  { 0x201D, '"' },  { 0x201E, '"' },  { 0x300C, '"' },  { 0x300D, '"' },
  { 0x300E, '"' },  { 0x300F, '"' },  { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x3014, '(' },
  { 0x3015, ')' },  { 0x3010, '[' },  { 0x3011, ']' },  { 0x2010, '-' },  { 0x2011, '-' },
  { 0x2012, '-' },  { 0x2013, '-' },  { 0x2014, '-' },  { 0x2015, '-' },  { 0x2212, '-' },
  { 0x2266, 0x2264 }, { 0x2267, 0x2265 }, { 0x2215, '/' }, { 0x30FB, 0xB7 },
};

static gunichar
fold_alike (gunichar character) {
  for (guint i = 0; i < G_N_ELEMENTS (ALIKE); i++)
    if (ALIKE[i].from == character)
      return ALIKE[i].to;
  return g_unichar_tolower (character);
}

static gboolean
is_dropped (gunichar character) {
  GUnicodeType type = g_unichar_type (character);

  return g_unichar_isspace (character) || type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL;
}

/* Appends the folded form of one character; its compatibility decomposition has at most
 * 18 characters (U+FDFA), so the fixed buffer holds every one. */
static void
append_folded (GString *folded, gunichar character) {
  utf8proc_int32_t parts[32];
  int boundary = 0;
  utf8proc_ssize_t count;

  if (character < 0x80) {
    if (!is_dropped (character))
      g_string_append_c (folded, (char) g_ascii_tolower ((char) character));
    return;
  }
  count = utf8proc_decompose_char ((utf8proc_int32_t) character, parts, G_N_ELEMENTS (parts),
                                   UTF8PROC_COMPAT | UTF8PROC_COMPOSE, &boundary);
  for (utf8proc_ssize_t i = 0; i < count; i++)
    if (!is_dropped ((gunichar) parts[i]))
      g_string_append_unichar (folded, fold_alike ((gunichar) parts[i]));
}

char *
zb_text_fold_mapped (const char *text, GArray **offsets) {
  GString *folded = g_string_sized_new (strlen (text));
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize end;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gsize from = (gsize) (p - text);

    append_folded (folded, g_utf8_get_char (p));
    while (map->len < folded->len)
      g_array_append_val (map, from);
  }
  end = strlen (text);
  g_array_append_val (map, end);
  if (offsets != NULL)
    *offsets = g_steal_pointer (&map);
  return g_string_free (folded, FALSE);
}

char *
zb_text_fold (const char *text) {
  return zb_text_fold_mapped (text, NULL);
}

gboolean
zb_character_is_cjk (gunichar character) {
  return (character >= 0x2E80 && character <= 0x303F)     /* radicals, CJK punctuation */
         || (character >= 0x3040 && character <= 0x4DBF)  /* kana, enclosed, extension A */
         || (character >= 0x4E00 && character <= 0x9FFF)  /* unified ideographs */
         || (character >= 0xF900 && character <= 0xFAFF)  /* compatibility ideographs */
         || (character >= 0xFE30 && character <= 0xFE4F)  /* compatibility forms */
         || (character >= 0xFF00 && character <= 0xFFEF)  /* full- and half-width forms */
         || (character >= 0x20000 && character <= 0x3FFFF) /* supplementary ideographs */
         || character == 0x201C || character == 0x201D || character == 0x2018
         || character == 0x2019 || character == 0x2014 || character == 0x2026;
}

static gboolean
is_word (gunichar character) {
  return g_unichar_isalpha (character) && !zb_character_is_cjk (character);
}

void
zb_text_append_line (GString *text, const char *line) {
  g_autofree char *trimmed = zb_text_trim (line);

  if (*trimmed == '\0')
    return;
  if (text->len > 0) {
    gunichar last = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
    gunichar first = g_utf8_get_char (trimmed);

    if (is_word (last) && is_word (first))
      g_string_append_c (text, ' ');
  }
  g_string_append (text, trimmed);
}

char *
zb_text_trim (const char *text) {
  GString *trimmed = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (g_unichar_isspace (character) || character == 0xFEFF || character == 0x200B) {
      gap = trimmed->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c (trimmed, ' ');
    gap = FALSE;
    g_string_append_unichar (trimmed, character);
  }
  return g_string_free (trimmed, FALSE);
}

guint64
zb_text_count_glyphs (const char *text) {
  guint64 count = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    count += !g_unichar_isspace (g_utf8_get_char (p));
  return count;
}
