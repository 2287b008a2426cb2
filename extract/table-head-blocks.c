/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include "text-head-words.h"

/* Pieces of one word are at most this many font sizes apart, from bottom to bottom, where the lists of words know what they
 * make together, and this many where nothing is known of them. */
static const double KNOWN_STEP = 2.6, WRAP_STEP = 1.5;
/* Less is no common part of x, in points. */
static const double MIN_SHARED = 0.5;

enum { MOST_PIECES = 8 };

static void
block_free (gpointer data) {
  ZbHeadBlock *block = data;

  g_array_unref (block->runs);
  g_free (block->text);
  g_free (block);
}

static gboolean
do_meet (const ZbBox *a, const ZbBox *b) {
  return MIN (a->x1, b->x1) - MAX (a->x0, b->x0) > MIN_SHARED;
}

/* The one run of @line that shares x with @box, as an index from 1; 0 where there is none or more than one. */
static guint
find_only (const ZbTextTable *table, guint line, const ZbBox *box, guint *count) {
  const ZbRunLine *row = zb_text_table_line (table, line);
  guint found = 0;

  *count = 0;
  for (guint i = row->first; i < row->first + row->count; i++)
    if (do_meet (&zb_text_table_run (table, i)->box, box)) {
      found = i + 1;
      ++*count;
    }
  return *count == 1 ? found : 0;
}

/* The run that stands alone under @run, which alone stands over it, as an index from 1; 0 for none. */
static guint
find_below (const ZbTextTable *table, guint run) {
  const ZbTextRun *above = zb_text_table_run (table, run);

  for (guint line = above->line + 1; line < table->body; line++) {
    guint count, below = find_only (table, line, &above->box, &count);
    const ZbTextRun *found;

    if (count == 0)
      continue;
    if (below == 0)
      return 0;
    found = zb_text_table_run (table, below - 1);
    if (found->box.y1 - above->box.y1 > KNOWN_STEP * found->size)
      return 0;
    find_only (table, above->line, &found->box, &count);
    return count == 1 ? below : 0;
  }
  return 0;
}

static char *
join_texts (const ZbTextTable *table, const guint *runs, guint count) {
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++) {
    g_autofree char *piece = zb_text_runs_get_text (table->runs, zb_text_table_run (table, runs[i]));

    g_string_append (text, piece);
  }
  return g_string_free (text, FALSE);
}

static gboolean
is_known (const ZbTextTable *table, const guint *runs, guint count) {
  g_autofree char *text = join_texts (table, runs, count);

  return zb_text_head_words_is_known (text);
}

/* How many of the @count runs, one under the other, are the first word: as many as a list knows, else those that
 * are close, up to where a known one starts. */
static guint
measure_word (const ZbTextTable *table, const guint *runs, guint count) {
  guint length = 1;

  for (guint i = count; i > 0; i--)
    if (is_known (table, runs, i))
      return i;
  for (; length < count; length++) {
    const ZbTextRun *above = zb_text_table_run (table, runs[length - 1]);
    const ZbTextRun *below = zb_text_table_run (table, runs[length]);

    if (below->box.y1 - above->box.y1 > WRAP_STEP * below->size)
      break;
    for (guint i = count - length; i > 0; i--)
      if (is_known (table, runs + length, i))
        return length;
  }
  return length;
}

static void
add_block (const ZbTextTable *table, const guint *runs, guint count, GPtrArray *blocks) {
  ZbHeadBlock *block = g_new0 (ZbHeadBlock, 1);

  block->runs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (block->runs, runs, count);
  block->text = join_texts (table, runs, count);
  block->colspan = block->rowspan = 1;
  for (guint i = 0; i < count; i++) {
    const ZbTextRun *run = zb_text_table_run (table, runs[i]);

    if (i == 0)
      block->box = run->box;
    block->size = MAX (block->size, run->size);
    block->box.x0 = MIN (block->box.x0, run->box.x0);
    block->box.x1 = MAX (block->box.x1, run->box.x1);
    block->box.y1 = MAX (block->box.y1, run->box.y1);
  }
  g_ptr_array_add (blocks, block);
}

static gint
compare_places (gconstpointer a, gconstpointer b) {
  const ZbHeadBlock *left = *(const ZbHeadBlock *const *) a, *right = *(const ZbHeadBlock *const *) b;

  if (left->box.y0 != right->box.y0)
    return left->box.y0 < right->box.y0 ? -1 : 1;
  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

GPtrArray *
zb_head_blocks_new (const ZbTextTable *table) {
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  guint first = zb_text_table_line (table, table->from)->first, end = zb_text_table_first_run (table);
  g_autofree gboolean *taken = g_new0 (gboolean, end - first + 1);

  for (guint i = first; i < end; i++) {
    guint chain[MOST_PIECES] = { i }, count = 1, next = i;

    if (taken[i - first])
      continue;
    while (count < MOST_PIECES && (next = find_below (table, next)) != 0)
      chain[count++] = --next;
    for (guint done = 0; done < count;) {
      guint length = measure_word (table, chain + done, count - done);

      for (guint j = 0; j < length; j++)
        taken[chain[done + j] - first] = TRUE;
      add_block (table, chain + done, length, blocks);
      done += length;
    }
  }
  g_ptr_array_sort (blocks, compare_places);
  return blocks;
}

/* Whether both stand beside each other. */
static gboolean
share_line (const ZbHeadBlock *a, const ZbHeadBlock *b) {
  return MIN (a->box.y1, b->box.y1) - MAX (a->box.y0, b->box.y0) > MIN_SHARED;
}

gboolean
zb_head_blocks_is_under (const GPtrArray *blocks, const ZbHeadBlock *over, const ZbHeadBlock *below) {
  double left = -G_MAXDOUBLE, right = G_MAXDOUBLE, middle = (below->box.x0 + below->box.x1) / 2;

  if (below->box.y0 < (over->box.y0 + over->box.y1) / 2)
    return FALSE;
  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *other = g_ptr_array_index (blocks, i);

    if (other == over || other == below || !share_line (other, over))
      continue;
    if (other->box.x1 <= over->box.x0)
      left = MAX (left, other->box.x1);
    else if (other->box.x0 >= over->box.x1)
      right = MIN (right, other->box.x0);
  }
  return middle > left && middle < right;
}
