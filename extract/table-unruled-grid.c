/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include "layout-lines.h"

/* Body and header reach this many points beyond their text. */
static const double MARGIN = 2.0;

/* The grid being filled; places that no cell owns are NULL. */
typedef struct {
  ZbFoundTable *found;
  GPtrArray *owners; /* ZbCell *, rows × cols; borrowed */
  GPtrArray *glyphs; /* GArray of ZbGlyph per owner, in the order of the table's cells */
  guint rows, cols;
} Grid;

static void
array_unref (gpointer data) {
  g_array_unref (data);
}

static ZbCell **
owner_at (Grid *grid, guint row, guint col) {
  return (ZbCell **) &grid->owners->pdata[row * grid->cols + col];
}

static gboolean
is_free (Grid *grid, guint row, guint col, guint rowspan, guint colspan) {
  for (guint i = row; i < row + rowspan; i++)
    for (guint j = col; j < col + colspan; j++)
      if (*owner_at (grid, i, j) != NULL)
        return FALSE;
  return TRUE;
}

/* The cell at the place, new or there already; a span that is not free is not made. */
static ZbCell *
claim_cell (Grid *grid, guint row, guint col, guint rowspan, guint colspan) {
  ZbCell *cell = *owner_at (grid, row, col);

  if (cell != NULL)
    return cell;
  if (!is_free (grid, row, col, rowspan, colspan))
    rowspan = colspan = 1;
  cell = zb_table_add_cell (grid->found->table, row, col, NULL);
  cell->rowspan = rowspan;
  cell->colspan = colspan;
  for (guint i = row; i < row + rowspan; i++)
    for (guint j = col; j < col + colspan; j++)
      *owner_at (grid, i, j) = cell;
  g_ptr_array_add (grid->glyphs, g_array_new (FALSE, FALSE, sizeof (ZbGlyph)));
  return cell;
}

static void
add_run (Grid *grid, const ZbTextTable *table, ZbCell *cell, const ZbTextRun *run) {
  const GPtrArray *cells = grid->found->table->cells;
  guint index = 0;

  for (index = cells->len - 1; index > 0 && g_ptr_array_index (cells, index) != cell;)
    index--;
  g_array_append_vals (g_ptr_array_index (grid->glyphs, index),
                       &g_array_index (table->runs->glyphs, ZbGlyph, run->first), run->count);
  grid->found->glyphs += run->count;
}

static void
fill_header (Grid *grid, const ZbTextTable *table, const GPtrArray *blocks) {
  for (guint i = 0; i < blocks->len; i++) {
    const ZbHeadBlock *block = g_ptr_array_index (blocks, i);
    ZbCell *cell = claim_cell (grid, block->row, block->col, block->rowspan, block->colspan);

    for (guint j = 0; j < block->runs->len; j++)
      add_run (grid, table, cell, zb_text_table_run (table, g_array_index (block->runs, guint, j)));
  }
}

static void
fill_body (Grid *grid, const ZbTextTable *table, guint header_rows) {
  guint first = zb_text_table_first_run (table), end = zb_text_table_end_run (table);

  for (guint i = first; i < end; i++) {
    const ZbTextRun *run = zb_text_table_run (table, i);
    guint row = header_rows + g_array_index (table->rows, guint, i - first), col = run->col;

    if (run->span > 1 && !is_free (grid, row, col, 1, run->span))
      col = zb_table_columns_lookup (table->columns, &run->box);
    add_run (grid, table, claim_cell (grid, row, col, 1, run->span), run);
  }
}

/* Column lines: half way from column to column. */
static GArray *
get_column_lines (const ZbTextTable *table) {
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  const ZbTextColumn *columns = (const ZbTextColumn *) (const void *) table->columns->data;
  guint count = table->columns->len;
  double at = columns[0].x0 - MARGIN;

  g_array_append_val (lines, at);
  for (guint i = 1; i < count; i++) {
    at = (columns[i - 1].x1 + columns[i].x0) / 2;
    g_array_append_val (lines, at);
  }
  at = columns[count - 1].x1 + MARGIN;
  g_array_append_val (lines, at);
  return lines;
}

static void
finish_cells (Grid *grid) {
  GPtrArray *cells = grid->found->table->cells;

  for (guint i = 0; i < cells->len; i++) {
    ZbCell *cell = g_ptr_array_index (cells, i);
    GArray *glyphs = g_ptr_array_index (grid->glyphs, i);
    double width = g_array_index (grid->found->xs, double, cell->col + cell->colspan)
                   - g_array_index (grid->found->xs, double, cell->col);
    guint lines = 0;

    cell->origin = (ZbOrigin) { grid->found->page, TRUE, g_array_index (glyphs, ZbGlyph, 0).box, 0 };
    for (guint j = 0; j < glyphs->len; j++) {
      const ZbBox *box = &g_array_index (glyphs, ZbGlyph, j).box;

      cell->origin.recognition |= g_array_index (glyphs, ZbGlyph, j).recognition;
      cell->origin.box = (ZbBox) { MIN (cell->origin.box.x0, box->x0),
                                   MIN (cell->origin.box.y0, box->y0),
                                   MAX (cell->origin.box.x1, box->x1),
                                   MAX (cell->origin.box.y1, box->y1) };
    }
    g_free (cell->text);
    cell->text = zb_layout_lines_fold (glyphs, width, &lines);
    if (lines > 1)
      cell->flags |= ZB_CELL_JOINED;
  }
}

ZbFoundTable *
zb_table_unruled_build (const ZbTextTable *table, const GPtrArray *blocks, guint header_rows, guint page) {
  Grid grid = { .found = g_new0 (ZbFoundTable, 1), .cols = table->columns->len };

  grid.rows = header_rows + table->row_count;
  grid.owners = g_ptr_array_new ();
  g_ptr_array_set_size (grid.owners, (gint) (grid.rows * grid.cols));
  grid.glyphs = g_ptr_array_new_with_free_func (array_unref);
  grid.found->table = zb_table_new ();
  grid.found->page = page;
  grid.found->xs = get_column_lines (table);
  grid.found->box
    = (ZbBox) { g_array_index (grid.found->xs, double, 0), zb_text_table_line (table, table->from)->top - MARGIN,
                g_array_index (grid.found->xs, double, grid.cols),
                zb_text_table_line (table, table->to - 1)->bottom + MARGIN };
  fill_header (&grid, table, blocks);
  fill_body (&grid, table, header_rows);
  finish_cells (&grid);
  grid.found->table->header_rows = header_rows + (table->ordinals ? 1 : 0);
  zb_table_add_page (grid.found->table, page);
  zb_table_finish (grid.found->table);
  g_ptr_array_unref (grid.owners);
  g_ptr_array_unref (grid.glyphs);
  return grid.found;
}
