/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-heads.h"

#include <string.h>

#include "text-fold.h"
#include "text-head-tree.h"
#include "text-word-rows.h"

enum { MOST_WAYS = 16 };

/* A word in its place. */
typedef struct {
  const char *text;
  guint line, col, width, parent; /* its own place where nothing is over it */
  gboolean leaf;
} Head;

typedef struct {
  const ZbTextHeadWords *words;
  const ZbTextHeadTree *tree;
  guint next[ZB_TEXT_HEAD_MOST_LINES]; /* the word of each line that has no place yet */
  GArray *heads;                       /* Head */
  guint cols;
} Reading;

static Head *
head_at (const Reading *reading, guint i) {
  return &g_array_index (reading->heads, Head, i);
}

/* Gives the next word of @line its place, and those under it. */
static void
take_word (Reading *reading, guint line, guint parent) {
  guint word = reading->next[line]++, place = reading->heads->len;
  guint parts = reading->tree->counts[word];
  Head head = { .text = g_ptr_array_index (reading->words->texts, word),
                .line = line,
                .col = reading->cols,
                .parent = line == 0 ? place : parent,
                .leaf = parts == 0 };

  g_array_append_val (reading->heads, head);
  for (guint i = 0; i < parts; i++)
    take_word (reading, line + 1, place);
  reading->cols += parts == 0;
  head_at (reading, place)->width = reading->cols - head.col;
}

static void
take_words (Reading *reading) {
  for (guint line = 0; line < reading->tree->lines; line++)
    reading->next[line] = line > 0 ? reading->tree->ends[line - 1] : 0;
  while (reading->next[0] < reading->tree->ends[0])
    take_word (reading, 0, 0);
}

static const char *
side_of (const Reading *reading, guint i) {
  while (head_at (reading, i)->parent != i)
    i = head_at (reading, i)->parent;
  return head_at (reading, i)->text;
}

/* What the column under @head holds, the @col th of them. */
static ZbHeadWord
kind_of (const Head *head, guint col) {
  ZbHeadWord kind = zb_text_head_words_lookup (head->text);

  if (kind == ZB_HEAD_WORD_KEYS)
    return ZB_HEAD_WORD_NAME;
  if (kind > ZB_HEAD_WORD_KEYS)
    return ZB_HEAD_WORD_AMOUNT;
  if (col == 0 && head->line == 0 && kind == ZB_HEAD_WORD_AMOUNT
      && !zb_text_head_words_is_total (head->text) && !zb_text_head_words_is_known (head->text))
    return ZB_HEAD_WORD_NAME;
  return kind;
}

static gboolean
begins_block (ZbHeadWord kind, ZbHeadWord before) {
  return (kind == ZB_HEAD_WORD_NAME || kind == ZB_HEAD_WORD_CODE || kind == ZB_HEAD_WORD_LEVEL)
         && (before == ZB_HEAD_WORD_AMOUNT || before == ZB_HEAD_WORD_LINE);
}

static void
add_columns (const Reading *reading, ZbTextHeads *heads) {
  for (guint i = 0; i < reading->heads->len; i++) {
    const Head *head = head_at (reading, i);
    ZbTextHeadColumn column = { .text = head->text, .side = side_of (reading, i) };

    if (!head->leaf)
      continue;
    column.kind = kind_of (head, heads->columns->len);
    column.total
        = column.kind == ZB_HEAD_WORD_AMOUNT && zb_text_head_words_is_total (head->text);
    if (heads->columns->len > 0) {
      const ZbTextHeadColumn *last
          = &g_array_index (heads->columns, ZbTextHeadColumn, heads->columns->len - 1);

      column.block = last->block + begins_block (column.kind, last->kind);
    }
    g_array_append_val (heads->columns, column);
  }
}

/* A word that stands over no other reaches down to the last line. */
static void
add_rows (const Reading *reading, ZbTextHeads *heads) {
  for (guint line = 0; line < reading->tree->lines; line++) {
    GPtrArray *row = zb_text_row_new ();

    g_ptr_array_add (heads->rows, row);
    for (guint i = 0; i < reading->heads->len; i++) {
      const Head *head = head_at (reading, i);
      ZbTextCell *cell;

      if (head->line > line || (head->line < line && !head->leaf))
        continue;
      cell = zb_text_row_add (row, head->line == line ? head->text : "");
      cell->colspan = head->width;
      cell->rowspan = head->line == line && head->leaf ? reading->tree->lines - line : 1;
      cell->covered = head->line < line;
      cell->flags |= ZB_CELL_COLUMN_INFERRED;
    }
  }
}

static gboolean
is_child (const Reading *reading, guint parent, guint i) {
  return parent < reading->heads->len ? head_at (reading, i)->parent == parent && i != parent
                                      : head_at (reading, i)->parent == i;
}

static guint32 add_sums (const Reading *reading, ZbTextHeads *heads, guint parent);

/* The columns that add up to what @head stands for; none where it is no amount. */
static guint32
value_of (const Reading *reading, ZbTextHeads *heads, guint i) {
  const Head *head = head_at (reading, i);

  if (!head->leaf)
    return add_sums (reading, heads, i);
  return g_array_index (heads->columns, ZbTextHeadColumn, head->col).kind == ZB_HEAD_WORD_AMOUNT
             ? (guint32) 1 << head->col
             : 0;
}

static void
add_sum (ZbTextHeads *heads, guint total, guint32 parts) {
  ZbTextHeadSum sum = { total, parts };

  if (total < heads->columns->len && parts != 0)
    g_array_append_val (heads->sums, sum);
}

/* Adds the sums of the words under @parent, or of the first line, and of those below; gives back the columns
 * that add up to the whole group. */
static guint32
add_sums (const Reading *reading, ZbTextHeads *heads, guint parent) {
  guint none = heads->columns->len, total = none;
  guint32 parts = 0;

  for (guint i = 0; i < reading->heads->len; i++) {
    const Head *head = head_at (reading, i);
    guint32 value;

    if (!is_child (reading, parent, i))
      continue;
    value = value_of (reading, heads, i);
    if (value == 0) {
      add_sum (heads, total, parts);
      total = none;
      parts = 0;
    } else if (head->leaf && total == none && parts == 0
               && g_array_index (heads->columns, ZbTextHeadColumn, head->col).total) {
      total = head->col;
    } else if (zb_text_head_words_lookup (head->text) != ZB_HEAD_WORD_APART) {
      parts |= value;
    }
  }
  add_sum (heads, total, parts);
  return total < none ? (guint32) 1 << total : parts;
}

/* Every block has amounts, and every one of several a name; words stand at the end alone. */
static gboolean
is_sound (const ZbTextHeads *heads) {
  guint blocks = zb_text_heads_blocks (heads);

  for (guint block = 0; block < blocks; block++)
    if (zb_text_heads_count (heads, block, ZB_HEAD_WORD_AMOUNT, NULL) == 0
        || (blocks > 1 && zb_text_heads_count (heads, block, ZB_HEAD_WORD_NAME, NULL) == 0))
      return FALSE;
  for (guint col = 0; col + 1 < heads->columns->len; col++)
    if (g_array_index (heads->columns, ZbTextHeadColumn, col).kind == ZB_HEAD_WORD_TEXT)
      return FALSE;
  return TRUE;
}

/* NULL where the columns make no sense. */
static ZbTextHeads *
new_heads (const ZbTextHeadWords *words, const ZbTextHeadTree *tree) {
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Head));
  g_autoptr (ZbTextHeads) heads = g_new0 (ZbTextHeads, 1);
  Reading reading = { .words = words, .tree = tree, .heads = places };

  heads->columns = g_array_new (FALSE, FALSE, sizeof (ZbTextHeadColumn));
  heads->sums = g_array_new (FALSE, FALSE, sizeof (ZbTextHeadSum));
  heads->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  heads->usual = tree->cost == 0;
  take_words (&reading);
  if (reading.cols > ZB_TEXT_HEADS_MOST_COLUMNS)
    return NULL;
  add_columns (&reading, heads);
  if (!is_sound (heads))
    return NULL;
  add_rows (&reading, heads);
  add_sums (&reading, heads, places->len);
  return g_steal_pointer (&heads);
}

GPtrArray *
zb_text_heads_find (const GPtrArray *lines, guint count, gboolean flat) {
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_text_heads_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new (), trees = NULL;
  guint ends[ZB_TEXT_HEAD_MOST_LINES] = { 0 };
  ZbTextHeadWords words;

  if (count == 0 || (!flat && count > ZB_TEXT_HEAD_MOST_LINES))
    return found;
  for (guint line = 0; line < count; line++) {
    const GArray *row = g_ptr_array_index (lines, line);

    for (guint i = 0; i < row->len; i++)
      g_ptr_array_add (texts, g_array_index (row, ZbTextWord, i).text);
    if (!flat)
      ends[line] = texts->len;
  }
  zb_text_head_words_init (&words, texts);
  trees = zb_text_head_tree_find (&words, flat ? NULL : ends, count, MOST_WAYS);
  for (guint i = 0; i < trees->len; i++) {
    ZbTextHeads *heads = new_heads (&words, g_ptr_array_index (trees, i));

    if (heads != NULL)
      g_ptr_array_add (found, heads);
  }
  zb_text_head_words_clear (&words);
  return found;
}

guint
zb_text_heads_count (const ZbTextHeads *heads, guint block, ZbHeadWord kind, guint *first) {
  guint count = 0;

  for (guint col = heads->columns->len; col-- > 0;) {
    const ZbTextHeadColumn *column = &g_array_index (heads->columns, ZbTextHeadColumn, col);

    if (column->block != block || column->kind != kind)
      continue;
    count++;
    if (first != NULL)
      *first = col;
  }
  return count;
}

guint
zb_text_heads_blocks (const ZbTextHeads *heads) {
  return heads->columns->len > 0
             ? g_array_index (heads->columns, ZbTextHeadColumn, heads->columns->len - 1).block + 1
             : 0;
}

void
zb_text_heads_free (ZbTextHeads *heads) {
  g_clear_pointer (&heads->columns, g_array_unref);
  g_clear_pointer (&heads->sums, g_array_unref);
  g_clear_pointer (&heads->rows, g_ptr_array_unref);
  g_free (heads);
}
