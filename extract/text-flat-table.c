/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

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
 * The words that such forms print are known (text-form-words.c), so the stream of words is read in
 * four steps, head, goals, indicators, total, into a grid of the nine columns of the printed form.
 * No column is certain: every cell says ZB_CELL_COLUMN_INFERRED. */

#define COLS 9
#define MOST_LINES 1000 /* a form has some hundreds with its goals */
#define MOST_PIECES 8   /* 绩 / 效 / 指 / 标 and a weight */
#define FIRST_VALUE 3   /* column of 年初预算数 */
#define GOAL_ACTUAL 5   /* column of 实际完成情况 */

enum { COL_LEVEL1 = 1, COL_LEVEL2, COL_NAME, COL_TARGET, COL_ACTUAL, COL_WEIGHT, COL_SCORE, COL_DEVIATION };

typedef struct {
  char *text;
  guint line; /* of the source */
} Word;

typedef struct {
  ZbTextSource *source;
  GArray *words; /* Word */
  GPtrArray *rows;
  guint at;      /* the word to read next */
  GString *name; /* pieces of a name whose values are still to come */
  guint pieces;
  char *level1, *level2; /* to be printed in the next row; owned */
} FlatForm;

static void
word_clear (gpointer data) {
  g_free (((Word *) data)->text);
}

static const Word *
get_word (const FlatForm *form, guint index) {
  return index < form->words->len ? &g_array_index (form->words, Word, index) : NULL;
}

static void
add_word (FlatForm *form, char *take_text, guint line) {
  Word word = { take_text, line };

  g_array_append_val (form->words, word);
}

/* 10其中：当年财政拨款: the last value of a row glued to the label of the next. */
static gsize
measure_glued_value (const char *text) {
  gsize length = strspn (text, "0123456789.%");

  return length > 0 && zb_text_form_words_lookup (text + length) == ZB_FORM_WORD_FUND ? length : 0;
}

static void
split_words (FlatForm *form, guint line) {
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

/* The longest run of words from @index on that spells a known one; 0 for none. */
static guint
match_word (const FlatForm *form, guint index, ZbFormWord *kind) {
  g_autoptr (GString) joined = g_string_new (NULL);
  guint best = 0;

  *kind = ZB_FORM_WORD_NONE;
  for (guint i = 0; i < MOST_PIECES && get_word (form, index + i) != NULL; i++) {
    ZbFormWord found;

    g_string_append (joined, get_word (form, index + i)->text);
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

static char *
join_pieces (const FlatForm *form, guint first, guint end) {
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    zb_text_append_line (joined, get_word (form, i)->text);
  return g_string_free (joined, FALSE);
}

static GPtrArray *
add_row (FlatForm *form) {
  GPtrArray *row = zb_text_row_new ();

  while (row->len < COLS)
    zb_text_row_add (row, "");
  g_ptr_array_add (form->rows, row);
  return row;
}

static void
set_cell (GPtrArray *row, guint col, const char *text, ZbCellFlags flags) {
  ZbTextCell *cell;

  while (row->len <= col)
    zb_text_row_add (row, "");
  cell = zb_text_row_get (row, col);
  if (text == NULL || *text == '\0')
    return;
  zb_text_cell_append (cell, text);
  cell->flags |= flags | ZB_CELL_COLUMN_INFERRED;
}

static gboolean
is_header_start (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return g_str_equal (folded, "绩效指标") || g_str_equal (folded, "一级指标");
}

/* Whether the table of indicators begins at @index. */
static gboolean
at_indicators (const FlatForm *form, guint index) {
  ZbFormWord kind;
  guint count = match_word (form, index, &kind);
  g_autofree char *word = join_pieces (form, index, index + count);

  return kind == ZB_FORM_WORD_HEADER && is_header_start (word);
}

/* ── head: who reports, and the block of funds ── */

/* The values behind a label of the block of funds. A percentage stands under 执行率, whatever is
 * missing before it. */
static void
read_fund_values (FlatForm *form, GPtrArray *row, guint rate_col) {
  guint col = FIRST_VALUE;

  while (get_word (form, form->at) != NULL
         && zb_text_flat_row_is_value (get_word (form, form->at)->text)) {
    const char *text = get_word (form, form->at++)->text;

    if (rate_col > 0 && col < rate_col && g_str_has_suffix (text, "%"))
      col = rate_col;
    set_cell (row, col++, text, ZB_CELL_JOINED);
  }
}

static void
read_label (FlatForm *form, GPtrArray **row) {
  const Word *word = get_word (form, form->at), *before = NULL;

  if (form->at > 0)
    before = get_word (form, form->at - 1);
  if (*row != NULL && (g_str_has_prefix (word->text, "（") || word->text[0] == '('))
    set_cell (*row, 0, word->text, ZB_CELL_JOINED);
  else if (*row != NULL && before != NULL && before->line == word->line)
    set_cell (*row, 1, word->text, 0);
  else
    set_cell (*row = add_row (form), 0, word->text, 0);
  form->at++;
}

static void
read_head (FlatForm *form) {
  GPtrArray *row = NULL;
  guint col = FIRST_VALUE, rate_col = 0;

  while (get_word (form, form->at) != NULL && !at_indicators (form, form->at)) {
    ZbFormWord kind;
    guint count = match_word (form, form->at, &kind);
    g_autofree char *text = join_pieces (form, form->at, form->at + count);

    if (kind == ZB_FORM_WORD_GOAL)
      return;
    if (kind != ZB_FORM_WORD_FUND && kind != ZB_FORM_WORD_HEADER) {
      read_label (form, &row);
      continue;
    }
    form->at += count;
    if (kind == ZB_FORM_WORD_HEADER) {
      if (row == NULL)
        row = add_row (form);
      if (g_str_equal (text, "执行率"))
        rate_col = col;
      set_cell (row, col++, text, count > 1 ? ZB_CELL_JOINED : 0);
      continue;
    }
    if (row == NULL || col > FIRST_VALUE)
      row = add_row (form);
    set_cell (row, 1, text, 0);
    read_fund_values (form, row, rate_col);
  }
}

/* ── goals: two columns of prose ── */

static guint
widest_line (const FlatForm *form, guint first, guint end) {
  guint widest = 0;

  for (guint line = first; line < end; line++)
    widest = MAX (widest, zb_text_lines_get (form->source->lines, line)->width);
  return widest;
}

/* The line where the second column of prose begins: behind a full stop, where the usual width
 * changes most or the numbering starts again. @end where no line qualifies. */
static guint
find_second_goal (const FlatForm *form, guint first, guint end) {
  guint best = end, best_score = 3;
  gboolean stopped = FALSE;

  for (guint line = first; line < end; line++) {
    const ZbTextLine *text = zb_text_lines_get (form->source->lines, line);
    g_autofree char *trimmed = zb_text_trim (text->text);
    guint before, after, score;

    if (*trimmed == '\0')
      continue;
    if (stopped) {
      before = widest_line (form, line > first + 12 ? line - 12 : first, line);
      after = widest_line (form, line, MIN (line + 12, end));
      score = before > after ? before - after : after - before;
      score += g_str_has_prefix (trimmed, "1.") || g_str_has_prefix (trimmed, "1、")
                       || g_str_has_prefix (trimmed, "一、")
                   ? 4
                   : 0;
      if (score > best_score) {
        best = line;
        best_score = score;
      }
    }
    stopped = g_str_has_suffix (trimmed, "。") || g_str_has_suffix (trimmed, "；");
  }
  return best;
}

static void
set_prose (const FlatForm *form, GPtrArray *row, guint col, guint first, guint end) {
  for (guint line = first; line < end; line++) {
    const ZbTextLine *text = zb_text_lines_get (form->source->lines, line);

    if (!text->page_number)
      set_cell (row, col, text->text, 0);
  }
}

static void
read_goals (FlatForm *form) {
  GPtrArray *row = NULL;
  ZbFormWord kind;
  guint count, first, end, second, col = 0;

  while ((count = match_word (form, form->at, &kind)) > 0 && kind == ZB_FORM_WORD_GOAL) {
    g_autofree char *text = join_pieces (form, form->at, form->at + count);

    if (row == NULL)
      row = add_row (form);
    set_cell (row, col, text, count > 1 ? ZB_CELL_JOINED : 0);
    col = col == 0 ? 1 : GOAL_ACTUAL;
    form->at += count;
  }
  if (row == NULL || get_word (form, form->at) == NULL)
    return;
  first = get_word (form, form->at)->line;
  while (get_word (form, form->at) != NULL && !at_indicators (form, form->at))
    form->at++;
  end = get_word (form, form->at) != NULL ? get_word (form, form->at)->line
                                          : get_word (form, form->words->len - 1)->line + 1;
  second = find_second_goal (form, first, end);
  row = add_row (form);
  set_prose (form, row, 1, first, second);
  set_prose (form, row, GOAL_ACTUAL, second, end);
}

/* ── indicators ── */

static void
read_indicator_header (FlatForm *form) {
  GPtrArray *row = add_row (form);
  ZbFormWord kind;
  guint count, col = 0;

  while ((count = match_word (form, form->at, &kind)) > 0 && kind == ZB_FORM_WORD_HEADER) {
    g_autofree char *text = join_pieces (form, form->at, form->at + count);

    if (col == 0 && g_str_equal (text, "一级指标"))
      col = 1;
    set_cell (row, col++, text, count > 1 ? ZB_CELL_JOINED : 0);
    form->at += count;
  }
}

/* Ends the row: its level words and the pieces of its name, then the values of @values. */
static void
finish_row (FlatForm *form, const ZbTextFlatRow *values) {
  GPtrArray *row;
  ZbCellFlags joined = form->pieces > 1 ? ZB_CELL_JOINED : 0;

  if (values == NULL && form->name->len == 0 && form->level1 == NULL && form->level2 == NULL)
    return;
  row = add_row (form);
  set_cell (row, COL_LEVEL1, form->level1, 0);
  set_cell (row, COL_LEVEL2, form->level2, 0);
  set_cell (row, COL_NAME, form->name->str, joined);
  if (values != NULL) {
    set_cell (row, COL_TARGET, values->target, 0);
    set_cell (row, COL_ACTUAL, values->actual, 0);
    set_cell (row, COL_WEIGHT, values->weight, 0);
    set_cell (row, COL_SCORE, values->score, 0);
    set_cell (row, COL_DEVIATION, values->deviation, 0);
  }
  g_clear_pointer (&form->level1, g_free);
  g_clear_pointer (&form->level2, g_free);
  g_string_truncate (form->name, 0);
  form->pieces = 0;
}

/* 成本指标 is a first level where a weight or a kind of cost stands with it, else a second. */
static gboolean
is_first_level (const FlatForm *form, ZbFormWord kind, guint count, const char *text) {
  g_autofree char *folded = zb_text_fold (text), *next = NULL;
  ZbFormWord next_kind;
  guint next_count;

  if (kind == ZB_FORM_WORD_LEVEL1 || !g_str_has_prefix (folded, "成本指标"))
    return kind == ZB_FORM_WORD_LEVEL1;
  next_count = match_word (form, form->at + count, &next_kind);
  next = join_pieces (form, form->at + count, form->at + count + next_count);
  return g_str_has_suffix (folded, "分)")
         || (next_kind == ZB_FORM_WORD_LEVEL2 && g_str_has_suffix (next, "成本指标"));
}

static void
take_level (FlatForm *form, ZbFormWord kind, guint count) {
  g_autofree char *text = join_pieces (form, form->at, form->at + count);
  gboolean first = is_first_level (form, kind, count, text);

  if (form->name->len > 0 || (first ? form->level1 != NULL : form->level2 != NULL))
    finish_row (form, NULL);
  *(first ? &form->level1 : &form->level2) = g_steal_pointer (&text);
  form->at += count;
}

/* Reads the rest of the line at the current word. */
static void
take_indicator_line (FlatForm *form) {
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (ZbTextFlatRow) row = { 0 };
  guint line = get_word (form, form->at)->line;

  for (; get_word (form, form->at) != NULL && get_word (form, form->at)->line == line; form->at++)
    g_ptr_array_add (words, get_word (form, form->at)->text);
  if (zb_text_flat_row_parse ((const char *const *) words->pdata, words->len, &row)) {
    if (row.name != NULL) {
      zb_text_append_line (form->name, row.name);
      form->pieces++;
    }
    finish_row (form, &row);
    return;
  }
  for (guint i = 0; i < words->len; i++)
    zb_text_append_line (form->name, g_ptr_array_index (words, i));
  form->pieces++;
}

static void
read_indicators (FlatForm *form) {
  while (get_word (form, form->at) != NULL) {
    ZbFormWord kind;
    guint count = match_word (form, form->at, &kind);

    if (kind == ZB_FORM_WORD_TOTAL)
      break;
    if (kind == ZB_FORM_WORD_LEVEL1 || kind == ZB_FORM_WORD_LEVEL2)
      take_level (form, kind, count);
    else
      take_indicator_line (form);
  }
  finish_row (form, NULL);
}

/* 总分 100 96 等级：优 */
static void
read_total (FlatForm *form) {
  GPtrArray *row;
  guint col = COL_WEIGHT;

  if (get_word (form, form->at) == NULL)
    return;
  row = add_row (form);
  set_cell (row, 0, get_word (form, form->at++)->text, 0);
  for (; get_word (form, form->at) != NULL; form->at++) {
    const char *text = get_word (form, form->at)->text;
    gboolean number = col < COL_DEVIATION && zb_text_flat_row_is_number (text);

    set_cell (row, number ? col++ : COL_DEVIATION, text, 0);
  }
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

/* The line after the form: behind the line of the total, or where something else begins. */
static guint
find_end (const GPtrArray *lines, guint first, gboolean *has_indicators) {
  guint line = first;
  guint seen = 0;

  for (; line < lines->len && line - first < MOST_LINES; line++) {
    const ZbTextLine *text = zb_text_lines_get (lines, line);
    g_autofree char *folded = text->width <= 200 ? zb_text_fold (text->text) : g_strdup ("");

    if (strchr (text->text, '\t') != NULL || strchr (text->text, '|') != NULL
        || text->heading_level > 0 || zb_text_paragraphs_is_remark (text->text)
        || g_str_has_prefix (folded, "附件") || g_str_has_suffix (folded, "表"))
      break;
    seen |= strstr (folded, "一级指标") != NULL ? 1 : 0;
    seen |= strstr (folded, "三级指标") != NULL ? 2 : 0;
    if (seen == 3 && g_str_has_prefix (folded, "总分")) {
      line++;
      break;
    }
  }
  *has_indicators = seen == 3;
  return line;
}

static void
read_form (FlatForm *form) {
  read_head (form);
  read_goals (form);
  read_indicator_header (form);
  read_indicators (form);
  read_total (form);
}

guint
zb_text_flat_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) name = g_string_new (NULL);
  FlatForm form = { .source = source, .words = words, .rows = rows, .name = name };
  gboolean has_indicators = FALSE;
  guint end;

  if (zb_text_lines_get (source->lines, first)->blank || !is_table_title (source->lines, first))
    return first;
  end = find_end (source->lines, first, &has_indicators);
  if (!has_indicators)
    return first;
  g_array_set_clear_func (words, word_clear);
  for (guint line = first; line < end; line++)
    if (!zb_text_lines_get (source->lines, line)->page_number)
      split_words (&form, line);
  read_form (&form);
  if (rows->len == 0)
    return first;
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? end : first;
}
