/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-heads.h"

#include "text-fold.h"
#include "text-word-rows.h"

/* The head of a table of which the words are left, but not what stands under which:
 *
 *     项目 本年支出                                     项目 is known to stand over 编码 and 名称, and
 *     功能分类科目编码 科目名称 小计 基本支出 项目支出    本年支出 over 小计 and what follows
 *
 * Known words (head-words.tsv) take what follows in the line below as far as it may stand under them. The
 * head is understood where every word has found its place. */

enum { MOST_LINES = 6 };

/* A word in its place. */
typedef struct {
  const char *text;
  guint line, col, width;
} Head;

typedef struct {
  const GPtrArray *lines;
  guint count;
  guint next[MOST_LINES]; /* the word of each line that has no place yet */
  GArray *heads;          /* Head */
  guint cols;
} Reading;

static const char *
next_word (const Reading *reading, guint line) {
  const GArray *words;

  if (line >= reading->count)
    return NULL;
  words = g_ptr_array_index (reading->lines, line);
  return reading->next[line] < words->len
             ? g_array_index (words, ZbTextWord, reading->next[line]).text
             : NULL;
}

/* Whether @text is among the words of @line from @first to before the next one. */
static gboolean
is_repeated (const Reading *reading, guint line, guint first, const char *text) {
  const GArray *words = g_ptr_array_index (reading->lines, line);

  for (guint i = first; i < reading->next[line]; i++)
    if (g_str_equal (g_array_index (words, ZbTextWord, i).text, text))
      return TRUE;
  return FALSE;
}

/* Gives the next word of @line its place, and those under it. */
static void
take_word (Reading *reading, guint line) {
  Head head = { next_word (reading, line), line, reading->cols, 0 };
  guint first = line + 1 < reading->count ? reading->next[line + 1] : 0, place = reading->heads->len;
  const char *part;

  reading->next[line]++;
  g_array_append_val (reading->heads, head);
  while ((part = next_word (reading, line + 1)) != NULL
         && zb_text_head_words_is_part (head.text, part)
         && !is_repeated (reading, line + 1, first, part))
    take_word (reading, line + 1);
  if (reading->cols == head.col)
    reading->cols++;
  g_array_index (reading->heads, Head, place).width = reading->cols - head.col;
}

/* What is left of the second line repeats what stands under the last word of the first: 公用经费 over two
 * blocks of code, name and amount. */
static void
take_repeated (Reading *reading) {
  const GArray *words;
  Head *over = NULL;
  guint width;

  for (guint i = reading->heads->len; i-- > 0 && over == NULL;)
    if (g_array_index (reading->heads, Head, i).line == 0)
      over = &g_array_index (reading->heads, Head, i);
  if (over == NULL || reading->count != 2 || over->width < 2)
    return;
  words = g_ptr_array_index (reading->lines, 1);
  width = over->width;
  if (reading->next[1] < width || (words->len - reading->next[1]) % width != 0)
    return;
  for (guint i = reading->next[1]; i < words->len; i++)
    if (!g_str_equal (g_array_index (words, ZbTextWord, i).text,
                      g_array_index (words, ZbTextWord, i - width).text))
      return;
  over->width += words->len - reading->next[1];
  while (next_word (reading, 1) != NULL)
    take_word (reading, 1);
}

static void
add_columns (const Reading *reading, ZbTextHeads *heads) {
  for (guint i = 0; i < reading->heads->len; i++) {
    const Head *head = &g_array_index (reading->heads, Head, i);
    const ZbTextHeadColumn *last = NULL;
    ZbTextHeadColumn column = { .kind = zb_text_head_words_lookup (head->text),
                                .text = head->text,
                                .total = zb_text_head_words_is_total (head->text) };
    gboolean is_last = i + 1 == reading->heads->len;

    if (!is_last && g_array_index (reading->heads, Head, i + 1).line > head->line)
      continue; /* it stands over the next */
    if (heads->columns->len > 0)
      last = &g_array_index (heads->columns, ZbTextHeadColumn, heads->columns->len - 1);
    if (column.kind >= ZB_HEAD_WORD_KEYS)
      column.kind = column.kind == ZB_HEAD_WORD_KEYS ? ZB_HEAD_WORD_NAME : ZB_HEAD_WORD_AMOUNT;
    if (last == NULL && column.kind == ZB_HEAD_WORD_AMOUNT && !column.total && head->line == 0)
      column.kind = ZB_HEAD_WORD_NAME;
    if (last != NULL) {
      gboolean begins = column.kind == ZB_HEAD_WORD_NAME || column.kind == ZB_HEAD_WORD_CODE;

      column.block = last->block
                     + (begins && (last->kind == ZB_HEAD_WORD_AMOUNT || last->kind == ZB_HEAD_WORD_LINE));
    }
    g_array_append_val (heads->columns, column);
  }
}

/* A word that stands over no other reaches down to the last line. */
static void
add_rows (const Reading *reading, ZbTextHeads *heads) {
  for (guint line = 0; line < reading->count; line++) {
    GPtrArray *row = zb_text_row_new ();

    g_ptr_array_add (heads->rows, row);
    for (guint i = 0; i < reading->heads->len; i++) {
      const Head *head = &g_array_index (reading->heads, Head, i);
      gboolean over = i + 1 < reading->heads->len
                      && g_array_index (reading->heads, Head, i + 1).line > head->line;
      ZbTextCell *cell;

      if (head->line > line || (head->line < line && over))
        continue;
      cell = zb_text_row_add (row, head->line == line ? head->text : "");
      cell->colspan = head->width;
      cell->rowspan = head->line == line && !over ? reading->count - line : 1;
      cell->covered = head->line < line;
      cell->flags |= ZB_CELL_COLUMN_INFERRED;
    }
  }
}

gboolean
zb_text_heads_read (const GPtrArray *lines, guint count, ZbTextHeads *heads) {
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Head));
  Reading reading = { .lines = lines, .count = count, .heads = places };

  heads->columns = g_array_new (FALSE, FALSE, sizeof (ZbTextHeadColumn));
  heads->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (count == 0 || count > MOST_LINES)
    return FALSE;
  while (next_word (&reading, 0) != NULL)
    take_word (&reading, 0);
  take_repeated (&reading);
  for (guint line = 0; line < count; line++)
    if (next_word (&reading, line) != NULL)
      return FALSE;
  add_columns (&reading, heads);
  add_rows (&reading, heads);
  return TRUE;
}

void
zb_text_heads_clear (ZbTextHeads *heads) {
  g_clear_pointer (&heads->columns, g_array_unref);
  g_clear_pointer (&heads->rows, g_ptr_array_unref);
}
