/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grid-text.h"

#include "display-text.h"

/* A column is wide enough for a long amount, and for two wide characters at least. */
#define MOST_WIDTH 32
#define LEAST_WIDTH 4

/* " | " between two columns. */
#define GAP 3

typedef struct {
  const ZbTable *table;
  const ZbCell **places; /* rows × cols: the cell that covers each */
  guint *widths;
} Grid;

static void
grid_clear (Grid *grid) {
  g_free (grid->places);
  g_free (grid->widths);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static void
place_cell (Grid *grid, const ZbCell *cell) {
  const ZbTable *table = grid->table;

  for (guint row = cell->row; row < MIN (cell->row + cell->rowspan, table->rows); row++)
    for (guint col = cell->col; col < MIN (cell->col + cell->colspan, table->cols); col++)
      grid->places[(gsize) row * table->cols + col] = cell;
}

static void
grid_init (Grid *grid, const ZbTable *table) {
  grid->table = table;
  grid->places = g_new0 (const ZbCell *, (gsize) table->rows * table->cols + 1);
  grid->widths = g_new0 (guint, table->cols + 1);
  for (guint col = 0; col < table->cols; col++)
    grid->widths[col] = LEAST_WIDTH;
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    guint *width = &grid->widths[MIN (cell->col, table->cols)];

    place_cell (grid, cell);
    if (cell->colspan == 1)
      *width = MAX (*width, MIN (zb_display_text_width (cell->text), MOST_WIDTH));
  }
}

static void
append_border (ZbTextSink *sink, const Grid *grid) {
  for (guint col = 0; col < grid->table->cols; col++) {
    zb_text_sink_append (sink, "+");
    zb_text_sink_append_repeated (sink, "-", grid->widths[col] + GAP - 1);
  }
  zb_text_sink_append (sink, "+\n");
}

/* The columns from @col on that show the same cell in @row, and their width together. */
static guint
count_span (const Grid *grid, guint row, guint col, guint *width) {
  const ZbCell *const *places = grid->places + (gsize) row * grid->table->cols;
  guint end = col + 1;

  *width = grid->widths[col];
  for (; end < grid->table->cols && places[col] != NULL && places[end] == places[col]; end++)
    *width += grid->widths[end] + GAP;
  return end - col;
}

/* One printed line of @row; FALSE where nothing of its texts was left. */
static gboolean
append_row_line (ZbTextSink *sink, const Grid *grid, guint row, const char **rests,
                 gboolean first) {
  g_autoptr (GString) line = g_string_new (NULL);
  const char *edge = first ? "|" : ":";
  gboolean any = first;
  guint width;

  for (guint col = 0; col < grid->table->cols; col += count_span (grid, row, col, &width)) {
    g_autofree char *text = NULL;

    count_span (grid, row, col, &width);
    any |= *rests[col] != '\0';
    text = zb_display_text_take_line (&rests[col], width);
    g_string_append_printf (line, "%s %s ", edge, text);
  }
  if (any) {
    zb_text_sink_append (sink, line->str);
    zb_text_sink_append (sink, edge);
    zb_text_sink_append (sink, "\n");
  }
  return any;
}

static void
append_row (ZbTextSink *sink, const Grid *grid, guint row) {
  const ZbTable *table = grid->table;
  g_autofree const char **rests = g_new0 (const char *, table->cols + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean first = TRUE;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = grid->places[(gsize) row * table->cols + col];

    rests[col] = "";
    if (cell == NULL || cell->row != row || cell->col != col)
      continue;
    g_ptr_array_add (texts, zb_display_text_clean (cell->text));
    rests[col] = g_ptr_array_index (texts, texts->len - 1);
  }
  while (append_row_line (sink, grid, row, rests, first))
    first = FALSE;
}

void
zb_grid_text_append (ZbTextSink *sink, const ZbTable *table) {
  g_auto (Grid) grid = { 0 };

  grid_init (&grid, table);
  append_border (sink, &grid);
  for (guint row = 0; row < table->rows; row++) {
    append_row (sink, &grid, row);
    if (row + 1 == table->header_rows && row + 1 < table->rows)
      append_border (sink, &grid);
  }
  append_border (sink, &grid);
}
