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
  { 0x2500, '-' },  { 0x2501, '-' }, { 0x81F5, 0x7F6E }, /* 购臵 for 购置 */
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

/* Folded text while it grows; one offset a byte, where they are asked for. */
typedef struct {
  char *text;
  gsize length, room;
  GArray *offsets; /* NULL where nobody asks */
} Folded;

/* The compatibility decomposition of a character has at most 18 characters (U+FDFA). */
#define MOST_PARTS 32
#define MOST_BYTES (MOST_PARTS * 6)

static void
grow (Folded *folded) {
  folded->room = folded->room * 2 + MOST_BYTES;
  folded->text = g_realloc (folded->text, folded->room);
  if (folded->offsets != NULL)
    g_array_set_size (folded->offsets, (guint) folded->room);
}

/* Nearly all text is plain Han, which folding leaves as it is: U+4E00…9FFF has neither case nor
 * a decomposition. Three bytes are always enough room here. */
static inline gboolean
is_plain_han (const guchar *p) {
  return p[0] >= 0xE4 && p[0] <= 0xE9 && (p[0] > 0xE4 || p[1] >= 0xB8);
}

/* 臵, E8 87 B5, which some producers print for 置: the one Han variant among ALIKE. */
static inline gboolean
is_variant_han (const guchar *p) {
  return p[0] == 0xE8 && p[1] == 0x87 && p[2] == 0xB5;
}

static const char ASCII_DROPPED = '\0';

static inline char
fold_ascii (guchar character) {
  if (character <= ' ' || character == 0x7F)
    return ASCII_DROPPED;
  return (char) (character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character);
}

/* Writes the folded form of a character at @to; the bytes written. */
static gsize
fold_any (gunichar character, char *to) {
  utf8proc_int32_t parts[MOST_PARTS];
  int boundary = 0;
  gsize length = 0;
  utf8proc_ssize_t count
      = utf8proc_decompose_char ((utf8proc_int32_t) character, parts, G_N_ELEMENTS (parts),
                                 UTF8PROC_COMPAT | UTF8PROC_COMPOSE, &boundary);

  for (utf8proc_ssize_t i = 0; i < count; i++)
    if (!is_dropped ((gunichar) parts[i]))
      length += (gsize) g_unichar_to_utf8 (fold_alike ((gunichar) parts[i]), to + length);
  return length;
}

/* Writes the folded form of the character at @p behind the text; the bytes written. */
static inline gsize
append_folded (Folded *folded, const char *p) {
  const guchar *bytes = (const guchar *) p;
  char *to = folded->text + folded->length;

  if (*bytes < 0x80) {
    *to = fold_ascii (*bytes);
    return *to != ASCII_DROPPED;
  }
  if (is_plain_han (bytes) && !is_variant_han (bytes)) {
    memcpy (to, p, 3);
    return 3;
  }
  return fold_any (g_utf8_get_char (p), to);
}

char *
zb_text_fold_mapped (const char *text, GArray **offsets) {
  Folded folded = { .room = strlen (text) + MOST_BYTES + 1 };
  const char *p;

  folded.text = g_malloc (folded.room);
  if (offsets != NULL) {
    folded.offsets = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) folded.room);
    g_array_set_size (folded.offsets, (guint) folded.room);
  }
  for (p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gsize written = append_folded (&folded, p);

    if (offsets != NULL) {
      gsize *to = &g_array_index (folded.offsets, gsize, folded.length);

      for (gsize i = 0; i < written; i++)
        to[i] = (gsize) (p - text);
    }
    folded.length += written;
    if (folded.room - folded.length <= MOST_BYTES)
      grow (&folded);
  }
  folded.text[folded.length] = '\0';
  if (offsets != NULL) {
    g_array_index (folded.offsets, gsize, folded.length) = (gsize) (p - text);
    g_array_set_size (folded.offsets, (guint) folded.length + 1);
    *offsets = folded.offsets;
  }
  return folded.text;
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

void
zb_text_append_typed_line (GString *text, const char *line) {
  g_autofree char *trimmed = zb_text_trim (line);

  if (text->len > 0 && g_ascii_isdigit (text->str[text->len - 1]) && g_ascii_isdigit (*trimmed))
    g_string_append_c (text, ' ');
  zb_text_append_line (text, trimmed);
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
