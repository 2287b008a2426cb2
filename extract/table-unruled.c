/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include <math.h>
#include <string.h>

#include "structure.h"
#include "table-regions.h"
#include "text-head-words.h"

/* More runs on one page are no table that a person could read. */
static const guint MAX_RUNS = 6000;
/* A table has at most this many columns. */
static const guint MAX_COLUMNS = 60;
/* This share of the lines of a table's body has a value, and this one where its text is aligned. */
static const double MIN_VALUE_LINES = 0.3, MIN_ALIGNED_VALUE_LINES = 0.1;
/* Text is aligned where this share of the runs starts or ends with its column. */
static const double MIN_ALIGNED = 0.8;
/* This share of the values stands in columns of values … */
static const double MIN_SETTLED = 0.7;
/* … at most this share of the runs spans columns … */
static const double MAX_SPANNING = 0.25;
/* … and at most this share of the lines has a stop or a comma of running text. */
static const double MAX_STOPS = 0.15;

const ZbRunLine *
zb_text_table_line (const ZbTextTable *table, guint line) {
  return &g_array_index (table->runs->lines, ZbRunLine, line);
}

ZbTextRun *
zb_text_table_run (const ZbTextTable *table, guint run) {
  return &g_array_index (table->runs->runs, ZbTextRun, run);
}

guint
zb_text_table_first_run (const ZbTextTable *table) {
  return zb_text_table_line (table, table->body)->first;
}

guint
zb_text_table_end_run (const ZbTextTable *table) {
  const ZbRunLine *last = zb_text_table_line (table, table->to - 1);

  return last->first + last->count;
}

/* Whether @text is no more than the word for the number of a column. */
static gboolean
names_ordinals (const char *text) {
  return strstr (text, "次") != NULL || strstr (text, "栏") != NULL;
}

gboolean
zb_table_ordinals_are_on (const ZbTextRuns *runs, guint at) {
  const ZbRunLine *line = &g_array_index (runs->lines, ZbRunLine, at);
  guint count = 0;

  for (guint i = line->first; i < line->first + line->count; i++) {
    const ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);
    g_autofree char *text = zb_text_runs_get_text (runs, run);

    if (run->value ? g_ascii_strtoull (text, NULL, 10) != ++count || strspn (text, "0123456789") != strlen (text)
                   : !names_ordinals (text))
      return FALSE;
  }
  return count >= 2;
}

/* Whether the last column counts pages: two columns, and whole numbers that never fall. */
static gboolean
is_contents (const ZbTextTable *table) {
  gint64 before = 0;

  if (table->columns->len != 2)
    return FALSE;
  for (guint i = table->body; i < table->to; i++) {
    const ZbRunLine *line = zb_text_table_line (table, i);
    const ZbTextRun *run = zb_text_table_run (table, line->first + line->count - 1);
    g_autofree char *text = zb_text_runs_get_text (table->runs, run);
    gint64 number = g_ascii_strtoll (text, NULL, 10);

    if (!run->value)
      continue;
    if (strspn (text, "0123456789") != strlen (text) || number < before || number > 2000)
      return FALSE;
    before = number;
  }
  return TRUE;
}

static gboolean
has_stop (const ZbTextTable *table, const ZbTextRun *run) {
  g_autofree char *text = zb_text_runs_get_text (table->runs, run);

  return strstr (text, "，") != NULL || strstr (text, "。") != NULL || strstr (text, "；") != NULL;
}

/* What the body is made of. */
typedef struct {
  guint *runs, *values; /* of each column */
  guint all, spanning, stops; /* runs, those over several columns, lines with a stop */
  guint lines, most;    /* lines with values, and the most values on one */
} Census;

static void
count_line (const ZbTextTable *table, const ZbRunLine *line, Census *census) {
  gboolean stops = FALSE;

  census->lines += line->values > 0 && line->count > 1;
  census->most = MAX (census->most, line->values);
  for (guint i = line->first; i < line->first + line->count; i++) {
    const ZbTextRun *run = zb_text_table_run (table, i);

    census->all++;
    census->spanning += run->span > 1;
    stops |= has_stop (table, run);
    if (run->span == 1) {
      census->runs[run->col]++;
      census->values[run->col] += run->value != FALSE;
    }
  }
  census->stops += stops;
}

/* Whether most values stand in columns that hold little else. */
static gboolean
is_settled (const ZbTextTable *table, const Census *census) {
  guint values = 0, settled = 0;

  for (guint i = 0; i < table->columns->len; i++) {
    values += census->values[i];
    if (census->values[i] * 2 >= census->runs[i]
        && (census->values[i] > 1 || census->lines == 1))
      settled += census->values[i];
  }
  return settled > 0 && settled >= MIN_SETTLED * values;
}

/* Whether the runs start or end where those of their column do. */
static gboolean
is_aligned (const ZbTextTable *table) {
  guint end = zb_text_table_end_run (table), all = 0, aligned = 0;

  for (guint i = zb_text_table_first_run (table); i < end; i++) {
    const ZbTextRun *run = zb_text_table_run (table, i);
    const ZbTextColumn *column = &g_array_index (table->columns, ZbTextColumn, run->col);

    all++;
    aligned += fabs (run->box.x0 - column->x0) < 2 || fabs (run->box.x1 - column->x1) < 2;
  }
  return aligned >= MIN_ALIGNED * all;
}

/* A table has several columns, and values in at least one of them on several rows, or in most of
 * its columns on one. */
static gboolean
is_table (const ZbTextTable *table) {
  guint count = table->to - table->body;
  g_autofree guint *runs = g_new0 (guint, table->columns->len + 1);
  g_autofree guint *values = g_new0 (guint, table->columns->len + 1);
  Census census = { .runs = runs, .values = values };
  double share;

  if (table->columns->len < 2 || table->columns->len > MAX_COLUMNS || is_contents (table))
    return FALSE;
  for (guint i = table->body; i < table->to; i++)
    count_line (table, zb_text_table_line (table, i), &census);
  share = is_aligned (table) ? MIN_ALIGNED_VALUE_LINES : MIN_VALUE_LINES;
  if (census.lines < share * count || census.spanning > MAX_SPANNING * census.all
      || (census.stops > 1 && census.stops > MAX_STOPS * count) || !is_settled (table, &census))
    return FALSE;
  return census.lines >= 3 || (census.lines >= 1 && census.most >= 3 && table->body > table->from)
         || (census.lines >= 2 && census.most >= 2);
}

/* Takes the glyphs of the lines that became tables out of the page. */
static void
keep_others (ZbPageContent *content, const ZbTextRuns *runs, const gboolean *taken) {
  g_array_set_size (content->glyphs, 0);
  for (guint i = 0; i < runs->runs->len; i++) {
    const ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);

    if (!taken[run->line])
      g_array_append_vals (content->glyphs, &g_array_index (runs->glyphs, ZbGlyph, run->first),
                           run->count);
  }
}

static gboolean
is_met_on (const ZbTextTable *table, guint line, const ZbBox *box) {
  const ZbRunLine *row = zb_text_table_line (table, line);

  for (guint i = row->first; i < row->first + row->count; i++)
    if (MIN (zb_text_table_run (table, i)->box.x1, box->x1) - MAX (zb_text_table_run (table, i)->box.x0, box->x0) > 0.5)
      return TRUE;
  return FALSE;
}

/* Whether the last line of what looks like the header is the upper piece of a wrapped cell of the first row: words that no header
 * has, under and over known ones, with a blank below them. */
static gboolean
ends_with_piece (const ZbTextTable *table) {
  g_autoptr (GPtrArray) blocks = zb_head_blocks_new (table);
  guint known = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *block = g_ptr_array_index (blocks, i);
    gboolean is_known = zb_text_head_words_is_known (block->text);
    guint last = g_array_index (block->runs, guint, block->runs->len - 1);

    known += is_known;
    if (zb_text_table_run (table, last)->line + 1 == table->body
        && (is_known || block->runs->len > 1 || is_met_on (table, table->body, &block->box)))
      return FALSE;
  }
  return known * 2 > blocks->len;
}

static ZbFoundTable *
find_table (ZbTextRuns *runs, const ZbTextRegion *region, guint page) {
  ZbTextTable table = { .runs = runs, .from = region->from, .body = region->body,
                        .to = region->to };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  ZbFoundTable *found;
  gboolean certain;
  guint first;

  table.ordinals = zb_table_ordinals_are_on (runs, table.body) && table.body + 1 < table.to;
  if (!table.ordinals && table.body > table.from + 1 && ends_with_piece (&table))
    table.body--;
  first = table.body + (table.ordinals ? 1 : 0);
  table.rows = rows;
  table.columns = columns = zb_table_columns_new (runs, first, table.to);
  zb_table_columns_split_runs (table.columns, runs, table.from, table.to);
  zb_table_columns_place_runs (table.columns, runs, table.body, table.to);
  if (!is_table (&table))
    return NULL;
  blocks = zb_head_blocks_new (&table);
  certain = zb_head_columns_assign (&table, blocks);
  zb_table_unruled_set_rows (&table);
  zb_table_unruled_join_wraps (&table);
  found = zb_table_unruled_build (&table, blocks, zb_head_spans_set (&table, blocks), page);
  found->doubtful = !certain;
  return found;
}

/* Whether the line above @line is of words that heads have, and nothing stands between the two. */
static gboolean
is_under_head (const ZbTextRuns *runs, guint line) {
  const ZbRunLine *above = &g_array_index (runs->lines, ZbRunLine, line - 1),
                  *below = &g_array_index (runs->lines, ZbRunLine, line);
  const ZbBox *lower = &g_array_index (runs->runs, ZbTextRun, below->first).box;

  for (guint i = above->first; i < above->first + above->count; i++) {
    const ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);
    g_autofree char *text = zb_text_runs_get_text (runs, run);

    if (lower->y0 - run->box.y1 > run->box.y1 - run->box.y0 || !zb_text_head_words_is_known (text))
      return FALSE;
  }
  return above->count > 0;
}

/* Words of the head that have their lines to themselves are of the table below them. */
static void
take_heads_above (const ZbTextRuns *runs, GArray *regions) {
  for (guint i = 0; i < regions->len; i++) {
    ZbTextRegion *region = &g_array_index (regions, ZbTextRegion, i);
    guint least = i > 0 ? g_array_index (regions, ZbTextRegion, i - 1).to : 0;

    while (region->body > region->from && region->from > least && is_under_head (runs, region->from))
      region->from--;
  }
}

static void
found_table_free (gpointer data) {
  zb_found_table_free (data);
}

GPtrArray *
zb_table_unruled_run (ZbPageContent *content) {
  GPtrArray *tables = g_ptr_array_new_with_free_func (found_table_free);
  g_autoptr (ZbTextRuns) runs = zb_text_runs_new (content->glyphs);
  g_autoptr (GArray) regions = NULL;
  g_autofree gboolean *taken = g_new0 (gboolean, runs->lines->len + 1);

  runs->slack = content->slack;
  if (runs->runs->len > MAX_RUNS)
    return tables;
  regions = zb_table_regions_new (runs);
  take_heads_above (runs, regions);
  for (guint i = 0; i < regions->len; i++) {
    const ZbTextRegion *region = &g_array_index (regions, ZbTextRegion, i);
    ZbFoundTable *found = find_table (runs, region, content->page);

    if (found == NULL)
      continue;
    g_ptr_array_add (tables, found);
    for (guint line = region->from; line < region->to; line++)
      taken[line] = TRUE;
  }
  if (tables->len > 0)
    keep_others (content, runs, taken);
  return tables;
}
