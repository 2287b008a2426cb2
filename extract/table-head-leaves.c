/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include "text-head-words.h"

static gint
compare_starts (gconstpointer a, gconstpointer b) {
  const ZbHeadBlock *left = *(const ZbHeadBlock *const *) a, *right = *(const ZbHeadBlock *const *) b;

  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

static gboolean
can_be_over (const ZbHeadBlock *over, const ZbHeadBlock *below) {
  if (!zb_text_head_words_is_known (over->text))
    return MIN (over->box.x1, below->box.x1) - MAX (over->box.x0, below->box.x0) > 0.5;
  return zb_text_head_words_is_part (over->text, below->text)
         || (zb_text_head_words_lookup (over->text) == ZB_HEAD_WORD_CODE
             && zb_text_head_words_lookup (below->text) == ZB_HEAD_WORD_LEVEL)
         || (!zb_text_head_words_is_known (below->text)
             && MIN (over->box.x1, below->box.x1) - MAX (over->box.x0, below->box.x0) > 0.5);
}

/* Whether a word that may head several columns stands over none, between two words below it. */
static gboolean
is_between (const ZbTextTable *table, const GPtrArray *blocks, const ZbHeadBlock *block) {
  ZbHeadWord kind = zb_text_head_words_lookup (block->text);
  gboolean left = FALSE, right = FALSE;
  guint end = zb_text_table_end_run (table);

  /* In a print, whose places are not those of the page, nothing follows from that. */
  if (table->runs->slack > 0 || (kind != ZB_HEAD_WORD_OVER && kind != ZB_HEAD_WORD_APART))
    return FALSE;
  for (guint i = zb_text_table_first_run (table); i < end; i++)
    if (MIN (zb_text_table_run (table, i)->box.x1, block->box.x1)
        > MAX (zb_text_table_run (table, i)->box.x0, block->box.x0))
      return FALSE;
  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *below = g_ptr_array_index (blocks, i);

    if (below == block || !zb_head_blocks_is_under (blocks, block, below))
      continue;
    left |= below->box.x1 <= block->box.x0;
    right |= below->box.x0 >= block->box.x1;
  }
  return left && right;
}

GPtrArray *
zb_head_leaves_collect (const ZbTextTable *table, const GPtrArray *blocks, gboolean known) {
  GPtrArray *leaves = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++) {
    ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    block->leaf |= known && !is_between (table, blocks, block);
    for (guint j = 0; j < blocks->len && block->leaf && known; j++) {
      const ZbHeadBlock *below = g_ptr_array_index (blocks, j);

      block->leaf = below == block || !zb_head_blocks_is_under (blocks, block, below)
                    || !can_be_over (block, below);
    }
    if (block->leaf)
      g_ptr_array_add (leaves, block);
  }
  g_ptr_array_sort (leaves, compare_starts);
  return leaves;
}
