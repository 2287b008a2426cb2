/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-table.h"

/* Markdown and tabs have no merged cells. Some programs leave the places that one covers blank, others
 * write its text into each of them:
 *
 *     | 绩效指标 | 产出指标 | 数量指标 | 培训人数 | 20人 | 20人 | 10 | 10 |
 *     | 绩效指标 | 产出指标 | 质量指标 | 合格率   | 95%  | 96%  | 10 | 10 |
 *     | 总分     | 总分     | 总分     | 总分     | 总分 | 总分 | 20 | 20 |
 *
 * Three equal texts side by side show the habit. Values may be equal by chance, labels are not: so
 * texts are merged to the right where the row holds no figures, at its start, or three at a time, and
 * downwards from the left side as long as the column to the left is merged as well. */

/* Columns of labels beyond these are no form any more, and would cost time without end. */
enum { SURE_RUN = 3, LABEL_COLUMNS = 2, MOST_LABEL_COLUMNS = 64 };

/* Whether a text holds a letter and does not begin with a figure, so that it can be a label. */
static gboolean
is_label (const ZbTextCell *cell) {
  gboolean letters = FALSE;

  for (const char *p = cell->text->str; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (p == cell->text->str && (g_unichar_isdigit (character) || character == '-'))
      return FALSE;
    letters = letters || g_unichar_isalpha (character);
  }
  return letters;
}

static gboolean
is_figure (const ZbTextCell *cell) {
  gsize length = strspn (cell->text->str, "0123456789.,%-");

  return length > 0 && cell->text->str[length] == '\0';
}

static gboolean
are_equal (const ZbTextCell *left, const ZbTextCell *right) {
  return right != NULL && is_label (left) && g_string_equal (left->text, right->text);
}

/* The number of cells from @col on that hold the text of the first. */
static guint
measure_run (const GPtrArray *row, guint col) {
  guint length = 1;

  while (are_equal (zb_text_row_get (row, col), zb_text_row_get (row, col + length)))
    length++;
  return length;
}

static gboolean
has_habit (const GPtrArray *rows) {
  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (rows, i);

    for (guint col = 0; col < row->len; col++)
      if (measure_run (row, col) >= SURE_RUN)
        return TRUE;
  }
  return FALSE;
}

static gboolean
has_figures (const GPtrArray *row) {
  for (guint col = 0; col < row->len; col++)
    if (is_figure (zb_text_row_get (row, col)))
      return TRUE;
  return FALSE;
}

/* Makes the first of @count cells cover the others, which leave the row. */
static void
merge_right (GPtrArray *row, guint index, guint count) {
  zb_text_row_get (row, index)->colspan = count;
  if (count > 1)
    g_ptr_array_remove_range (row, index + 1, count - 1);
}

static void
merge_row (GPtrArray *row) {
  gboolean figures = has_figures (row);
  guint col = 0;

  for (guint i = 0; i < row->len; i++) {
    guint run = measure_run (row, i);

    if (run > 1 && (run >= SURE_RUN || !figures || col < LABEL_COLUMNS))
      merge_right (row, i, run);
    col += zb_text_row_get (row, i)->colspan;
  }
}

/* The cell of @row that begins at @col; NULL where none does. */
static ZbTextCell *
lookup_at (const GPtrArray *row, guint col, guint *index) {
  guint place = 0;

  for (*index = 0; *index < row->len && place < col; (*index)++)
    place += zb_text_row_get (row, *index)->colspan;
  return place == col ? zb_text_row_get (row, *index) : NULL;
}

/* Merges @first at @row with the equal cells below it, within @end rows; gives back their number. */
static guint
merge_down (const GPtrArray *rows, guint row, guint end, guint col, ZbTextCell *first) {
  guint index = 0, count = 1;

  for (; row + count < end; count++) {
    ZbTextCell *below = lookup_at (g_ptr_array_index (rows, row + count), col, &index);

    if (below == NULL || below->colspan != first->colspan || !are_equal (first, below))
      break;
    below->covered = TRUE;
  }
  first->rowspan = count;
  return count;
}

/* Merges downwards what begins in the column @col of the rows from @first to before @end, then what
 * stands to the right of each merged cell. */
static void
merge_block (const GPtrArray *rows, guint first, guint end, guint col) {
  for (guint row = first; row < end;) {
    guint index = 0, count = 1;
    ZbTextCell *cell = lookup_at (g_ptr_array_index (rows, row), col, &index);

    if (cell != NULL && !cell->covered)
      count = merge_down (rows, row, end, col, cell);
    if (count > 1 && col < MOST_LABEL_COLUMNS)
      merge_block (rows, row, row + count, col + cell->colspan);
    row += count;
  }
}

void
zb_text_repeated_merge (GPtrArray *rows) {
  if (!has_habit (rows))
    return;
  for (guint i = 0; i < rows->len; i++)
    merge_row (g_ptr_array_index (rows, i));
  merge_block (rows, 0, rows->len, 0);
}
