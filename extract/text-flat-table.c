/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-flat-form.h"
#include "text-flat-row.h"
#include "text-fold.h"
#include "text-form-words.h"
#include "text-paragraphs.h"
#include "text-table.h"

/* A self-evaluation form whose rulings were lost, so that its cells run together:
 *
 *     年度资金总额 年初预算数           words of a header, some cut over several lines
 *     全年预算
 *     数
 *     合计 12.5 13                      values of one row, cut over lines
 *     13 10 100% 10其中：当年财政拨款 12.5 13
 *     预期目标 实际完成情况
 *     …                                 two columns of prose, one after the other
 *     一级指标 二级指标 三级指标 …
 *     产出
 *     指标
 *     (50分)
 *     数量指标
 *     走访户数 10 户 10 5 5             name, target, actual, weight, score
 *     总分 100 96
 *
 * The words that such forms print are known (form-words.tsv), so the stream of words is read in
 * four steps, head, goals, indicators, total, into a grid of the nine columns of the printed form.
 * No column is certain: every cell says ZB_CELL_COLUMN_INFERRED. */

#define MOST_LINES 1000 /* a form has some hundreds with its goals */
#define FIRST_VALUE 3   /* column of 年初预算数 */
#define GOAL_ACTUAL 5   /* column of 实际完成情况 */
#define SECOND_LABEL 5  /* column of 实施单位 */

static gboolean
is_header_start (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return g_str_equal (folded, "绩效指标") || g_str_equal (folded, "一级指标");
}

/* Whether the table of indicators begins at @index. */
static gboolean
at_indicators (const ZbTextFlatForm *form, guint index) {
  ZbFormWord kind;
  guint count = zb_text_flat_form_match (form, index, &kind);
  g_autofree char *word = zb_text_flat_form_join (form, index, index + count);

  return kind == ZB_FORM_WORD_HEADER && is_header_start (word);
}

/* ── head: who reports, and the block of funds ── */

static gboolean
is_rate (const char *text) {
  return g_str_has_prefix (text, "执行率") || g_str_has_prefix (text, "预算执行率");
}

/* The values behind a label of the block of funds. A percentage stands under 执行率, whatever is
 * missing before it. */
static void
read_fund_values (ZbTextFlatForm *form, GPtrArray *row, guint rate_col) {
  guint col = FIRST_VALUE;

  while (zb_text_flat_form_get (form, form->at) != NULL
         && zb_text_flat_row_is_value (zb_text_flat_form_get (form, form->at)->text)) {
    const char *text = zb_text_flat_form_get (form, form->at++)->text;

    if (rate_col > 0 && col < rate_col && g_str_has_suffix (text, "%"))
      col = rate_col;
    zb_text_flat_form_set (row, col++, text, ZB_CELL_JOINED);
  }
}

/* Whether @form is at the label of a second pair on the line of the first: 主管部门 甲局 实施单位 乙馆. */
static gboolean
at_second_label (const ZbTextFlatForm *form, const GPtrArray *row) {
  const ZbTextFlatWord *word = zb_text_flat_form_get (form, form->at);

  return row != NULL && zb_text_row_get (row, 1)->text->len > 0
         && zb_text_row_get (row, SECOND_LABEL)->text->len == 0
         && zb_text_form_words_lookup (word->text) == ZB_FORM_WORD_LABEL;
}

/* Whether @text on a line of its own is the name that the label of @row, 项目名称, asks for. */
static gboolean
is_name (const GPtrArray *row, const char *text) {
  static const char *const LABELS[] = { "名称", "部门", "单位", "代码", ":" };
  g_autofree char *label = row != NULL ? zb_text_fold (zb_text_row_get (row, 0)->text->str) : NULL;
  g_autofree char *folded = zb_text_fold (text);

  if (label == NULL || !g_str_has_suffix (label, "名称") || zb_text_row_get (row, 1)->text->len > 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    if (g_str_has_suffix (folded, LABELS[i]))
      return FALSE;
  return TRUE;
}

static void
read_label (ZbTextFlatForm *form, GPtrArray **row) {
  const ZbTextFlatWord *word = zb_text_flat_form_get (form, form->at), *before = NULL;
  gboolean same_line;

  if (form->at > 0)
    before = zb_text_flat_form_get (form, form->at - 1);
  same_line = *row != NULL && before != NULL && before->line == word->line;
  if (*row != NULL && (g_str_has_prefix (word->text, "（") || word->text[0] == '('))
    zb_text_flat_form_set (*row, 0, word->text, ZB_CELL_JOINED);
  else if (same_line && at_second_label (form, *row))
    zb_text_flat_form_set (*row, SECOND_LABEL, word->text, 0);
  else if (is_name (*row, word->text))
    zb_text_flat_form_set (*row, 1, word->text, 0);
  else if (same_line)
    zb_text_flat_form_set (
        *row, zb_text_row_get (*row, SECOND_LABEL)->text->len > 0 ? SECOND_LABEL + 1 : 1, word->text, 0);
  else
    zb_text_flat_form_set (*row = zb_text_flat_form_add_row (form), 0, word->text, 0);
  form->at++;
}

static void
read_head (ZbTextFlatForm *form) {
  GPtrArray *row = NULL;
  guint col = FIRST_VALUE, rate_col = 0;

  while (zb_text_flat_form_get (form, form->at) != NULL && !at_indicators (form, form->at)) {
    ZbFormWord kind;
    guint count = zb_text_flat_form_match (form, form->at, &kind);
    g_autofree char *text = zb_text_flat_form_join (form, form->at, form->at + count);

    if (kind == ZB_FORM_WORD_GOAL)
      return;
    if (kind != ZB_FORM_WORD_FUND && kind != ZB_FORM_WORD_HEADER) {
      read_label (form, &row);
      continue;
    }
    form->at += count;
    if (kind == ZB_FORM_WORD_HEADER) {
      if (row == NULL)
        row = zb_text_flat_form_add_row (form);
      if (is_rate (text))
        rate_col = col;
      zb_text_flat_form_set (row, col++, text, count > 1 ? ZB_CELL_JOINED : 0);
      continue;
    }
    if (row == NULL || col > FIRST_VALUE)
      row = zb_text_flat_form_add_row (form);
    zb_text_flat_form_set (row, 1, text, 0);
    read_fund_values (form, row, rate_col);
  }
}

/* ── goals: two columns of prose ── */

static guint
widest_line (const ZbTextFlatForm *form, guint first, guint end) {
  guint widest = 0;

  for (guint line = first; line < end; line++)
    widest = MAX (widest, zb_text_lines_get (form->source->lines, line)->width);
  return widest;
}

/* How strongly the prose changes at @line: in its usual width, and where numbers start again. */
static guint
measure_change (const ZbTextFlatForm *form, guint line, guint first, guint end) {
  guint before = widest_line (form, line > first + 12 ? line - 12 : first, line);
  guint after = widest_line (form, line, MIN (line + 12, end));
  g_autofree char *text = zb_text_trim (zb_text_lines_get (form->source->lines, line)->text);
  gboolean starts_again = g_str_has_prefix (text, "1.") || g_str_has_prefix (text, "1、")
                          || g_str_has_prefix (text, "一、");

  return (before > after ? before - after : after - before) + (starts_again ? 4 : 0);
}

static gboolean
ends_sentence (const ZbTextFlatWord *word) {
  return g_str_has_suffix (word->text, "。") || g_str_has_suffix (word->text, "；");
}

/* Where both goals are on one line: the word behind the only sentence that ends within it; else @end. */
static guint
find_second_sentence (const ZbTextFlatForm *form, guint first, guint end) {
  guint found = end;

  if (zb_text_flat_form_get (form, first)->line != zb_text_flat_form_get (form, end - 1)->line)
    return end;
  for (guint i = first + 1; i < end; i++) {
    if (!ends_sentence (zb_text_flat_form_get (form, i - 1)))
      continue;
    if (found < end)
      return end;
    found = i;
  }
  return found;
}

/* The word between @first and @end where the second column of prose begins: at a line behind a
 * full stop, where the prose changes most. @end where no line qualifies. */
static guint
find_second_goal (const ZbTextFlatForm *form, guint first, guint end) {
  guint best = find_second_sentence (form, first, end), best_change = 3;
  guint first_line = zb_text_flat_form_get (form, first)->line,
        end_line = zb_text_flat_form_get (form, end - 1)->line + 1;

  for (guint i = first + 1; i < end; i++) {
    const ZbTextFlatWord *word = zb_text_flat_form_get (form, i),
                         *before = zb_text_flat_form_get (form, i - 1);
    guint change;

    if (word->line == before->line || !ends_sentence (before))
      continue;
    change = measure_change (form, word->line, first_line, end_line);
    if (change > best_change) {
      best = i;
      best_change = change;
    }
  }
  return best;
}

/* Adds the words from @first to @end to one cell, line by line. */
static void
set_prose (const ZbTextFlatForm *form, GPtrArray *row, guint col, guint first, guint end) {
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = first; i < end; i++) {
    const ZbTextFlatWord *word = zb_text_flat_form_get (form, i);

    if (line->len > 0)
      g_string_append_c (line, ' ');
    g_string_append (line, word->text);
    if (i + 1 < end && zb_text_flat_form_get (form, i + 1)->line == word->line)
      continue;
    zb_text_flat_form_set (row, col, line->str, 0);
    g_string_truncate (line, 0);
  }
}

static void
read_goals (ZbTextFlatForm *form) {
  GPtrArray *row = NULL;
  ZbFormWord kind;
  guint count, first, second, col = 0;

  while ((count = zb_text_flat_form_match (form, form->at, &kind)) > 0
         && kind == ZB_FORM_WORD_GOAL) {
    g_autofree char *text = zb_text_flat_form_join (form, form->at, form->at + count);

    if (row == NULL)
      row = zb_text_flat_form_add_row (form);
    zb_text_flat_form_set (row, col, text, count > 1 ? ZB_CELL_JOINED : 0);
    col = col == 0 ? 1 : GOAL_ACTUAL;
    form->at += count;
  }
  first = form->at;
  while (zb_text_flat_form_get (form, form->at) != NULL && !at_indicators (form, form->at))
    form->at++;
  if (row == NULL || first == form->at)
    return;
  second = find_second_goal (form, first, form->at);
  row = zb_text_flat_form_add_row (form);
  set_prose (form, row, 1, first, second);
  set_prose (form, row, GOAL_ACTUAL, second, form->at);
}

/* ── finding it ── */

static gboolean
is_table_title (const GPtrArray *lines, guint first) {
  while (first > 0) {
    const ZbTextLine *line = zb_text_lines_get (lines, --first);
    g_autofree char *folded = NULL;

    if (line->blank)
      continue;
    folded = line->width <= 120 ? zb_text_fold (line->text) : NULL;
    return folded != NULL && strchr (line->text, '\t') == NULL && g_str_has_suffix (folded, "表");
  }
  return FALSE;
}

/* The line after the words of the form: behind the line of the total, or where something else begins. A table with a
 * column for the kind of target goes into @indicators. *@behind is the line after all of it; it stays what it is where
 * there are no indicators. */
static guint
find_end (ZbTextSource *source, guint first, GPtrArray *indicators, guint *behind) {
  const GPtrArray *lines = source->lines;
  guint line = first;
  guint seen = 0;

  for (; line < lines->len && line - first < MOST_LINES; line++) {
    const ZbTextLine *text = zb_text_lines_get (lines, line);
    g_autofree char *folded = text->width <= 200 ? zb_text_fold (text->text) : g_strdup ("");
    guint end;

    if (strchr (text->text, '\t') != NULL || strchr (text->text, '|') != NULL
        || text->heading_level > 0 || zb_text_paragraphs_is_remark (text->text)
        || g_str_has_prefix (folded, "附件") || g_str_has_suffix (folded, "表"))
      break;
    end = zb_text_indicator_table_add (source, line, indicators);
    if (end > line) {
      *behind = end;
      return line;
    }
    seen |= strstr (folded, "一级指标") != NULL ? 1 : 0;
    seen |= strstr (folded, "三级指标") != NULL ? 2 : 0;
    if (seen == 3 && g_str_has_prefix (folded, "总分")) {
      line++;
      break;
    }
  }
  if (seen == 3)
    *behind = line;
  return line;
}

static void
read_form (ZbTextFlatForm *form) {
  read_head (form);
  zb_text_flat_funds_place (form->rows);
  read_goals (form);
  zb_text_flat_indicators_read (form);
}

guint
zb_text_flat_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (ZbTextFlatWord));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) name = g_string_new (NULL);
  ZbTextFlatForm form = { .source = source, .words = words, .rows = rows, .name = name };
  guint end, behind = first;

  if (zb_text_lines_get (source->lines, first)->blank || !is_table_title (source->lines, first))
    return first;
  end = find_end (source, first, indicators, &behind);
  if (behind == first)
    return first;
  g_array_set_clear_func (words, zb_text_flat_form_clear_word);
  for (guint line = first; line < end; line++)
    if (!zb_text_lines_get (source->lines, line)->page_number)
      zb_text_flat_form_split (&form, line);
  read_form (&form);
  if (rows->len == 0)
    return first;
  for (guint i = 0; i < indicators->len; i++)
    g_ptr_array_add (rows, g_ptr_array_ref (g_ptr_array_index (indicators, i)));
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? behind : first;
}
