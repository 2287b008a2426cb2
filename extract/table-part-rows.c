/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-parts.h"

#include "table-unruled.h"

/* So many lines must hold a value beside something else before they are taken for rows. */
static const guint MIN_FULL_LINES = 3;
/* … and that many lines of the smallest print need this many points. */
static const double MIN_HEIGHT = 18.0;

static double
line_at (const GArray *lines, guint i) {
  return g_array_index (lines, double, i);
}

/* Whether the row has room for several lines, and edges bound it above and below and part it at
 * every column line. */
static gboolean
is_row_of_columns (const ZbRaster *raster, guint row) {
  if (line_at (raster->ys, row + 1) - line_at (raster->ys, row) < MIN_HEIGHT)
    return FALSE;
  for (guint col = 0; col < raster->cols; col++)
    if ((col + 1 < raster->cols && !raster->right[row * raster->cols + col])
        || (row > 0 && !raster->below[(row - 1) * raster->cols + col])
        || (row + 1 < raster->rows && !raster->below[row * raster->cols + col]))
      return FALSE;
  return TRUE;
}

static GArray *
collect_glyphs (const ZbRaster *raster, const GArray *glyphs, guint row) {
  GArray *within = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
  double top = line_at (raster->ys, row), bottom = line_at (raster->ys, row + 1);

  for (guint i = 0; i < glyphs->len; i++) {
    const ZbBox *box = &g_array_index (glyphs, ZbGlyph, i).box;
    double middle = (box->y0 + box->y1) / 2;

    if (middle >= top && middle < bottom
        && zb_raster_lookup (raster->xs, (box->x0 + box->x1) / 2) >= 0)
      g_array_append_vals (within, &g_array_index (glyphs, ZbGlyph, i), 1);
  }
  return within;
}

/* Cuts the runs that cross a column line. */
static void
cut_runs (const ZbRaster *raster, ZbTextRuns *runs) {
  for (guint i = 0; i < runs->runs->len; i++) {
    const ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);
    gint first = -1;

    for (guint j = 0; j < run->count; j++) {
      const ZbBox *box = &g_array_index (runs->glyphs, ZbGlyph, run->first + j).box;
      gint col = zb_raster_lookup (raster->xs, (box->x0 + box->x1) / 2);

      if (j > 0 && col != first) {
        zb_text_runs_split (runs, i, j);
        break;
      }
      first = col;
    }
  }
}

static GArray *
get_columns (const ZbRaster *raster) {
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (ZbTextColumn));

  for (guint col = 0; col < raster->cols; col++) {
    ZbTextColumn column = { line_at (raster->xs, col), line_at (raster->xs, col + 1) };

    g_array_append_val (columns, column);
  }
  return columns;
}

/* The lines that hold a value beside something else; numbers may stand half a line beside. */
static guint
count_full_lines (const GArray *lines) {
  guint full = 0;

  for (guint i = 0; i < lines->len; i++) {
    const ZbRunLine *line = &g_array_index (lines, ZbRunLine, i);
    gboolean beside = line->count > 1 || (i > 0 && line[-1].bottom > line->top)
                      || (i + 1 < lines->len && line[1].top < line->bottom);

    full += line->values > 0 && beside;
  }
  return full;
}

/* The lines between the rows that the text of one row of the raster makes (double, ascending);
 * none where it makes a single one. */
static GArray *
find_lines (const ZbRaster *raster, const GArray *glyphs, guint row) {
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) within = collect_glyphs (raster, glyphs, row);
  g_autoptr (ZbTextRuns) runs = zb_text_runs_new (within);
  g_autoptr (GArray) columns = get_columns (raster);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  ZbTextTable table = { .runs = runs, .to = runs->lines->len, .columns = columns, .rows = rows };

  cut_runs (raster, runs);
  if (count_full_lines (runs->lines) < MIN_FULL_LINES)
    return lines;
  zb_table_columns_place_runs (columns, runs, 0, runs->lines->len);
  zb_table_unruled_set_rows (&table);
  for (guint i = 1; i < runs->lines->len; i++) {
    const ZbRunLine *above = &g_array_index (runs->lines, ZbRunLine, i - 1), *line = above + 1;
    double at = (above->bottom + line->top) / 2;

    if (g_array_index (rows, guint, line->first) != g_array_index (rows, guint, above->first))
      g_array_append_val (lines, at);
  }
  return lines;
}

/* Puts @lines into the row: what parts it across parts each of the new rows. */
static void
insert_lines (ZbRaster *raster, guint row, const GArray *lines) {
  guint cols = raster->cols, rows = raster->rows + lines->len;
  gboolean *right = g_new0 (gboolean, rows * cols), *below = g_new0 (gboolean, rows * cols);

  for (guint i = 0; i < rows; i++) {
    guint from = i <= row ? i : i <= row + lines->len ? row : i - lines->len;
    gboolean added = i >= row && i < row + lines->len;

    for (guint col = 0; col < cols; col++) {
      right[i * cols + col] = raster->right[from * cols + col];
      below[i * cols + col] = added || raster->below[from * cols + col];
    }
  }
  g_free (raster->right);
  g_free (raster->below);
  raster->right = right;
  raster->below = below;
  raster->rows = rows;
  g_array_insert_vals (raster->ys, row + 1, lines->data, lines->len);
}

guint
zb_raster_part_rows (ZbRaster *raster, const GArray *glyphs) {
  guint added = 0;

  for (guint row = 0; row < raster->rows; row++) {
    g_autoptr (GArray) lines = NULL;

    if (!is_row_of_columns (raster, row))
      continue;
    lines = find_lines (raster, glyphs, row);
    if (lines->len > 0)
      insert_lines (raster, row, lines);
    row += lines->len;
    added += lines->len;
  }
  return added;
}
