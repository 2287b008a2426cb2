/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-indicator-rows.h"

#include <string.h>

#include "text-flat-row.h"
#include "text-fold.h"
#include "text-form-words.h"
#include "text-sums.h"

/* The rows of a table of indicators: what stands before the kind of target has its place by its words, what stands
 * behind it by its type, and where one number is left for weight or score, by the sum of the weights. */

static const gint64 WHOLE = G_GINT64_CONSTANT (100000000), WITHOUT_FUNDS = G_GINT64_CONSTANT (90000000);

typedef struct {
  guint first, anchor, end; /* cells of the row, that of the kind of target, and the one behind the row */
  GArray *ways;             /* guint32: columns behind the kind of target */
} Row;

typedef struct {
  const ZbIndicatorTable *table;
  GArray *rows; /* Row */
  GPtrArray *texts; /* const char *: those of the cells */
} Reading;

static void
clear_cell (gpointer data) {
  g_free (((ZbIndicatorCell *) data)->text);
}

GArray *
zb_text_indicator_cells_new (void) {
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ZbIndicatorCell));

  g_array_set_clear_func (cells, clear_cell);
  return cells;
}

static void
clear_row (gpointer data) {
  g_array_unref (((Row *) data)->ways);
}

static const char *
text_at (const Reading *reading, guint i) {
  return g_ptr_array_index (reading->texts, i);
}

static guint
line_at (const Reading *reading, guint i) {
  return g_array_index (reading->table->cells, ZbIndicatorCell, i).line;
}

static Row *
row_at (const Reading *reading, guint i) {
  return &g_array_index (reading->rows, Row, i);
}

static gboolean
is_level (const char *text) {
  ZbFormWord word = zb_text_form_words_lookup (text);

  return word == ZB_FORM_WORD_LEVEL1 || word == ZB_FORM_WORD_LEVEL2;
}

static gboolean
is_total (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return g_str_equal (folded, "合计") || g_str_equal (folded, "总计") || g_str_equal (folded, "总分");
}

/* The first cell of the row whose kind of target is @anchor, not before @least. */
static guint
find_first (const Reading *reading, guint anchor, guint least) {
  guint first = anchor > least ? anchor - 1 : anchor;

  while (first > least && !reading->table->flat && line_at (reading, first - 1) == line_at (reading, anchor))
    first--;
  while (first > least && is_level (text_at (reading, first - 1)))
    first--;
  return first;
}

static guint
count_tail (const ZbIndicatorTable *table) {
  return table->cols - table->name - 2;
}

/* The cell behind the last one of the last row: what follows a table may look like words of it. */
static guint
find_last_end (const Reading *reading, guint anchor) {
  guint i = anchor + 1, most = MIN (i + count_tail (reading->table), reading->texts->len);

  if (!reading->table->flat) {
    while (i < reading->texts->len && line_at (reading, i) == line_at (reading, anchor))
      i++;
    return i;
  }
  if (reading->table->barred)
    return most;
  for (; i < most; i++)
    if (is_total (text_at (reading, i))
        || (i > anchor + 2 && !zb_text_flat_row_is_number (text_at (reading, i)))
        || (i == anchor + 2 && !zb_text_flat_row_is_number (text_at (reading, i))
            && !zb_text_indicator_fits (text_at (reading, i), ZB_INDICATOR_COLUMN_UNIT)))
      break;
  /* A reason stands before the total. */
  if (i < most && i + 1 < reading->texts->len && !is_total (text_at (reading, i))
      && is_total (text_at (reading, i + 1)))
    i++;
  return i;
}

static void
find_rows (Reading *reading) {
  for (guint i = 0; i < reading->texts->len; i++) {
    guint least = reading->rows->len > 0 ? row_at (reading, reading->rows->len - 1)->anchor + 1 : 0;
    Row row = { .anchor = i };

    if (!zb_text_indicator_is_relation (text_at (reading, i)))
      continue;
    if (reading->rows->len > 0 && reading->table->barred)
      least = MIN (least + count_tail (reading->table), i);
    row.first = find_first (reading, i, least);
    if (reading->rows->len > 0)
      row_at (reading, reading->rows->len - 1)->end = row.first;
    row.ways = g_array_new (FALSE, FALSE, sizeof (guint32));
    row.end = find_last_end (reading, i);
    g_array_append_val (reading->rows, row);
  }
}

/* Leaves the ways in which a unit stands behind a number and behind nothing else, where there are any such. */
static void
narrow_by_unit (const Reading *reading, Row *row) {
  const ZbIndicatorTable *table = reading->table;
  guint32 measured = strpbrk (text_at (reading, row->anchor + 1), "0123456789") != NULL ? 1 : 0;
  guint kept = 0;

  if (table->name + 3 >= table->cols || table->kinds[table->name + 3] != ZB_INDICATOR_COLUMN_UNIT)
    return;
  for (guint i = 0; i < row->ways->len; i++)
    kept += (g_array_index (row->ways, guint32, i) >> 1 & 1) == measured;
  for (guint i = row->ways->len; i-- > 0 && kept > 0;)
    if ((g_array_index (row->ways, guint32, i) >> 1 & 1) != measured)
      g_array_remove_index (row->ways, i);
}

/* Whether the cells before the kind of target are levels and a name. */
static gboolean
has_name (const Reading *reading, const Row *row) {
  guint i = row->first;

  while (i < row->anchor && (is_level (text_at (reading, i)) || *text_at (reading, i) == '\0'))
    i++;
  return i < row->anchor && !zb_text_flat_row_is_value (text_at (reading, i))
         && line_at (reading, i) <= line_at (reading, row->anchor)
         && (reading->table->flat || line_at (reading, i) == line_at (reading, row->anchor));
}

static void
find_ways (const Reading *reading, Row *row) {
  const ZbIndicatorTable *table = reading->table;

  if (!has_name (reading, row) || row->end <= row->anchor + 1
      || (!table->flat && line_at (reading, row->end - 1) != line_at (reading, row->anchor)))
    return;
  g_array_unref (row->ways);
  row->ways = zb_text_indicator_ways ((const char *const *) reading->texts->pdata + row->anchor + 1,
                                      row->end - row->anchor - 1, table->kinds + table->name + 2,
                                      count_tail (table));
  narrow_by_unit (reading, row);
}

/* The column of weights behind the kind of target; count_tail() where there is none. */
static guint
find_weights (const ZbIndicatorTable *table) {
  guint col = 0;

  while (col < count_tail (table) && table->kinds[table->name + 2 + col] != ZB_INDICATOR_COLUMN_NUMBER)
    col++;
  return col;
}

/* What @way of @row puts into column @col, in millionths; 0 for a blank. */
static gint64
amount_in (const Reading *reading, const Row *row, guint32 way, guint col) {
  guint place = zb_text_sums_count_columns (way & (((guint32) 1 << col) - 1));
  gint64 amount = 0;

  if (way >> col & 1)
    zb_text_sums_read_amount (text_at (reading, row->anchor + 1 + place), &amount);
  return amount;
}

/* The way of @row with nothing but its target, unit and weight; 0 for none. */
static guint32
lone_weight (const Row *row, guint weights) {
  for (guint i = 0; i < row->ways->len; i++) {
    guint32 way = g_array_index (row->ways, guint32, i);

    if ((way & ~(guint32) 3) == (guint32) 1 << weights)
      return way;
  }
  return 0;
}

/* Where one number alone is left in every row that is not certain, and with it as weights the weights of all rows are
 * 100, or 90 without the funds, it is the weight. */
static void
settle_weights (const Reading *reading) {
  guint weights = find_weights (reading->table);
  gint64 sum = 0;

  if (weights < 2 || weights == count_tail (reading->table))
    return;
  for (guint i = 0; i < reading->rows->len; i++) {
    const Row *row = row_at (reading, i);
    guint32 way = row->ways->len == 1 ? g_array_index (row->ways, guint32, 0) : lone_weight (row, weights);

    if (way == 0)
      return;
    sum += amount_in (reading, row, way, weights);
  }
  if (sum != WHOLE && sum != WITHOUT_FUNDS)
    return;
  for (guint i = 0; i < reading->rows->len; i++) {
    Row *row = row_at (reading, i);
    guint32 way = lone_weight (row, weights);

    if (row->ways->len == 1)
      continue;
    g_array_set_size (row->ways, 0);
    g_array_append_val (row->ways, way);
  }
}

static void
set_cell (GPtrArray *row, guint col, const char *text) {
  ZbTextCell *cell = zb_text_row_get (row, col);

  if (*text == '\0')
    return;
  cell->flags |= ZB_CELL_COLUMN_INFERRED | (cell->text->len > 0 ? ZB_CELL_JOINED : 0);
  zb_text_cell_append (cell, text);
}

/* 成本指标 is of the first level where a level stands behind it. */
static guint
find_level (const Reading *reading, const Row *row, guint i) {
  gboolean first = zb_text_form_words_lookup (text_at (reading, i)) == ZB_FORM_WORD_LEVEL1
                   || (i + 1 < row->anchor && is_level (text_at (reading, i + 1)));

  return first || reading->table->name < 2 ? 0 : 1;
}

static GPtrArray *
new_placed (const Reading *reading, const Row *row) {
  GPtrArray *cells = zb_text_row_new ();
  guint32 way = g_array_index (row->ways, guint32, 0);
  guint next = row->anchor + 1, i = row->first;

  while (cells->len < reading->table->cols)
    zb_text_row_add (cells, "");
  for (; i < row->anchor && (is_level (text_at (reading, i)) || *text_at (reading, i) == '\0'); i++)
    if (*text_at (reading, i) != '\0')
      set_cell (cells, find_level (reading, row, i), text_at (reading, i));
  for (; i < row->anchor; i++)
    set_cell (cells, reading->table->name, text_at (reading, i));
  set_cell (cells, reading->table->name + 1, text_at (reading, row->anchor));
  for (guint col = 0; col < count_tail (reading->table); col++)
    if (way >> col & 1)
      set_cell (cells, reading->table->name + 2 + col, text_at (reading, next++));
  return cells;
}

/* The cells from @first to before @end as they are printed. */
static void
add_whole (const Reading *reading, GPtrArray *rows, guint first, guint end) {
  g_autoptr (GString) joined = g_string_new (NULL);
  GPtrArray *row;
  ZbTextCell *cell;

  for (guint i = first; i < end; i++)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", text_at (reading, i));
  if (joined->len == 0)
    return;
  row = zb_text_row_new ();
  cell = zb_text_row_add (row, joined->str);
  cell->colspan = reading->table->cols;
  cell->flags |= ZB_CELL_JOINED | ZB_CELL_COLUMN_INFERRED;
  g_ptr_array_add (rows, row);
}

static void
add_rows (const Reading *reading, GPtrArray *rows, guint *unplaced) {
  add_whole (reading, rows, 0, row_at (reading, 0)->first);
  for (guint i = 0; i < reading->rows->len; i++) {
    const Row *row = row_at (reading, i);

    if (row->ways->len == 1) {
      g_ptr_array_add (rows, new_placed (reading, row));
      continue;
    }
    add_whole (reading, rows, row->first, row->end);
    ++*unplaced;
  }
}

/* The sum of the weights of all rows; -1 where one is not certain. */
static gint64
sum_weights (const Reading *reading, guint weights) {
  gint64 sum = 0;

  for (guint i = 0; i < reading->rows->len; i++) {
    const Row *row = row_at (reading, i);

    if (row->ways->len != 1)
      return -1;
    sum += amount_in (reading, row, g_array_index (row->ways, guint32, 0), weights);
  }
  return sum;
}

/* Adds the row of the total at cell @i, whose first number is that of the weights where it is their sum. Returns the
 * cell behind it. */
static guint
add_total (const Reading *reading, guint i, GPtrArray *rows) {
  guint weights = find_weights (reading->table), col = reading->table->name + 2 + weights, end = i + 1;
  gint64 first = 0;
  GPtrArray *row;

  while (end < reading->texts->len && end <= i + 2 && zb_text_flat_row_is_number (text_at (reading, end)))
    end++;
  if (weights == count_tail (reading->table) || end == i + 1
      || !zb_text_sums_read_amount (text_at (reading, i + 1), &first)
      || first != sum_weights (reading, weights)
      || (end == i + 3 && (col + 1 >= reading->table->cols || reading->table->kinds[col + 1] != ZB_INDICATOR_COLUMN_NUMBER))) {
    add_whole (reading, rows, i, end);
    return end;
  }
  row = zb_text_row_new ();
  while (row->len < reading->table->cols)
    zb_text_row_add (row, "");
  set_cell (row, 0, text_at (reading, i));
  for (guint number = i + 1; number < end; number++)
    set_cell (row, col++, text_at (reading, number));
  g_ptr_array_add (rows, row);
  return end;
}

guint
zb_text_indicator_rows_read (const ZbIndicatorTable *table, GPtrArray *rows, guint *unplaced) {
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  Reading reading = { .table = table, .rows = found, .texts = texts };
  guint end;

  g_array_set_clear_func (found, clear_row);
  for (guint i = 0; i < table->cells->len; i++)
    g_ptr_array_add (texts, g_array_index (table->cells, ZbIndicatorCell, i).text);
  find_rows (&reading);
  if (found->len == 0)
    return 0;
  for (guint i = 0; i < found->len; i++)
    find_ways (&reading, row_at (&reading, i));
  settle_weights (&reading);
  add_rows (&reading, rows, unplaced);
  end = row_at (&reading, found->len - 1)->end;
  if (end < texts->len && is_total (text_at (&reading, end)))
    end = add_total (&reading, end, rows);
  /* The rest of a line is of the table. */
  while (end < texts->len && line_at (&reading, end) == line_at (&reading, end - 1))
    add_whole (&reading, rows, end, end + 1), end++;
  return line_at (&reading, end - 1) + 1;
}
