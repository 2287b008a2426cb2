/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"
#include "text-print.h"
#include "text-sums.h"
#include "text-word-rows.h"

/* The next page of a table whose head is not printed again:
 *
 *     科目编码 科目名称      合计   基本支出   项目支出   经营支出        on the page before
 *     20802    文化       15.57       7.80       7.77                 the columns stand in other places, and those
 *     20805    教育       11.00      11.00                            without amounts take none
 *
 * The columns of words are all there. Which the columns of amounts are is taken from the sums across, where one way
 * alone of choosing them makes all rows right. */

enum { MOST_ROWS = 500 };

typedef struct {
  GPtrArray *rows; /* arrays of ZbTextCell, one for each column of the page */
  const ZbTextHeads *heads;
  guint keys, cols;   /* columns of words, and all of the page */
  guint ways;         /* of choosing the columns of amounts */
  guint32 way;        /* the last found */
} Page;

static const char *
text_at (const Page *page, guint row, guint col) {
  return zb_text_row_get (g_ptr_array_index (page->rows, row), col)->text->str;
}

/* The lines of the head of @table, as arrays of ZbTextWord; its rows begin where figures do. */
static GPtrArray *
new_head_lines (const ZbTable *table) {
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint row = 0; row < table->rows; row++) {
    g_autoptr (GArray) words = zb_text_word_rows_new ();

    for (guint col = 0; col < table->cols; col++) {
      const ZbCell *cell = zb_table_lookup (table, row, col);
      ZbTextWord word = { 0 };

      if (cell->row != row || cell->col != col || *cell->text == '\0')
        continue;
      if (zb_text_word_is_figure (cell->text))
        return lines;
      word.text = g_strdup (cell->text);
      g_array_append_val (words, word);
    }
    g_ptr_array_add (lines, g_steal_pointer (&words));
  }
  return lines;
}

/* The lowest words of the head over column @col. */
static const char *
head_over (const ZbTable *table, guint lines, guint col) {
  for (guint row = lines; row-- > 0;) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (*cell->text != '\0')
      return cell->text;
  }
  return "";
}

/* Whether @heads says the same columns as the table itself, one block of words and amounts behind them. */
static gboolean
describes (const ZbTextHeads *heads, const ZbTable *table, guint lines) {
  if (heads->columns->len != table->cols || zb_text_heads_blocks (heads) != 1)
    return FALSE;
  for (guint col = 0; col < table->cols; col++)
    if (g_strcmp0 (g_array_index (heads->columns, ZbTextHeadColumn, col).text, head_over (table, lines, col)) != 0)
      return FALSE;
  return TRUE;
}

/* The number of columns of words, all of which stand before those of amounts; 0 where they do not. */
static guint
count_keys (const ZbTextHeads *heads) {
  guint keys = 0;

  for (guint col = 0; col < heads->columns->len; col++) {
    gboolean amount = g_array_index (heads->columns, ZbTextHeadColumn, col).kind == ZB_HEAD_WORD_AMOUNT;

    if (!amount && col > keys)
      return 0;
    keys += !amount;
  }
  return keys;
}

static GPtrArray *
new_rows (const GPtrArray *lines, guint from, guint to) {
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = from; i < to; i++) {
    const ZbTextLine *line = zb_text_lines_get (lines, i);
    gboolean gapped = FALSE;

    if (line->blank || line->page_number)
      continue;
    g_ptr_array_add (words, zb_text_word_rows_split (line->text, &gapped));
    if (!gapped || words->len > MOST_ROWS)
      return NULL;
  }
  return words->len > 0 ? zb_text_word_rows_align (words, 0, words->len, 0) : NULL;
}

/* Whether words stand in the columns of words and figures in the others, both in every row. */
static gboolean
is_typed (const Page *page) {
  for (guint row = 0; row < page->rows->len; row++) {
    guint figures = 0;

    for (guint col = 0; col < page->cols; col++) {
      const char *text = text_at (page, row, col);
      gint64 amount = 0;
      gboolean name = col < page->keys
                      && g_array_index (page->heads->columns, ZbTextHeadColumn, col).kind == ZB_HEAD_WORD_NAME;

      if (*text == '\0' && col >= page->keys)
        continue;
      if (*text == '\0' || (name && zb_text_word_is_figure (text))
          || (col >= page->keys && !zb_text_sums_read_amount (text, &amount)))
        return FALSE;
      figures += col >= page->keys;
    }
    if (figures == 0)
      return FALSE;
  }
  return TRUE;
}

/* Whether all rows agree with the sums across where the columns of amounts are @way. */
static gboolean
agrees (const Page *page, guint32 way) {
  for (guint row = 0; row < page->rows->len; row++) {
    gint64 amounts[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };
    guint next = page->keys;

    for (guint col = page->keys; col < page->heads->columns->len; col++)
      if (way >> col & 1)
        zb_text_sums_read_amount (text_at (page, row, next++), &amounts[col]);
    if (!zb_text_ledger_agrees (page->heads, amounts))
      return FALSE;
  }
  return TRUE;
}

static void
try_columns (Page *page, guint col, guint left, guint32 way) {
  if (left == 0) {
    if (agrees (page, way)) {
      page->ways++;
      page->way = way;
    }
    return;
  }
  for (; col + left <= page->heads->columns->len && page->ways < 2; col++)
    try_columns (page, col + 1, left - 1, way | (guint32) 1 << col);
}

static void
append_rows (const Page *page, ZbTable *table) {
  guint first = table->rows;

  for (guint row = 0; row < page->rows->len; row++) {
    guint next = page->keys;

    for (guint col = 0; col < table->cols; col++) {
      gboolean here = col < page->keys || (page->way >> col & 1);
      const char *text = !here ? "" : text_at (page, row, col < page->keys ? col : next++);

      zb_table_add_cell (table, first + row, col, text)->flags |= *text != '\0' ? ZB_CELL_COLUMN_INFERRED : 0;
    }
  }
  zb_table_finish (table);
}

static gboolean
append_page (Page *page, ZbTable *table) {
  page->keys = count_keys (page->heads);
  page->cols = ((const GPtrArray *) g_ptr_array_index (page->rows, 0))->len;
  if (page->keys == 0 || page->cols <= page->keys || page->cols > table->cols || !is_typed (page))
    return FALSE;
  try_columns (page, page->keys, page->cols - page->keys, 0);
  if (page->ways != 1)
    return FALSE;
  append_rows (page, table);
  return TRUE;
}

gboolean
zb_text_print_continue (const GPtrArray *lines, guint from, guint to, ZbTable *table) {
  g_autoptr (GPtrArray) head = new_head_lines (table), found = NULL;
  Page page = { .rows = new_rows (lines, from, to) };
  gboolean appended = FALSE;

  if (page.rows == NULL)
    return FALSE;
  found = zb_text_heads_find (head, head->len, FALSE);
  for (guint i = 0; i < found->len && !appended; i++) {
    page.heads = g_ptr_array_index (found, i);
    page.ways = 0;
    appended = describes (page.heads, table, head->len) && append_page (&page, table);
  }
  g_ptr_array_unref (page.rows);
  return appended;
}
