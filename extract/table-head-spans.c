/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include <math.h>

#include "text-head-words.h"

/* Of what a word spans, all is at least this share as far below it as the nearest. */
static const double AS_LOW = 0.75;

static double
middle_of (const ZbBox *box) {
  return (box->x0 + box->x1) / 2;
}

/* The leaf of each column, NULL for none. */
static ZbHeadBlock **
index_leaves (const ZbTextTable *table, const GPtrArray *blocks) {
  ZbHeadBlock **leaves = g_new0 (ZbHeadBlock *, table->columns->len + 1);

  for (guint i = 0; i < blocks->len; i++) {
    ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    if (block->leaf)
      leaves[block->col] = block;
  }
  return leaves;
}

/* The middle of the columns @from to @to: of their leaves and of their text. */
static double
get_group_middle (const ZbTextTable *table, ZbHeadBlock **leaves, guint from, guint to) {
  double x0 = g_array_index (table->columns, ZbTextColumn, from).x0;
  double x1 = g_array_index (table->columns, ZbTextColumn, to).x1;

  if (leaves[from] != NULL)
    x0 = MIN (x0, leaves[from]->box.x0);
  if (leaves[to] != NULL)
    x1 = MAX (x1, leaves[to]->box.x1);
  return (x0 + x1) / 2;
}

/* Whether another spanning word beside this one lies nearer to the column. */
static gboolean
is_nearer_to_other (const GPtrArray *blocks, const ZbHeadBlock *block, const ZbHeadBlock *leaf) {
  double middle = middle_of (&leaf->box);

  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *other = g_ptr_array_index (blocks, i);

    if (other != block && !other->leaf && other->box.y0 < block->box.y1
        && other->box.y1 > block->box.y0
        && fabs (middle_of (&other->box) - middle) < fabs (middle_of (&block->box) - middle))
      return TRUE;
  }
  return FALSE;
}

static gboolean
can_span (const GPtrArray *blocks, const ZbHeadBlock *block, const ZbHeadBlock *leaf) {
  return leaf != NULL && zb_head_blocks_is_under (blocks, block, leaf)
         && !is_nearer_to_other (blocks, block, leaf);
}

/* Whether the lists of words say that the leaf, or a word between, may stand under the block. */
static gboolean
is_part (const GPtrArray *blocks, const ZbHeadBlock *block, const ZbHeadBlock *leaf) {
  if (zb_text_head_words_is_part (block->text, leaf->text)
      || (zb_text_head_words_lookup (block->text) == ZB_HEAD_WORD_CODE
          && zb_text_head_words_lookup (leaf->text) == ZB_HEAD_WORD_LEVEL))
    return TRUE;
  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *between = g_ptr_array_index (blocks, i);

    if (between != block && !between->leaf && between->box.y0 > block->box.y0
        && zb_text_head_words_is_part (block->text, between->text)
        && can_span (blocks, between, leaf) && is_part (blocks, between, leaf))
      return TRUE;
  }
  return FALSE;
}

/* The column under the block from which it grows: the nearest that it can span, a part of it before others. */
static gboolean
find_seed (const ZbTextTable *table, const GPtrArray *blocks, ZbHeadBlock **leaves,
           const ZbHeadBlock *block, gboolean parts, guint *seed) {
  double best = G_MAXDOUBLE;

  for (guint col = 0; col < table->columns->len; col++) {
    double off;

    if (!can_span (blocks, block, leaves[col]) || (parts && !is_part (blocks, block, leaves[col])))
      continue;
    off = fabs (middle_of (&leaves[col]->box) - middle_of (&block->box));
    if (off < best) {
      best = off;
      *seed = col;
    }
  }
  return best < G_MAXDOUBLE;
}

/* Whether the leaf is as far below the block as @seed: one half as far stands beside the block, over as many lines as both. */
static gboolean
is_as_low (const ZbHeadBlock *block, const ZbHeadBlock *seed, const ZbHeadBlock *leaf) {
  double top = block->box.y0 + block->box.y1;

  return leaf->box.y0 + leaf->box.y1 - top > AS_LOW * (seed->box.y0 + seed->box.y1 - top);
}

static gboolean
can_grow (const GPtrArray *blocks, const ZbHeadBlock *block, const ZbHeadBlock *seed, const ZbHeadBlock *leaf,
          gboolean parts) {
  return can_span (blocks, block, leaf) && is_as_low (block, seed, leaf)
         && (!parts || is_part (blocks, block, leaf));
}

/* Grows the block from the column @seed over the columns that it can span: all of them that are parts of it, else those
 * in whose middle it stands as well as it can. */
static void
span_block (const ZbTextTable *table, const GPtrArray *blocks, ZbHeadBlock **leaves, ZbHeadBlock *block,
            guint seed, gboolean parts) {
  guint low = seed, high = seed, from = seed, to = seed;
  double best = G_MAXDOUBLE;

  while (low > 0 && can_grow (blocks, block, leaves[seed], leaves[low - 1], parts))
    low--;
  while (high + 1 < table->columns->len && can_grow (blocks, block, leaves[seed], leaves[high + 1], parts))
    high++;
  for (guint i = low; i <= seed && !parts; i++)
    for (guint j = seed; j <= high; j++) {
      double off = fabs (get_group_middle (table, leaves, i, j) - middle_of (&block->box))
                   - 0.1 * (j - i);

      if (off < best) {
        best = off;
        from = i;
        to = j;
      }
    }
  block->col = parts ? low : from;
  block->colspan = (parts ? high : to) - block->col + 1;
}

static void
set_span (const ZbTextTable *table, const GPtrArray *blocks, ZbHeadBlock **leaves, ZbHeadBlock *block) {
  guint seed = zb_table_columns_lookup (table->columns, &block->box);

  block->col = seed;
  block->colspan = 1;
  if (find_seed (table, blocks, leaves, block, TRUE, &seed))
    span_block (table, blocks, leaves, block, seed, TRUE);
  else if (find_seed (table, blocks, leaves, block, FALSE, &seed))
    span_block (table, blocks, leaves, block, seed, FALSE);
}

/* How many spanning words stand over the column, above @bottom. */
static guint
count_above (const GPtrArray *blocks, guint col, double bottom) {
  guint count = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    count += !block->leaf && block->box.y1 < bottom && block->col <= col
             && col < block->col + block->colspan;
  }
  return count;
}

guint
zb_head_spans_set (const ZbTextTable *table, const GPtrArray *blocks) {
  g_autofree ZbHeadBlock **leaves = index_leaves (table, blocks);
  guint depth = 0;

  for (guint i = 0; i < blocks->len; i++) {
    ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    if (!block->leaf)
      set_span (table, blocks, leaves, block);
  }
  for (guint i = 0; i < blocks->len; i++) {
    ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    block->row = count_above (blocks, block->col, block->box.y1);
    depth = MAX (depth, block->row + 1);
  }
  for (guint i = 0; i < blocks->len; i++) {
    ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    block->rowspan = block->leaf ? depth - block->row : 1;
  }
  return depth;
}
