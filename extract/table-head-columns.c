/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text-head-words.h"

/* What it costs, in font sizes, to make a column for a word, and to leave a column without one. A word far
 * from a column costs as much as it is away. */
static const double NEW_COLUMN = 5, NO_WORD = 12;
/* What it costs that a number stands to the left of its word, for each size. */
static const double LEFT_OF_WORD = 2;

/* What a column holds in the lines of the body. */
typedef struct {
  guint runs, values;
  double left, width; /* of its narrowest value; the width is counted by characters, in font sizes */
} ColumnContent;

static double
middle_of (const ZbBox *box) {
  return (box->x0 + box->x1) / 2;
}

/* How wide the characters of a run are in print, whatever places they take. */
static double
measure_print (const ZbTextRuns *runs, const ZbTextRun *run) {
  double width = 0;

  for (guint i = run->first; i < run->first + run->count; i++)
    width += g_unichar_iswide (g_array_index (runs->glyphs, ZbGlyph, i).character) ? 1 : 0.5;
  return width;
}

static ColumnContent *
survey_columns (const ZbTextTable *table) {
  ColumnContent *contents = g_new0 (ColumnContent, table->columns->len + 1);
  guint end = zb_text_table_end_run (table);

  for (guint i = zb_text_table_first_run (table); i < end; i++) {
    const ZbTextRun *run = zb_text_table_run (table, i);
    ColumnContent *content = &contents[run->col];
    double width = measure_print (table->runs, run);

    if (run->span > 1 || (table->ordinals && run->line == table->body))
      continue;
    content->runs++;
    if (run->value && (content->values++ == 0 || width < content->width)) {
      content->left = run->box.x0;
      content->width = width;
    }
  }
  return contents;
}

/* The widest line of the word. */
static double
measure_block (const ZbTextTable *table, const ZbHeadBlock *block) {
  double width = 0;

  for (guint i = 0; i < block->runs->len; i++)
    width = MAX (width, measure_print (table->runs,
                                       zb_text_table_run (table, g_array_index (block->runs, guint, i))));
  return width;
}

/* How little the word @block suits the column. Under a word that is centred, or to the right of it, a number no wider than it
 * starts to the right of where the word starts. That holds too where the places of a print are not those of the page,
 * for they keep the order in which things start. */
static double
get_cost (const ZbTextTable *table, const ZbHeadBlock *block, const ColumnContent *content, guint col) {
  const ZbTextColumn *column = &g_array_index (table->columns, ZbTextColumn, col);
  ZbBox box = { column->x0, 0, column->x1, 0 };
  double apart = MAX (MAX (column->x0 - block->box.x1, block->box.x0 - column->x1), 0);
  double off = content->left - block->box.x0;

  if (content->values * 2 < content->runs || content->values == 0)
    return (apart + 0.1 * fabs (middle_of (&box) - middle_of (&block->box))) / block->size;
  if (content->width > measure_block (table, block))
    return 0.5 * fabs (middle_of (&box) - middle_of (&block->box)) / block->size;
  return (off < 0 ? -LEFT_OF_WORD * off : 0.2 * off) / block->size;
}

/* A table of the least costs of giving the first words the first columns, and how each was reached. */
typedef struct {
  double cost;
  enum { TAKE, MAKE, PASS } step; /* the word gets the column, makes one, the column gets none */
} Placing;

static void
choose_step (Placing *placing, double cost, int step) {
  if (cost >= placing->cost)
    return;
  placing->cost = cost;
  placing->step = step;
}

/* For each of the @leaves the column that it gets, from 1, or 0 for a new one. */
static guint *
place_leaves (const ZbTextTable *table, const GPtrArray *leaves, const ColumnContent *contents) {
  guint cols = table->columns->len, width = cols + 1;
  g_autofree Placing *placings = g_new (Placing, (gsize) width * (leaves->len + 1));
  guint *places = g_new0 (guint, leaves->len + 1);

  for (guint i = 0; i <= leaves->len; i++)
    for (guint j = 0; j <= cols; j++) {
      Placing *placing = &placings[i * width + j];
      const ZbHeadBlock *leaf = i > 0 ? g_ptr_array_index (leaves, i - 1) : NULL;

      *placing = (Placing){ i + j == 0 ? 0 : G_MAXDOUBLE, TAKE };
      if (i > 0 && j > 0)
        choose_step (placing, placings[(i - 1) * width + j - 1].cost
                                + get_cost (table, leaf, &contents[j - 1], j - 1), TAKE);
      if (i > 0)
        choose_step (placing, placings[(i - 1) * width + j].cost + NEW_COLUMN, MAKE);
      if (j > 0)
        choose_step (placing, placings[i * width + j - 1].cost + NO_WORD, PASS);
    }
  for (guint i = leaves->len, j = cols; i > 0;) {
    const Placing *placing = &placings[i * width + j];

    if (placing->step == TAKE)
      places[i - 1] = j;
    i -= placing->step != PASS;
    j -= placing->step != MAKE;
  }
  return places;
}

/* Makes the columns that words without one need. Returns how many. */
static guint
make_columns (ZbTextTable *table, const GPtrArray *leaves, const guint *places) {
  guint made = 0, next = 0;

  for (guint i = 0; i < leaves->len; i++) {
    ZbHeadBlock *leaf = g_ptr_array_index (leaves, i);

    if (places[i] == 0) {
      zb_table_columns_insert (table->columns, next, leaf->box.x0, leaf->box.x1, table->runs, table->body,
                               table->to);
      made++;
      leaf->col = next++;
    } else {
      leaf->col = places[i] - 1 + made;
      next = leaf->col + 1;
    }
  }
  return made;
}

/* The leaf of the column; NULL for none. */
static const ZbHeadBlock *
find_leaf (const GPtrArray *leaves, guint col) {
  for (guint i = 0; i < leaves->len; i++)
    if (((const ZbHeadBlock *) g_ptr_array_index (leaves, i))->col == col)
      return g_ptr_array_index (leaves, i);
  return NULL;
}

/* Puts the numbers of the columns, in their order, under the words nearest to them. */
static void
place_ordinals (ZbTextTable *table, const GPtrArray *leaves) {
  const ZbRunLine *line = zb_text_table_line (table, table->body);
  guint left = line->values, next = 0;

  for (guint i = line->first; i < line->first + line->count; i++) {
    ZbTextRun *run = zb_text_table_run (table, i);
    double best = G_MAXDOUBLE;
    guint chosen = next;

    if (!run->value)
      continue;
    for (guint col = next; col + left <= table->columns->len; col++) {
      const ZbHeadBlock *leaf = find_leaf (leaves, col);
      const ZbTextColumn *column = &g_array_index (table->columns, ZbTextColumn, col);
      double middle = leaf != NULL ? middle_of (&leaf->box) : (column->x0 + column->x1) / 2;
      double off = fabs (middle - middle_of (&run->box));

      if (off < best) {
        best = off;
        chosen = col;
      }
    }
    run->col = MIN (chosen, table->columns->len - 1);
    run->span = 1;
    next = run->col + 1;
    left--;
  }
}

/* Whether each column with values has a word of its own, and none that heads amounts stands over words alone. */
static gboolean
are_headed (const ZbTextTable *table, const GPtrArray *leaves, const ColumnContent *contents) {
  for (guint col = 0; col < table->columns->len; col++) {
    const ZbHeadBlock *leaf = find_leaf (leaves, col);

    if (contents[col].values > 0 ? leaf == NULL
                                 : contents[col].runs > 0 && leaf != NULL && zb_text_head_words_is_total (leaf->text))
      return FALSE;
  }
  return TRUE;
}

/* Whether no two runs of a line of the body stand in one column. */
static gboolean
are_apart (const ZbTextTable *table) {
  guint end = zb_text_table_end_run (table);

  for (guint i = zb_text_table_first_run (table) + 1; i < end; i++) {
    const ZbTextRun *before = zb_text_table_run (table, i - 1), *run = before + 1;

    if (before->line == run->line && before->col + before->span > run->col)
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_known_word (const GPtrArray *blocks) {
  for (guint i = 0; i < blocks->len; i++)
    if (zb_text_head_words_is_known (((const ZbHeadBlock *) g_ptr_array_index (blocks, i))->text))
      return TRUE;
  return FALSE;
}

/* A header of which no word is known: the lowest word of each column is its leaf. FALSE where more than one word stands over a
 * column. */
static gboolean
assign_unknown (const ZbTextTable *table, const GPtrArray *blocks) {
  g_autofree ZbHeadBlock **lowest = g_new0 (ZbHeadBlock *, table->columns->len + 1);
  gboolean single = TRUE;

  for (guint i = 0; i < blocks->len; i++) {
    ZbHeadBlock *block = g_ptr_array_index (blocks, i);

    block->leaf = FALSE;
    block->col = zb_table_columns_lookup (table->columns, &block->box);
    single &= lowest[block->col] == NULL;
    if (lowest[block->col] == NULL || lowest[block->col]->box.y1 < block->box.y1)
      lowest[block->col] = block;
  }
  for (guint col = 0; col < table->columns->len; col++)
    if (lowest[col] != NULL)
      lowest[col]->leaf = TRUE;
  return single;
}

/* Whether the values of each column start behind the start of its word, where they are narrower, or else the word before
 * has values of its own; and before the start of the next word, where they are narrower, or else that has values of
 * its own: then they belong to no other word. */
static gboolean
are_between (const ZbTextTable *table, const GPtrArray *leaves, const ColumnContent *contents) {
  gboolean filled = TRUE;

  for (guint i = 0; i < leaves->len; i++) {
    const ZbHeadBlock *leaf = g_ptr_array_index (leaves, i);
    const ZbHeadBlock *next = i + 1 < leaves->len ? g_ptr_array_index (leaves, i + 1) : NULL;
    const ColumnContent *content = &contents[leaf->col];

    if (content->values > 0) {
      if (next != NULL && contents[next->col].runs == 0
          && (content->left >= next->box.x0 || content->width > measure_block (table, next)))
        return FALSE;
      if (content->width <= measure_block (table, leaf) ? content->left < leaf->box.x0 : !filled)
        return FALSE;
    }
    filled = content->runs > 0;
  }
  return TRUE;
}

static gboolean
are_known (const GPtrArray *leaves) {
  for (guint i = 0; i < leaves->len; i++) {
    const char *text = ((const ZbHeadBlock *) g_ptr_array_index (leaves, i))->text;

    if (!zb_text_head_words_is_known (text) && !zb_text_head_words_is_total (text))
      return FALSE;
  }
  return TRUE;
}

/* Whether as many columns are numbered as have words for amounts. */
static gboolean
are_counted (const ZbTextTable *table, const GPtrArray *leaves) {
  guint amounts = 0;

  for (guint i = 0; i < leaves->len; i++)
    switch (zb_text_head_words_lookup (((const ZbHeadBlock *) g_ptr_array_index (leaves, i))->text)) {
    case ZB_HEAD_WORD_NAME:
    case ZB_HEAD_WORD_CODE:
    case ZB_HEAD_WORD_LEVEL:
    case ZB_HEAD_WORD_LINE:
    case ZB_HEAD_WORD_KEYS:
      break;
    default:
      amounts++;
    }
  return table->ordinals && zb_text_table_line (table, table->body)->values == amounts;
}

/* Gives the leaves of a header whose words are known their columns. FALSE where some columns hold nothing and others may as well
 * stand under their words. */
static gboolean
assign_known (ZbTextTable *table, const GPtrArray *leaves) {
  g_autofree ColumnContent *contents = survey_columns (table);
  g_autofree guint *places = place_leaves (table, leaves, contents);
  guint made = make_columns (table, leaves, places);

  g_clear_pointer (&contents, g_free);
  contents = survey_columns (table);
  return made == 0
         || ((are_known (leaves) || are_counted (table, leaves)) && are_between (table, leaves, contents));
}

gboolean
zb_head_columns_assign (ZbTextTable *table, const GPtrArray *blocks) {
  gboolean known = has_known_word (blocks), certain = known || assign_unknown (table, blocks);
  g_autoptr (GPtrArray) leaves = zb_head_leaves_collect (table, blocks, known);
  g_autofree ColumnContent *contents = NULL;

  if (known)
    certain = assign_known (table, leaves);
  if (table->ordinals)
    place_ordinals (table, leaves);
  contents = survey_columns (table);
  return certain && are_headed (table, leaves, contents) && are_apart (table);
}
