/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-flat-form.h"

#include <string.h>

#include "text-fold.h"

/* A known word is printed in so many pieces at most: 绩 / 效 / 指 / 标 and a weight. */
#define MOST_PIECES 8

void
zb_text_flat_form_clear_word (gpointer word) {
  g_free (((ZbTextFlatWord *) word)->text);
}

const ZbTextFlatWord *
zb_text_flat_form_get (const ZbTextFlatForm *form, guint index) {
  return index < form->words->len ? &g_array_index (form->words, ZbTextFlatWord, index) : NULL;
}

static void
add_word (ZbTextFlatForm *form, char *take_text, guint line) {
  ZbTextFlatWord word = { take_text, line };

  g_array_append_val (form->words, word);
}

/* 10其中：当年财政拨款: the last value of a row glued to the label of the next. */
static gsize
measure_glued_value (const char *text) {
  gsize length = strspn (text, "0123456789.%");

  return length > 0 && zb_text_form_words_lookup (text + length) == ZB_FORM_WORD_FUND ? length : 0;
}

void
zb_text_flat_form_split (ZbTextFlatForm *form, guint line) {
  g_autofree char *trimmed = zb_text_trim (zb_text_lines_get (form->source->lines, line)->text);
  g_auto (GStrv) parts = g_strsplit (trimmed, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    gsize glued = measure_glued_value (parts[i]);

    if (glued > 0)
      add_word (form, g_strndup (parts[i], glued), line);
    if (parts[i][glued] != '\0')
      add_word (form, g_strdup (parts[i] + glued), line);
  }
}

guint
zb_text_flat_form_match (const ZbTextFlatForm *form, guint index, ZbFormWord *kind) {
  g_autoptr (GString) joined = g_string_new (NULL);
  guint best = 0;

  *kind = ZB_FORM_WORD_NONE;
  for (guint i = 0; i < MOST_PIECES && zb_text_flat_form_get (form, index + i) != NULL; i++) {
    ZbFormWord found;

    g_string_append (joined, zb_text_flat_form_get (form, index + i)->text);
    if (joined->len > 120)
      break;
    found = zb_text_form_words_lookup (joined->str);
    if (found != ZB_FORM_WORD_NONE) {
      best = i + 1;
      *kind = found;
    }
  }
  return best;
}

char *
zb_text_flat_form_join (const ZbTextFlatForm *form, guint first, guint end) {
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    zb_text_append_line (joined, zb_text_flat_form_get (form, i)->text);
  return g_string_free (joined, FALSE);
}

GPtrArray *
zb_text_flat_form_add_row (ZbTextFlatForm *form) {
  GPtrArray *row = zb_text_row_new ();

  while (row->len < ZB_FORM_COLS)
    zb_text_row_add (row, "");
  g_ptr_array_add (form->rows, row);
  return row;
}

void
zb_text_flat_form_set (GPtrArray *row, guint col, const char *text, ZbCellFlags flags) {
  ZbTextCell *cell;

  while (row->len <= col)
    zb_text_row_add (row, "");
  cell = zb_text_row_get (row, col);
  if (text == NULL || *text == '\0')
    return;
  zb_text_cell_append (cell, text);
  cell->flags |= flags | ZB_CELL_COLUMN_INFERRED;
}
