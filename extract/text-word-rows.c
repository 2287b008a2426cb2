/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-word-rows.h"

#include <string.h>

#include "text-fold.h"

static void
clear_word (gpointer data) {
  g_free (((ZbTextWord *) data)->text);
}

static gboolean
is_figure (const char *text) {
  gsize length = strspn (text, "0123456789.,%-+/");

  if (g_str_equal (text, "—") || g_str_equal (text, "——") || g_str_equal (text, "－"))
    return TRUE;
  return length > 0 && text[length] == '\0';
}

static guint
width_of (gunichar character) {
  return zb_character_is_cjk (character) ? 2 : 1;
}

/* Whether the run of spaces at @p is a wide gap. */
static gboolean
is_gap (const char *p) {
  guint width = 0;

  for (; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    width += width_of (g_utf8_get_char (p));
  return width > 1 && *p != '\0';
}

static gboolean
has_gaps (const char *line) {
  const char *p = line;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) && is_gap (p))
      return TRUE;
  return FALSE;
}

static void
add_word (GArray *words, const char *start, const char *end, guint x0, guint x1) {
  ZbTextWord word = { g_strndup (start, (gsize) (end - start)), x0, x1, FALSE };

  word.figure = is_figure (word.text);
  g_array_append_val (words, word);
}

GArray *
zb_text_word_rows_split (const char *line, gboolean *gapped) {
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ZbTextWord));
  const char *start = NULL, *end = NULL;
  guint x = 0, x0 = 0, x1 = 0;

  g_array_set_clear_func (words, clear_word);
  *gapped = has_gaps (line);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (g_unichar_isspace (character)) {
      if (start != NULL && (!*gapped || is_gap (p))) {
        add_word (words, start, end, x0, x1);
        start = NULL;
      }
    } else {
      if (start == NULL) {
        start = p;
        x0 = x;
      }
      end = g_utf8_next_char (p);
      x1 = x + width_of (character);
    }
    x += width_of (character);
  }
  if (start != NULL)
    add_word (words, start, end, x0, x1);
  return words;
}

static const ZbTextWord *
word_at (const GArray *words, guint index) {
  return &g_array_index (words, ZbTextWord, index);
}

static void
add_cell (GPtrArray *row, const char *text) {
  zb_text_row_add (row, text)->flags |= ZB_CELL_COLUMN_INFERRED;
}

/* A column of the print: what its cells reach over. */
typedef struct {
  guint x0, x1;
} Column;

/* The columns that the rows with the most words make together. */
static GArray *
find_columns (const GPtrArray *lines) {
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  guint most = 0;

  for (guint i = 0; i < lines->len; i++)
    most = MAX (most, ((const GArray *) g_ptr_array_index (lines, i))->len);
  g_array_set_size (columns, most);
  for (guint i = 0; i < lines->len; i++) {
    const GArray *words = g_ptr_array_index (lines, i);

    for (guint col = 0; words->len == most && col < most; col++) {
      Column *column = &g_array_index (columns, Column, col);

      column->x0 = column->x1 == 0 ? word_at (words, col)->x0 : MIN (column->x0, word_at (words, col)->x0);
      column->x1 = MAX (column->x1, word_at (words, col)->x1);
    }
  }
  return columns;
}

/* How far the middle of a word is from a column; 0 within it. */
static guint
distance (const Column *column, const ZbTextWord *word) {
  guint middle = (word->x0 + word->x1) / 2;

  if (middle < column->x0)
    return column->x0 - middle;
  return middle > column->x1 ? middle - column->x1 : 0;
}

/* The column that suits @word best among those from @first to before @end. */
static guint
choose_column (const GArray *columns, const ZbTextWord *word, guint first, guint end) {
  guint best = first;

  for (guint col = first; col < end; col++)
    if (distance (&g_array_index (columns, Column, col), word)
        < distance (&g_array_index (columns, Column, best), word))
      best = col;
  return best;
}

static GPtrArray *
align_line (const GArray *columns, const GArray *words) {
  GPtrArray *row = zb_text_row_new ();
  guint col = 0;

  for (guint i = 0; i < words->len; i++) {
    /* as many columns stay free as words follow */
    guint chosen = choose_column (columns, word_at (words, i), col, columns->len - (words->len - 1 - i));

    for (; col < chosen; col++)
      zb_text_row_add (row, "");
    add_cell (row, word_at (words, i)->text);
    col++;
  }
  for (; col < columns->len; col++)
    zb_text_row_add (row, "");
  return row;
}

GPtrArray *
zb_text_word_rows_align (const GPtrArray *lines) {
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) columns = find_columns (lines);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, align_line (columns, g_ptr_array_index (lines, i)));
  return rows;
}
