/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-form-rows.h"

#include "text-flat-row.h"
#include "text-fold.h"
#include "text-form-words.h"

/* The rows of a form as a web page or a Word file holds them: a merged cell stands in its first row
 * alone, and once, however wide it is.
 *
 *     项目资金 |            | 年初预算数 | 全年预算数 | …
 *     年度资金总额 | 100 | 120                          begins under the blank
 *     年度总体目标 | 预期目标 | 实际完成情况
 *     完成任务。 | 已完成。                              begins under 预期目标
 *     绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
 *     产出指标 | 数量指标 | 培训人数 | 20人 | 20人 | 10 | 10
 *     培训次数 | 2次 | 2次 | 10 | 10                     begins under 三级指标
 *     总分 | 100 | 98                                    covers all before 分值
 */

static gboolean
find_word (const GPtrArray *row, const char *const *words, guint *col) {
  for (guint i = 0; i < row->len; i++) {
    g_autofree char *folded = zb_text_fold (zb_text_row_get (row, i)->text->str);

    if (g_strv_contains (words, folded)) {
      *col = i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
zb_text_form_columns_read (ZbTextFormColumns *columns, const GPtrArray *row) {
  static const char *const LEVEL1[] = { "一级指标", NULL }, *const LEVEL2[] = { "二级指标", NULL },
                           *const LEVEL3[] = { "三级指标", NULL };
  static const char *const WEIGHT[] = { "分值", "权重", "指标权重", "标准分值", "标准分", NULL };

  return find_word (row, LEVEL1, &columns->level1) && find_word (row, LEVEL2, &columns->level2)
         && find_word (row, LEVEL3, &columns->level3) && find_word (row, WEIGHT, &columns->weight)
         && columns->level1 < columns->level2 && columns->level2 < columns->level3
         && columns->level3 + 2 < columns->weight;
}

static ZbFormWord
kind_at (const GPtrArray *row, guint col) {
  const ZbTextCell *cell = zb_text_row_get (row, col);

  return cell != NULL ? zb_text_form_words_lookup (cell->text->str) : ZB_FORM_WORD_NONE;
}

/* Whether weight and score stand in their columns when the row is moved @indent columns. */
static gboolean
has_scores (const GPtrArray *row, const ZbTextFormColumns *columns, guint indent) {
  for (guint i = 0; i < 2; i++) {
    const ZbTextCell *cell = zb_text_row_get (row, columns->weight - indent + i);

    if (cell == NULL || !zb_text_flat_row_is_number (cell->text->str))
      return FALSE;
  }
  return TRUE;
}

static void
indent_indicator (GPtrArray *row, const ZbTextFormColumns *columns, guint missing) {
  const guint starts[] = { columns->level1, columns->level2, columns->level3 };
  ZbFormWord kind = kind_at (row, 0);
  guint known = kind == ZB_FORM_WORD_LEVEL1   ? columns->level1
                : kind == ZB_FORM_WORD_LEVEL2 ? columns->level2
                                              : 0;

  if (has_scores (row, columns, 0))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (starts[i] > 0 && starts[i] <= missing && has_scores (row, columns, starts[i])) {
      zb_text_row_indent (row, starts[i]);
      return;
    }
  if (known > 0 && known <= missing)
    zb_text_row_indent (row, known);
}

static void
widen_total (GPtrArray *row, const ZbTextFormColumns *columns, guint missing) {
  guint before = columns->weight - 1;

  for (guint wider = MIN (missing, before); wider > 0; wider--)
    if (has_scores (row, columns, wider)) {
      zb_text_row_get (row, 0)->colspan += wider;
      return;
    }
}

/* Puts what follows @head, a row with words of @kind from @col on, under @col. */
static void
indent_under (GPtrArray *row, const GPtrArray *head, guint col) {
  if (row->len > 0 && row->len + col <= head->len)
    zb_text_row_indent (row, col);
}

/* The column of the first word of @kind in @row; 0 where it is the first cell, or there is none. */
static guint
find_kind (const GPtrArray *row, ZbFormWord kind) {
  for (guint col = 0; col < row->len; col++)
    if (kind_at (row, col) == kind && (kind != ZB_FORM_WORD_GOAL || col > 0))
      return col;
  return 0;
}

/* The rows above the indicators: amounts under their heads, goals under theirs. */
static void
indent_head (const GPtrArray *rows, guint end) {
  const GPtrArray *money = NULL, *goals = NULL;

  for (guint i = 0; i < end; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);

    if (goals != NULL) {
      indent_under (row, goals, find_kind (goals, ZB_FORM_WORD_GOAL));
      goals = NULL;
    } else if (money != NULL && kind_at (row, 0) == ZB_FORM_WORD_FUND) {
      indent_under (row, money, find_kind (money, ZB_FORM_WORD_HEADER) - 1);
    } else if (kind_at (row, 0) == ZB_FORM_WORD_GOAL && kind_at (row, 1) == ZB_FORM_WORD_GOAL) {
      goals = row;
    } else if (find_kind (row, ZB_FORM_WORD_HEADER) > 1) {
      money = row;
    }
  }
}

void
zb_text_form_rows_indent (GPtrArray *rows) {
  ZbTextFormColumns columns;
  const GPtrArray *head = NULL;

  for (guint i = 0; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);

    if (zb_text_form_columns_read (&columns, row)) {
      if (head == NULL)
        indent_head (rows, i);
      head = row;
    } else if (head != NULL && row->len > 0 && row->len < head->len
               && zb_text_row_measure (row) == row->len) {
      guint missing = head->len - row->len;

      if (kind_at (row, 0) == ZB_FORM_WORD_TOTAL)
        widen_total (row, &columns, missing);
      else
        indent_indicator (row, &columns, missing);
    }
  }
}
