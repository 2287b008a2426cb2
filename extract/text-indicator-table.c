/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-indicator-rows.h"
#include "text-table.h"

/* A table of indicators with a column for the kind of target, whose rulings were lost: a row a line, or a cell a
 * line, with nothing for a blank or, as some copies have it, a bar behind every cell.
 *
 *     一级指标 二级指标 三级指标 指标性质 指标值 计量单位 权重
 *     产出指标 数量指标 维护系统数量 ≥ 12 个 20
 *     质量指标 系统可用率 ≥ 99.5 % 20            nothing in the first column
 *
 * The kind of target, ≥, ≤, = or 定性, tells where a row is: its name stands before it, and known words of levels
 * before that. */

enum { LEAST_COLUMNS = 5, MOST_LINES = 3000, MOST_BLANKS = 12, LONGEST_CELL = 200 };

static char *
read_line (const ZbTextLine *line, gboolean *barred) {
  char *text = zb_text_trim (line->text);
  gsize length = strlen (text);

  *barred = length > 0 && text[length - 1] == '|' && strchr (text, '|') == text + length - 1;
  if (*barred)
    text[length - 1] = '\0';
  return g_strchomp (text);
}

static void
add_cell (GArray *cells, const char *text, guint line) {
  ZbIndicatorCell cell = { g_strdup (text), line };

  g_array_append_val (cells, cell);
}

static void
add_words (GArray *cells, const char *text, guint line) {
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      add_cell (cells, words[i], line);
}

/* 绩效指标 before the first head is the label of the whole. */
static void
cut_label (ZbIndicatorTable *table, GArray *words) {
  while (words->len > 0
         && zb_text_indicator_columns_lookup (g_array_index (words, ZbIndicatorCell, 0).text)
                == ZB_INDICATOR_COLUMN_NONE) {
    const ZbIndicatorCell *label = &g_array_index (words, ZbIndicatorCell, 0);

    add_cell (table->labels, label->text, label->line);
    g_array_remove_index (words, 0);
  }
}

/* Reads the words of the head from line @first on; the line behind it, or @first where there is none such. */
static guint
read_head (const ZbTextSource *source, guint first, ZbIndicatorTable *table) {
  guint end = first, lines = 0;

  for (guint i = first; i < source->lines->len; i++) {
    const ZbTextLine *line = zb_text_lines_get (source->lines, i);
    g_autoptr (GArray) words = zb_text_indicator_cells_new ();
    gboolean barred = FALSE;
    g_autofree char *text = read_line (line, &barred);

    if (line->blank)
      continue;
    add_words (words, text, i);
    if (table->heads->len == 0)
      cut_label (table, words);
    for (guint w = 0; w < words->len; w++)
      if (zb_text_indicator_columns_lookup (g_array_index (words, ZbIndicatorCell, w).text)
          == ZB_INDICATOR_COLUMN_NONE)
        return end;
    for (guint w = 0; w < words->len; w++)
      add_cell (table->heads, g_array_index (words, ZbIndicatorCell, w).text, i);
    lines++;
    table->flat = lines == table->heads->len;
    table->barred = barred;
    end = i + 1;
    if (table->heads->len >= ZB_INDICATOR_MOST_COLUMNS)
      return end;
  }
  return end;
}

/* Whether the head has a name, behind it the kind of target and behind that the target. */
static gboolean
find_columns (ZbIndicatorTable *table) {
  guint names = 0;

  table->cols = table->heads->len;
  for (guint col = 0; col < table->cols; col++) {
    table->kinds[col] = zb_text_indicator_columns_lookup (g_array_index (table->heads, ZbIndicatorCell, col).text);
    if (table->kinds[col] == ZB_INDICATOR_COLUMN_NAME) {
      names++;
      table->name = col;
    }
  }
  return table->cols >= LEAST_COLUMNS && names == 1 && table->name + 2 < table->cols
         && table->kinds[table->name + 1] == ZB_INDICATOR_COLUMN_RELATION
         && table->kinds[table->name + 2] == ZB_INDICATOR_COLUMN_VALUE;
}

static gboolean
ends_table (const ZbTextLine *line, const char *text) {
  gboolean title = FALSE;

  return line->heading_level > 0 || strchr (line->raw, '\t') != NULL
         || g_utf8_strlen (text, -1) > LONGEST_CELL || zb_text_source_is_caption (line, &title);
}

static void
read_cells (const ZbTextSource *source, guint first, ZbIndicatorTable *table) {
  guint blanks = 0;

  for (guint i = first; i < source->lines->len && i - first < MOST_LINES && blanks < MOST_BLANKS; i++) {
    const ZbTextLine *line = zb_text_lines_get (source->lines, i);
    gboolean barred = FALSE;
    g_autofree char *text = read_line (line, &barred);

    if (line->blank) {
      blanks++;
      continue;
    }
    blanks = 0;
    if (line->page_number && !table->flat)
      continue;
    if (ends_table (line, text) || (table->barred && !barred))
      return;
    if (table->flat)
      add_cell (table->cells, text, i);
    else
      add_words (table->cells, text, i);
  }
}

static void
add_head (const ZbIndicatorTable *table, GPtrArray *rows) {
  GPtrArray *row = zb_text_row_new ();

  for (guint i = 0; i < table->labels->len; i++) {
    GPtrArray *label = zb_text_row_new ();

    zb_text_row_add (label, g_array_index (table->labels, ZbIndicatorCell, i).text)->colspan = table->cols;
    g_ptr_array_add (rows, label);
  }
  for (guint col = 0; col < table->cols; col++)
    zb_text_row_add (row, g_array_index (table->heads, ZbIndicatorCell, col).text)->flags
        |= ZB_CELL_COLUMN_INFERRED;
  g_ptr_array_add (rows, row);
}

guint
zb_text_indicator_table_add (ZbTextSource *source, guint first, GPtrArray *rows) {
  g_autoptr (GArray) heads = zb_text_indicator_cells_new (), cells = zb_text_indicator_cells_new (),
                     labels = zb_text_indicator_cells_new ();
  ZbIndicatorTable found = { .heads = heads, .cells = cells, .labels = labels };
  guint before = rows->len, end;

  if (strstr (zb_text_lines_get (source->lines, first)->text, "一级指标") == NULL)
    return first;
  end = read_head (source, first, &found);
  if (!find_columns (&found))
    return first;
  read_cells (source, end, &found);
  add_head (&found, rows);
  end = zb_text_indicator_rows_read (&found, rows, &source->unplaced);
  if (end == 0)
    g_ptr_array_set_size (rows, (int) before);
  return MAX (end, first);
}

guint
zb_text_indicator_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint end = zb_text_indicator_table_add (source, first, rows);

  if (end == first)
    return first;
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? end : first;
}
