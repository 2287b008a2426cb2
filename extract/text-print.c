/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-print.h"

#include <string.h>

#include "text-fold.h"
#include "text-head-words.h"

/* A place of a print and a line of it, in points: so that one space parts no words for the finder of tables, two
 * spaces do, and a line below may go on with a cell, but not one behind an empty line. */
static const double PLACE = 6, PITCH = 12, SIZE = 10, SLACK = 2 * 6;

enum {
  WIDEST_LINE = 1000,  /* places; a longer line is no print */
  MOST_SPREAD = 6,     /* spaces between the characters of a word that is spread out */
  LEAST_ROWS = 2,
  DEEP = 12,           /* places before words that only the columns to the right have */
};

/* A Chinese character takes two places, or as many as any other, as `pdftotext -layout` counts. */
static guint
measure (gunichar character, guint wide) {
  return zb_character_is_cjk (character) ? wide : 1;
}

/* Whether something stands behind two spaces side by side. */
static gboolean
has_gap (const char *text) {
  const char *gap = strstr (text + strspn (text, " "), "  ");

  return gap != NULL && gap[strspn (gap, " ")] != '\0';
}

static gboolean
is_printed (const ZbTextLine *line) {
  return !line->blank && line->width <= WIDEST_LINE && strpbrk (line->raw, "\t|") == NULL;
}

/* At how many places amounts end that gaps set apart; aligned to the right, they do so at one for each column. */
static guint
count_ends (const GPtrArray *lines, guint wide) {
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lines->len; i++) {
    const ZbTextLine *line = zb_text_lines_get (lines, i);
    guint place = 0;

    if (!is_printed (line) || !has_gap (line->raw))
      continue;
    for (const char *p = line->raw; *p != '\0'; p = g_utf8_next_char (p)) {
      place += measure (g_utf8_get_char (p), wide);
      if (g_ascii_isdigit (*p) && (p[1] == ' ' || p[1] == '\0'))
        g_hash_table_add (ends, GUINT_TO_POINTER (place));
    }
  }
  return g_hash_table_size (ends);
}

static gboolean
is_amount (const char *word, gsize length) {
  static GRegex *amount;
  g_autofree char *text = g_strndup (word, length);

  if (g_once_init_enter (&amount))
    g_once_init_leave (&amount, g_regex_new ("^-?\\d{1,3}(,\\d{3})*(\\.\\d+)?$|^-?\\d+\\.\\d+$", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (amount, text, 0, NULL) && strpbrk (text, ".,") != NULL;
}

/* Whether the one space at @space parts cells: beside an amount, and in a line of words alone between two
 * words of several characters. */
static gboolean
parts_cells (const char *line, const char *space, gboolean words) {
  const char *before = space, *after = space + 1;
  gsize length = strcspn (after, " ");

  while (before > line && before[-1] != ' ')
    before--;
  if (before == space || length == 0)
    return FALSE;
  if (is_amount (before, (gsize) (space - before)) || is_amount (after, length))
    return TRUE;
  return words && g_utf8_strlen (before, space - before) > 1 && g_utf8_strlen (after, (gssize) length) > 1;
}

/* Whether the line has no number and no mark of a sentence. */
static gboolean
has_words_alone (const char *text) {
  return strpbrk (text, "0123456789") == NULL && strstr (text, "，") == NULL && strstr (text, "。") == NULL
         && strstr (text, "：") == NULL;
}

static gboolean
is_prose (const char *text) {
  return strstr (text, "，") != NULL || strstr (text, "。") != NULL || strstr (text, "；") != NULL;
}

/* How many spaces stand between the character at @letter and another with which it makes a word of a table: 合   计. 0 where
 * they make none. */
static guint
measure_spread (const char *line, const char *letter) {
  const char *behind = g_utf8_next_char (letter);
  gsize spaces = strspn (behind, " ");
  const char *next = behind + spaces;
  g_autofree char *word = NULL;

  if (spaces == 0 || spaces > MOST_SPREAD || (letter > line && letter[-1] != ' ') || *next == '\0'
      || !zb_character_is_cjk (g_utf8_get_char (letter)) || !zb_character_is_cjk (g_utf8_get_char (next)))
    return 0;
  word = g_strdup_printf ("%.*s%.*s", (int) (behind - letter), letter, (int) (g_utf8_next_char (next) - next), next);
  next = g_utf8_next_char (next);
  return (*next == ' ' || *next == '\0') && (zb_text_head_words_is_known (word) || zb_text_head_words_is_total (word))
           ? (guint) spaces
           : 0;
}

static void
add_line (ZbPageContent *page, const char *text, guint line, guint wide) {
  gboolean words = (has_gap (text) || strspn (text, " ") >= DEEP) && has_words_alone (text);
  gboolean rows = words || (has_gap (text) && !is_prose (text));
  double gap = 0;
  guint place = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    ZbGlyph glyph = { .character = g_utf8_get_char (p), .font_size = SIZE };
    guint width = measure (glyph.character, wide);

    glyph.box = (ZbBox){ place * PLACE + gap, line * PITCH, (place + width) * PLACE, line * PITCH + SIZE };
    gap = 0;
    glyph.box.x1 += PLACE * measure_spread (text, p);
    if (rows && *p == ' ' && parts_cells (text, p, words))
      gap = PLACE / 2;
    place += glyph.character == 0x3000 ? 2 : width;
    if (!g_unichar_isspace (glyph.character))
      g_array_append_val (page->glyphs, glyph);
  }
}

/* Whether spaces may keep columns apart in the line. */
static gboolean
may_have_columns (const ZbTextLine *line) {
  const char *text = line->raw + strspn (line->raw, " ");

  while (g_str_has_prefix (text, "\u3000"))
    text += strlen ("\u3000");
  return is_printed (line) && (has_gap (text) || strstr (text, "\u3000") != NULL);
}

/* Whether a table can stand on the page from line @first on: finding one costs much more than looking. */
static gboolean
may_have_table (const GPtrArray *lines, guint first, guint end) {
  guint found = 0;

  for (guint i = first; i < end && found < LEAST_ROWS; i++)
    found += may_have_columns (zb_text_lines_get (lines, i));
  return found == LEAST_ROWS;
}

static void
add_lines (GPtrArray *pages, const GPtrArray *lines, const GArray *starts, guint wide) {
  for (guint page = 0; page < pages->len; page++) {
    guint first = g_array_index (starts, guint, page);
    guint end = page + 1 < pages->len ? g_array_index (starts, guint, page + 1) : lines->len;
    gboolean table = may_have_table (lines, first, end);

    for (guint i = first; i < end && table; i++) {
      const ZbTextLine *line = zb_text_lines_get (lines, i);

      if (is_printed (line) && !line->page_number)
        add_line (g_ptr_array_index (pages, page), line->raw, i - first, wide);
    }
  }
}

GPtrArray *
zb_text_print_pages (const GPtrArray *lines, GArray *starts) {
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_content_free);
  guint wide = count_ends (lines, 1) <= count_ends (lines, 2) ? 1 : 2;
  ZbPageContent *page = NULL;
  gboolean ended = TRUE;

  for (guint i = 0; i < lines->len; i++) {
    const ZbTextLine *line = zb_text_lines_get (lines, i);

    if (page == NULL || line->page_start || (ended && !line->blank)) {
      page = zb_page_content_new (pages->len + 1, WIDEST_LINE * PLACE, 0);
      page->slack = SLACK;
      g_ptr_array_add (pages, page);
      g_array_append_val (starts, i);
    }
    /* A page number stands at the foot. */
    ended = line->page_number || (ended && line->blank && !line->page_start);
    page->height = (i + 1 - g_array_index (starts, guint, starts->len - 1)) * PITCH;
  }
  add_lines (pages, lines, starts, wide);
  return pages;
}

guint
zb_text_print_line_at (double y) {
  return (guint) (MAX (y, 0) / PITCH);
}
