/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include "text-paragraphs.h"

/* A wrapped cell is centred beside the numbers of its row:
 *
 *               机关事业单位基本养老保险缴费
 *     30108                                  142.60
 *               支出
 *
 * so as many pieces stand below the line of the numbers as above, and one more on it where they are odd. */

/* A piece that another follows fills this share of the widest text of its column. */
static const double FILLED = 0.75;

enum { MOST_ABOVE = 4 };

/* What stands in one column of the rows. */
typedef struct {
  ZbTextTable *table;
  guint col;
  gint *runs;        /* of each row its run in the column, or NONE or SEVERAL */
  gboolean *numbers; /* of each row whether it has a value */
  guint *tops, *bottoms; /* of each row its first and last line */
  double widest;
} Column;

enum { NONE = -1, SEVERAL = -2 };

static guint *
row_of (const ZbTextTable *table, guint run) {
  return &g_array_index (table->rows, guint, run - zb_text_table_first_run (table));
}

static void
survey_rows (Column *column) {
  ZbTextTable *table = column->table;
  guint end = zb_text_table_end_run (table);

  for (guint row = 0; row < table->row_count; row++) {
    column->runs[row] = NONE;
    column->numbers[row] = FALSE;
    column->tops[row] = G_MAXUINT;
    column->bottoms[row] = 0;
  }
  column->widest = 0;
  for (guint i = zb_text_table_first_run (table); i < end; i++) {
    const ZbTextRun *run = zb_text_table_run (table, i);
    guint row = *row_of (table, i);

    column->numbers[row] |= run->value;
    column->tops[row] = MIN (column->tops[row], run->line);
    column->bottoms[row] = MAX (column->bottoms[row], run->line);
    if (run->span > 1 || run->col != column->col)
      continue;
    column->runs[row] = column->runs[row] == NONE && !run->value ? (gint) i : SEVERAL;
    column->widest = MAX (column->widest, run->box.x1 - run->box.x0);
  }
}

/* Whether the row holds nothing but a piece of text in the column that may belong to a row beside it. */
static gboolean
is_piece (const Column *column, guint row) {
  return row < column->table->row_count && !column->numbers[row] && column->runs[row] >= 0;
}

static const ZbTextRun *
piece_at (const Column *column, guint row) {
  return zb_text_table_run (column->table, (guint) column->runs[row]);
}

/* Whether the two rows are on lines right one under the other. */
static gboolean
are_close (const Column *column, guint upper, guint lower) {
  const ZbRunLine *above = zb_text_table_line (column->table, column->bottoms[upper]);
  const ZbRunLine *below = zb_text_table_line (column->table, column->tops[lower]);

  return below->top - above->top < 1.6 * zb_text_table_run (column->table, below->first)->size;
}

static gboolean
is_filled (const Column *column, guint row) {
  const ZbTextRun *piece = piece_at (column, row);

  return piece->box.x1 - piece->box.x0 >= FILLED * column->widest;
}

/* How many pieces stand right above the row, that no row before it took, of those that fill the column. */
static guint
count_above (const Column *column, guint row, guint floor) {
  guint count = 0;

  while (count < MOST_ABOVE && row > floor + count && is_piece (column, row - count - 1)
         && are_close (column, row - count - 1, row - count) && is_filled (column, row - count - 1))
    count++;
  return count;
}

/* Whether @count pieces stand right below the row, of which none begins a row of its own. */
static gboolean
are_below (const Column *column, guint row, guint count) {
  for (guint i = 1; i <= count; i++) {
    g_autofree char *text = NULL;

    if (!is_piece (column, row + i) || !are_close (column, row + i - 1, row + i)
        || (i < count && !is_filled (column, row + i)))
      return FALSE;
    text = zb_text_runs_get_text (column->table->runs, piece_at (column, row + i));
    if (zb_text_paragraphs_is_start (text))
      return FALSE;
  }
  return TRUE;
}

static void
take_pieces (Column *column, guint row, guint count) {
  for (guint i = row - count; i <= row + count; i++) {
    if (i == row)
      continue;
    *row_of (column->table, (guint) column->runs[i]) = row;
    column->runs[i] = NONE;
  }
}

static void
join_column (Column *column) {
  guint floor = 0;

  survey_rows (column);
  for (guint row = 0; row < column->table->row_count; row++) {
    guint above;

    if (!column->numbers[row] || column->runs[row] == SEVERAL)
      continue;
    above = count_above (column, row, floor);
    while (above > 0 && !are_below (column, row, above))
      above--;
    if (above > 0 && (column->runs[row] == NONE || is_filled (column, row)))
      take_pieces (column, row, above);
    else
      above = 0;
    floor = row + above + 1;
  }
}

/* Numbers the rows anew, without those that have nothing left. */
static void
close_gaps (ZbTextTable *table) {
  g_autofree guint *numbers = g_new0 (guint, table->row_count + 1);
  guint count = 0;

  for (guint i = 0; i < table->rows->len; i++)
    numbers[g_array_index (table->rows, guint, i)] = 1;
  for (guint row = 0; row < table->row_count; row++)
    numbers[row] = numbers[row] != 0 ? count++ : 0;
  for (guint i = 0; i < table->rows->len; i++)
    g_array_index (table->rows, guint, i) = numbers[g_array_index (table->rows, guint, i)];
  table->row_count = count;
}

void
zb_table_unruled_join_wraps (ZbTextTable *table) {
  g_autofree gint *runs = g_new (gint, table->row_count);
  g_autofree gboolean *numbers = g_new (gboolean, table->row_count);
  g_autofree guint *tops = g_new (guint, table->row_count);
  g_autofree guint *bottoms = g_new (guint, table->row_count);
  Column column = { table, 0, runs, numbers, tops, bottoms, 0 };

  for (; column.col < table->columns->len; column.col++)
    join_column (&column);
  close_gaps (table);
}
