/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-flat-row.h"
#include "text-fold.h"
#include "text-form-rows.h"
#include "text-form-words.h"

/* Rows of an indicator table that stand beside their columns. A recogniser that loses a merged
 * cell writes one cell too few or too many:
 *
 *     一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 *              | 时效指标 | 完成时间 | 6月前      | 5月        | 5    | 5    |
 *              |          | 时效指标 | 完成时间   | 6月前      | 5月  | 5    | 5     one too many
 *     办会费用 |          | 3 万     | 2.9 万     | 2          | 2    |      |       one too few
 *
 * Weight and score, two plain numbers side by side, show it; the rest of the row moves with them.
 */

static gboolean
is_number_at (const GPtrArray *row, guint col) {
  const ZbTextCell *cell = zb_text_row_get (row, col);

  return cell != NULL && zb_text_flat_row_is_number (cell->text->str);
}

static gboolean
is_blank_at (const GPtrArray *row, guint col) {
  const ZbTextCell *cell = zb_text_row_get (row, col);

  return cell == NULL || cell->text->len == 0;
}

static gboolean
is_blank_between (const GPtrArray *row, guint first, guint end) {
  for (guint col = first; col < end; col++)
    if (!is_blank_at (row, col))
      return FALSE;
  return TRUE;
}

static void
swap_cells (GPtrArray *row, guint left, guint right) {
  ZbTextCell *cells[2] = { zb_text_row_get (row, left), zb_text_row_get (row, right) };

  for (guint i = 0; i < 2; i++)
    if (cells[i]->text->len > 0)
      cells[i]->flags |= ZB_CELL_COLUMN_INFERRED;
  row->pdata[left] = cells[1];
  row->pdata[right] = cells[0];
}

/* Moves the cells from @from on by one place to the left or right into the blank one there. */
static void
move_cells (GPtrArray *row, guint from, gboolean left) {
  gpointer blank = g_ptr_array_steal_index (row, left ? from - 1 : row->len - 1);

  g_ptr_array_insert (row, left ? -1 : (gint) from, blank);
  for (guint col = left ? from - 1 : from + 1; col < row->len; col++)
    if (!is_blank_at (row, col))
      zb_text_row_get (row, col)->flags |= ZB_CELL_COLUMN_INFERRED;
}

static gboolean
is_total_at (const GPtrArray *row, guint col) {
  const ZbTextCell *cell = zb_text_row_get (row, col);

  return cell != NULL && zb_text_form_words_lookup (cell->text->str) == ZB_FORM_WORD_TOTAL;
}

static void
align_total (GPtrArray *row, const ZbTextFormColumns *columns) {
  guint weight = columns->weight;

  if (is_blank_at (row, 0)) {
    if (is_blank_between (row, 2, weight + 1) && is_number_at (row, weight + 1))
      move_cells (row, 1, TRUE);
  } else if (is_blank_between (row, 1, weight - 1) && is_number_at (row, weight - 1)
             && is_number_at (row, weight) && is_blank_between (row, weight + 1, row->len)
             && row->len > weight + 1) {
    move_cells (row, weight - 1, FALSE);
  }
}

static void
align_values (GPtrArray *row, const ZbTextFormColumns *columns) {
  guint weight = columns->weight;

  if (is_number_at (row, weight) && is_number_at (row, weight + 1)
      && !is_number_at (row, weight + 2))
    return;
  if (columns->level1 > 0 && is_number_at (row, weight + 1) && is_number_at (row, weight + 2)
      && !is_number_at (row, weight) && is_blank_between (row, 0, columns->level2)) {
    move_cells (row, 1, TRUE);
  } else if (columns->level1 > 0 && is_number_at (row, weight - 1) && is_number_at (row, weight)
             && !is_blank_at (row, 0) && is_blank_between (row, 1, columns->level3)
             && !is_blank_at (row, columns->level3) && row->len > weight + 1
             && is_blank_between (row, weight + 1, row->len)) {
    move_cells (row, columns->level3, FALSE);
    swap_cells (row, 0, columns->level3);
  }
}

static gboolean
is_level (const GPtrArray *row, guint col, ZbFormWord level) {
  const ZbTextCell *cell = zb_text_row_get (row, col);
  g_autofree char *folded = cell != NULL ? zb_text_fold (cell->text->str) : NULL;
  ZbFormWord kind = cell != NULL ? zb_text_form_words_lookup (cell->text->str) : ZB_FORM_WORD_NONE;

  /* 成本指标 with a weight is a first level. */
  if (kind == ZB_FORM_WORD_LEVEL2 && g_str_has_suffix (folded, "分)"))
    kind = ZB_FORM_WORD_LEVEL1;
  return kind == level;
}

/* A known level word in the column beside its own. */
static void
align_levels (GPtrArray *row, const ZbTextFormColumns *columns) {
  if (columns->level1 > 0 && is_blank_at (row, columns->level1)
      && is_level (row, 0, ZB_FORM_WORD_LEVEL1))
    swap_cells (row, 0, columns->level1);
  if (!is_blank_at (row, columns->level2))
    return;
  if (is_level (row, columns->level1, ZB_FORM_WORD_LEVEL2))
    swap_cells (row, columns->level1, columns->level2);
  else if (is_level (row, columns->level3, ZB_FORM_WORD_LEVEL2))
    swap_cells (row, columns->level3, columns->level2);
}

gboolean
zb_text_form_align (GPtrArray *rows) {
  ZbTextFormColumns columns;
  gboolean known = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);

    if (zb_text_form_columns_read (&columns, row)) {
      known = TRUE;
      continue;
    }
    if (!known || row->len <= columns.weight)
      continue;
    if (is_total_at (row, 0) || (is_blank_at (row, 0) && is_total_at (row, 1))) {
      align_total (row, &columns);
      continue;
    }
    align_values (row, &columns);
    align_levels (row, &columns);
  }
  return known;
}
