/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-form-words.h"
#include "text-table.h"

/* Rows of cells separated by tabs.
 *
 * Consecutive lines with tabs are rows; a blank line between them is a page break when the next
 * row has as many columns. What a page break does to a row shows only in its text:
 *
 *     …  | 走访慰问困 | 12 次 | 12 次 | 5 | 5     the row before the break looks complete,
 *     ----------------- page ------------------
 *        | 难群众     |       |       |   |       but one cell goes on alone
 *
 * so the piece is put back under its upper neighbour. The same holds for a header of which every
 * cell goes on. */

static guint
count_tabs (const char *text) {
  guint count = 0;

  for (; *text != '\0'; text++)
    count += *text == '\t';
  return count;
}

static GPtrArray *
split_row (const char *text) {
  GPtrArray *row = zb_text_row_new ();
  g_auto (GStrv) parts = g_strsplit (text, "\t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    zb_text_row_add (row, parts[i]);
  return row;
}

static guint
count_filled (const GPtrArray *row) {
  guint count = 0;

  for (guint i = 0; i < row->len; i++)
    count += zb_text_row_get (row, i)->text->len > 0;
  return count;
}

static gboolean
is_blank_at (const GPtrArray *row, guint col) {
  const ZbTextCell *cell = zb_text_row_get (row, col);

  return cell == NULL || cell->text->len == 0;
}

static gboolean
has_filled_after (const GPtrArray *row, guint col) {
  for (guint i = col + 1; i < row->len; i++)
    if (!is_blank_at (row, i))
      return TRUE;
  return FALSE;
}

static gunichar
first_character (const ZbTextCell *cell) {
  return g_utf8_get_char (cell->text->str);
}

static gunichar
last_character (const ZbTextCell *cell) {
  return g_utf8_get_char (g_utf8_prev_char (cell->text->str + cell->text->len));
}

/* Whether the one filled cell of @row can be the rest of the cell above it. Labels of their own
 * (section rows, known words of forms, anything with figures or a colon) never are. */
static gboolean
continues_alone (const GPtrArray *row, const GPtrArray *upper) {
  guint col = 0;
  const ZbTextCell *cell, *above;

  while (is_blank_at (row, col))
    col++;
  cell = zb_text_row_get (row, col);
  above = zb_text_row_get (upper, col);
  if (col == 0 || is_blank_at (upper, col) || !has_filled_after (upper, col))
    return FALSE;
  if (zb_text_form_words_is_label (cell->text->str) || strstr (cell->text->str, "：") != NULL
      || strchr (cell->text->str, ':') != NULL)
    return FALSE;
  return zb_character_is_cjk (first_character (cell)) && first_character (cell) != 0x2026
         && first_character (cell) != 0x2014 && zb_character_is_cjk (last_character (above))
         && last_character (above) != 0x3002;
}

/* A page break between 产出指标 and its (40分): the weight stands alone above a row of its own. */
static void
join_weight (const GPtrArray *rows, GPtrArray *row) {
  for (guint col = 0; col < row->len && col < 3; col++) {
    ZbTextCell *cell = zb_text_row_get (row, col), *above = NULL;

    if (cell->text->len == 0 || !zb_text_form_words_is_weight (cell->text->str))
      continue;
    for (guint i = rows->len; i-- > 0 && above == NULL;)
      if (!is_blank_at (g_ptr_array_index (rows, i), col))
        above = zb_text_row_get (g_ptr_array_index (rows, i), col);
    if (above == NULL || zb_text_form_words_lookup (above->text->str) != ZB_FORM_WORD_LEVEL1)
      continue;
    g_string_append (above->text, cell->text->str);
    above->flags |= ZB_CELL_ROW_JOINED;
    g_string_truncate (cell->text, 0);
  }
}

/* Whether every filled cell of @row can be the rest of the cell above it: words all, no figures,
 * and some of them the bracket that a unit stands in. */
static gboolean
continues_header (const GPtrArray *row, const GPtrArray *upper) {
  guint brackets = 0, filled = count_filled (row);

  for (guint col = 0; col < row->len; col++) {
    const ZbTextCell *cell = zb_text_row_get (row, col);

    if (cell->text->len == 0)
      continue;
    if (is_blank_at (upper, col) || g_unichar_isdigit (first_character (cell))
        || g_unichar_isdigit (first_character (zb_text_row_get (upper, col))))
      return FALSE;
    brackets += first_character (cell) == '(' || first_character (cell) == 0xFF08;
  }
  return filled > 2 && brackets * 2 >= filled;
}

static gboolean
continues_row (const GPtrArray *row, const GPtrArray *upper) {
  guint filled = count_filled (row);

  return filled == 1 ? continues_alone (row, upper) : continues_header (row, upper);
}

static void
join_row (GPtrArray *upper, const GPtrArray *row) {
  for (guint col = 0; col < row->len && col < upper->len; col++) {
    ZbTextCell *above = zb_text_row_get (upper, col);

    if (is_blank_at (row, col))
      continue;
    zb_text_append_line (above->text, zb_text_row_get (row, col)->text->str);
    above->flags |= ZB_CELL_ROW_JOINED;
  }
}

static gboolean
rows_equal (const GPtrArray *left, const GPtrArray *right) {
  if (left->len != right->len)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!g_string_equal (zb_text_row_get (left, i)->text, zb_text_row_get (right, i)->text))
      return FALSE;
  return TRUE;
}

static guint64
count_row_glyphs (const GPtrArray *row) {
  guint64 glyphs = 0;

  for (guint i = 0; i < row->len; i++)
    glyphs += zb_text_count_glyphs (zb_text_row_get (row, i)->text->str);
  return glyphs;
}

/* The rows of one table while they are read. */
typedef struct {
  ZbTextSource *source;
  GPtrArray *rows;
  guint cols;
  guint repeated; /* rows of the header that the new page has repeated so far */
  gboolean after_break;
  gboolean tight; /* rows have followed each other without a blank line: so one is a page break */
} TabRows;

static void
take_row (TabRows *tab, GPtrArray *take_row_cells, gboolean after_break) {
  g_autoptr (GPtrArray) row = take_row_cells;

  tab->tight |= !after_break && tab->rows->len > 0;
  if (after_break && tab->tight) {
    tab->after_break = TRUE;
    tab->repeated = 0;
  }
  if (tab->after_break && tab->repeated < tab->rows->len && count_filled (row) > 1
      && rows_equal (row, g_ptr_array_index (tab->rows, tab->repeated))) {
    tab->source->repeated_glyphs += count_row_glyphs (row);
    tab->repeated++;
    return;
  }
  if (tab->after_break && tab->rows->len > 0 && count_filled (row) > 0) {
    GPtrArray *upper = g_ptr_array_index (tab->rows, tab->rows->len - 1);

    tab->after_break = FALSE;
    if (continues_row (row, upper)) {
      join_row (upper, row);
      return;
    }
    join_weight (tab->rows, row);
  }
  tab->cols = MAX (tab->cols, row->len);
  g_ptr_array_add (tab->rows, g_steal_pointer (&row));
}

/* A form that begins with the same word as the table before it is another sheet of that form. */
static gboolean
begins_another (const TabRows *tab, const char *text) {
  g_autoptr (GPtrArray) row = split_row (text);
  const GPtrArray *first = g_ptr_array_index (tab->rows, 0);

  return tab->rows->len > 2 && !is_blank_at (row, 0) && !rows_equal (row, first)
         && g_string_equal (zb_text_row_get (row, 0)->text, zb_text_row_get (first, 0)->text);
}

/* The row of the same table behind the blank lines at @index; @index itself where none follows. */
static guint
skip_page_break (const TabRows *tab, guint index) {
  const GPtrArray *lines = tab->source->lines, *last;
  const ZbTextLine *line;
  guint next = index, tabs;

  while ((line = zb_text_lines_get (lines, next)) != NULL && (line->blank || line->page_number)
         && count_tabs (line->text) == 0)
    next++;
  if (line == NULL || next == index)
    return index;
  tabs = count_tabs (line->text);
  last = g_ptr_array_index (tab->rows, tab->rows->len - 1);
  if (tabs == 0 || (tabs + 1 != last->len && tabs + 1 != tab->cols))
    return index;
  return begins_another (tab, line->text) ? index : next;
}

/* A line with nothing but one tab in front is a cell of its own line or an indented paragraph. */
static gboolean
is_row (const ZbTextLine *line) {
  guint tabs = line != NULL ? count_tabs (line->text) : 0;

  return tabs > 1 || (tabs == 1 && line->text[0] != '\t');
}

guint
zb_text_tab_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  TabRows tab = { .source = source, .rows = rows };
  guint index = first;
  const ZbTextLine *line = zb_text_lines_get (source->lines, index);

  if (!is_row (line) || line->heading_level > 0)
    return first;
  while ((line = zb_text_lines_get (source->lines, index)) != NULL) {
    guint next;

    if (count_tabs (line->text) > 0) {
      take_row (&tab, split_row (line->text), FALSE);
      index++;
      continue;
    }
    next = skip_page_break (&tab, index);
    if (next == index)
      break;
    take_row (&tab, split_row (zb_text_lines_get (source->lines, next)->text), TRUE);
    index = next + 1;
  }
  if (rows->len < 2 && tab.cols < 3)
    return first;
  zb_text_rows_settle (rows);
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? index : first;
}
