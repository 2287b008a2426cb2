/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include <math.h>

/* Lines of one header cell are at most this many font sizes apart. */
static const double WRAP_STEP = 1.5;

/* A header cell while it is placed. */
typedef struct {
  GArray *runs; /* guint */
  ZbBox box;
  gboolean leaf; /* the lowest one of `col` */
  guint col, colspan;
} HeadBlock;

static void
block_free (gpointer data) {
  HeadBlock *block = data;

  g_array_unref (block->runs);
  g_free (block);
}

static void
cell_free (gpointer data) {
  ZbHeaderCell *cell = data;

  g_array_unref (cell->runs);
  g_free (cell);
}

static HeadBlock *
block_at (const GPtrArray *blocks, guint i) {
  return g_ptr_array_index (blocks, i);
}

static double
middle_of (const ZbBox *box) {
  return (box->x0 + box->x1) / 2;
}

/* How many runs of the line stand under the block. */
static guint
count_runs_below (const ZbTextTable *table, const HeadBlock *block, guint at) {
  const ZbRunLine *line = &g_array_index (table->runs->lines, ZbRunLine, at);
  guint count = 0;

  for (guint i = line->first; i < line->first + line->count; i++) {
    const ZbBox *box = &g_array_index (table->runs->runs, ZbTextRun, i).box;

    count += MIN (block->box.x1, box->x1) - MAX (block->box.x0, box->x0) > 0.5;
  }
  return count;
}

/* The one block that @run goes on with: just above it, and no other shares its width. */
static HeadBlock *
find_block_above (const GPtrArray *blocks, const ZbTextTable *table, const ZbTextRun *run) {
  HeadBlock *above = NULL;

  for (guint i = 0; i < blocks->len; i++) {
    HeadBlock *block = block_at (blocks, i);

    if (MIN (block->box.x1, run->box.x1) - MAX (block->box.x0, run->box.x0) <= 0.5
        || run->box.y1 - block->box.y1 > WRAP_STEP * run->size || block->box.y1 >= run->box.y1)
      continue;
    if (above != NULL)
      return NULL;
    above = block;
  }
  return above != NULL && count_runs_below (table, above, run->line) == 1 ? above : NULL;
}

static GPtrArray *
collect_blocks (const ZbTextTable *table) {
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);

  for (guint line = table->from; line < table->body; line++) {
    const ZbRunLine *row = &g_array_index (table->runs->lines, ZbRunLine, line);

    for (guint i = row->first; i < row->first + row->count; i++) {
      const ZbTextRun *run = &g_array_index (table->runs->runs, ZbTextRun, i);
      HeadBlock *block = find_block_above (blocks, table, run);

      if (block == NULL) {
        block = g_new0 (HeadBlock, 1);
        block->runs = g_array_new (FALSE, FALSE, sizeof (guint));
        block->box = run->box;
        block->colspan = 1;
        g_ptr_array_add (blocks, block);
      }
      g_array_append_val (block->runs, i);
      block->box.x0 = MIN (block->box.x0, run->box.x0);
      block->box.x1 = MAX (block->box.x1, run->box.x1);
      block->box.y1 = MAX (block->box.y1, run->box.y1);
    }
  }
  return blocks;
}

/* The lowest block of each column is its leaf; *@leaves takes one per column or NULL. */
static void
mark_leaves (const ZbTextTable *table, GPtrArray *blocks, HeadBlock **leaves) {
  for (guint i = 0; i < blocks->len; i++) {
    HeadBlock *block = block_at (blocks, i);
    guint col = block->col = zb_table_columns_lookup (table->columns, &block->box);

    if (leaves[col] == NULL || leaves[col]->box.y1 < block->box.y1)
      leaves[col] = block;
  }
  for (guint col = 0; col < table->columns->len; col++)
    if (leaves[col] != NULL)
      leaves[col]->leaf = TRUE;
}

/* The middle of the columns @from to @to: of their leaves and of their text. */
static double
get_group_middle (const ZbTextTable *table, HeadBlock **leaves, guint from, guint to) {
  double x0 = g_array_index (table->columns, ZbTextColumn, from).x0;
  double x1 = g_array_index (table->columns, ZbTextColumn, to).x1;

  if (leaves[from] != NULL)
    x0 = MIN (x0, leaves[from]->box.x0);
  if (leaves[to] != NULL)
    x1 = MAX (x1, leaves[to]->box.x1);
  return (x0 + x1) / 2;
}

static gboolean
is_below (const HeadBlock *leaf, const HeadBlock *block) {
  return leaf != NULL && leaf->box.y0 > (block->box.y0 + block->box.y1) / 2;
}

/* Whether another spanning block beside this one lies nearer to the column. */
static gboolean
is_nearer_to_other (const ZbTextTable *table, const GPtrArray *blocks, const HeadBlock *block,
                    guint col) {
  const ZbTextColumn *column = &g_array_index (table->columns, ZbTextColumn, col);
  double middle = (column->x0 + column->x1) / 2;

  for (guint i = 0; i < blocks->len; i++) {
    const HeadBlock *other = block_at (blocks, i);

    if (other != block && !other->leaf && other->box.y0 < block->box.y1
        && other->box.y1 > block->box.y0
        && fabs (middle_of (&other->box) - middle) < fabs (middle_of (&block->box) - middle))
      return TRUE;
  }
  return FALSE;
}

/* Grows the block over the columns below it until they stand in its middle as well as they can. */
static void
span_block (const ZbTextTable *table, const GPtrArray *blocks, HeadBlock **leaves,
            HeadBlock *block) {
  guint from = block->col, to = block->col, low, high;
  double best = G_MAXDOUBLE;

  for (low = block->col; low > 0 && is_below (leaves[low - 1], block)
                         && !is_nearer_to_other (table, blocks, block, low - 1);)
    low--;
  for (high = block->col; high + 1 < table->columns->len && is_below (leaves[high + 1], block)
                          && !is_nearer_to_other (table, blocks, block, high + 1);)
    high++;
  for (guint i = low; i <= block->col; i++)
    for (guint j = block->col; j <= high; j++) {
      double off = fabs (get_group_middle (table, leaves, i, j) - middle_of (&block->box))
                   - 0.1 * (j - i);

      if (off < best) {
        best = off;
        from = i;
        to = j;
      }
    }
  block->col = from;
  block->colspan = to - from + 1;
}

/* How many spanning blocks stand over the column, above @bottom. */
static guint
count_above (const GPtrArray *blocks, guint col, double bottom) {
  guint count = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const HeadBlock *block = block_at (blocks, i);

    count += !block->leaf && block->box.y1 < bottom && block->col <= col
             && col < block->col + block->colspan;
  }
  return count;
}

static void
place_cell (const GPtrArray *blocks, const HeadBlock *block, guint depth, GPtrArray *cells) {
  ZbHeaderCell *cell = g_new0 (ZbHeaderCell, 1);

  cell->runs = g_array_ref (block->runs);
  cell->row = count_above (blocks, block->col, block->box.y1);
  cell->col = block->col;
  cell->colspan = block->colspan;
  cell->rowspan = block->leaf ? depth - MIN (cell->row, depth - 1) : 1;
  g_ptr_array_add (cells, cell);
}

GPtrArray *
zb_table_unruled_get_header (const ZbTextTable *table, guint *rows) {
  g_autoptr (GPtrArray) blocks = collect_blocks (table);
  g_autofree HeadBlock **leaves = g_new0 (HeadBlock *, table->columns->len);
  GPtrArray *cells = g_ptr_array_new_with_free_func (cell_free);
  guint depth = 0;

  mark_leaves (table, blocks, leaves);
  for (guint i = 0; i < blocks->len; i++)
    if (!block_at (blocks, i)->leaf)
      span_block (table, blocks, leaves, block_at (blocks, i));
  for (guint i = 0; i < blocks->len; i++) {
    const HeadBlock *block = block_at (blocks, i);

    depth = MAX (depth, count_above (blocks, block->col, block->box.y1) + 1);
  }
  for (guint i = 0; i < blocks->len; i++)
    place_cell (blocks, block_at (blocks, i), depth, cells);
  *rows = depth;
  return cells;
}
