/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

/* All are shares of the font size. Lines nearer than this stand beside each other. */
static const double BESIDE = 0.8;
/* Lines of one wrapped cell are at most this far apart … */
static const double WRAP_STEP = 1.6;
/* … and nearer than this share of the distance of two rows. */
static const double WRAP_SHARE = 0.8;

static gint
compare_doubles (gconstpointer a, gconstpointer b) {
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The middle of the line's first run: smaller print beside it does not move it. */
static double
get_middle (const ZbTextTable *table, guint line) {
  const ZbTextRun *run = zb_text_table_run (table, zb_text_table_line (table, line)->first);

  return (run->box.y0 + run->box.y1) / 2;
}

/* The usual distance from one line with values to the next; 0 where there is one such line. */
static double
measure_pitch (const ZbTextTable *table) {
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  guint before = 0;
  gboolean any = FALSE;

  for (guint i = table->body; i < table->to; i++) {
    double step;

    if (zb_text_table_line (table, i)->values == 0)
      continue;
    step = any ? get_middle (table, i) - get_middle (table, before) : 0;
    if (step > BESIDE * zb_text_table_run (table, zb_text_table_line (table, i)->first)->size)
      g_array_append_val (steps, step);
    before = i;
    any = TRUE;
  }
  g_array_sort (steps, compare_doubles);
  return steps->len > 0 ? g_array_index (steps, double, steps->len / 4) : 0;
}

/* The columns that the line fills, as bits. */
static guint64
get_columns (const ZbTextTable *table, guint line) {
  const ZbRunLine *row = zb_text_table_line (table, line);
  guint64 columns = 0;

  for (guint i = row->first; i < row->first + row->count; i++)
    columns |= G_GUINT64_CONSTANT (1) << (zb_text_table_run (table, i)->col & 63);
  return columns;
}

/* Whether the lines @line - 1 and @line are of one row, when rows are @pitch apart. */
static gboolean
is_same_row (const ZbTextTable *table, guint line, double pitch, gboolean starts_row) {
  const ZbRunLine *above = zb_text_table_line (table, line - 1), *below = zb_text_table_line (table, line);
  guint64 above_columns = get_columns (table, line - 1), columns = get_columns (table, line);
  double size = zb_text_table_run (table, below->first)->size;
  double step = get_middle (table, line) - get_middle (table, line - 1);

  if (step < BESIDE * size)
    return above->values == 0 || below->values == 0 || (above_columns & columns) == 0;
  if (step > WRAP_STEP * size || (pitch > 0 && step > WRAP_SHARE * pitch)
      || (above->values > 0 && below->values > 0)
      || (pitch <= 0 && above->values == 0 && below->values == 0))
    return FALSE;
  if (below->values == 0)
    return (columns & ~above_columns) == 0;
  if ((above_columns & ~columns) != 0 || !starts_row)
    return FALSE;
  return line - 1 == table->body
         || get_middle (table, line - 1) - get_middle (table, line - 2) > 1.2 * step;
}

void
zb_table_unruled_set_rows (ZbTextTable *table) {
  double pitch = measure_pitch (table);
  gboolean starts_row = TRUE;
  guint row = 0;

  g_array_set_size (table->rows, 0);
  for (guint i = table->body; i < table->to; i++) {
    gboolean same = i > table->body && !(table->ordinals && i == table->body + 1)
                    && is_same_row (table, i, pitch, starts_row);

    row += i > table->body && !same;
    starts_row = !same;
    for (guint j = 0; j < zb_text_table_line (table, i)->count; j++)
      g_array_append_val (table->rows, row);
  }
  table->row_count = row + 1;
}
