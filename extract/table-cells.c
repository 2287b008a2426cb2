/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-cells.h"

#include <string.h>

/* Two lines of one raster are at least this many points apart. */
static const double MIN_STEP = 3.0;
/* An edge parts two places when it runs along this share of their common side. */
static const double MIN_COVER = 0.5;
/* A line has to reach this many points beyond the last crossing one to show an open side. */
static const double OPEN_SIDE = 6.0;
/* More places than this on one page are no table. */
static const guint MAX_PLACES = 200000;

static gint
compare_doubles (gconstpointer a, gconstpointer b) {
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
line_at (const GArray *lines, guint i) {
  return g_array_index (lines, double, i);
}

/* Where at least two edges across end at one place beyond the outermost line, that place. */
static gboolean
find_open_side (const GArray *edges, gboolean vertical, double outermost, int direction,
                double *side) {
  guint count = 0;
  double farthest = outermost;

  for (guint i = 0; i < edges->len; i++) {
    const ZbRuling *edge = &g_array_index (edges, ZbRuling, i);
    double end = direction < 0 ? edge->from : edge->to;

    if (edge->vertical != vertical && (end - farthest) * direction > 0)
      farthest = end;
  }
  for (guint i = 0; i < edges->len; i++) {
    const ZbRuling *edge = &g_array_index (edges, ZbRuling, i);
    double end = direction < 0 ? edge->from : edge->to;

    count += edge->vertical != vertical && (farthest - end) * direction <= ZB_EDGE_REACH;
  }
  *side = farthest;
  return count >= 2 && (farthest - outermost) * direction >= OPEN_SIDE;
}

static GArray *
collect_lines (const GArray *edges, gboolean vertical) {
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  double side;

  for (guint i = 0; i < edges->len; i++) {
    const ZbRuling *edge = &g_array_index (edges, ZbRuling, i);

    if (edge->vertical == vertical)
      g_array_append_val (all, edge->at);
  }
  g_array_sort (all, compare_doubles);
  for (guint i = 0; i < all->len; i++) {
    double at = line_at (all, i);

    if (lines->len == 0 || at - line_at (lines, lines->len - 1) >= MIN_STEP)
      g_array_append_val (lines, at);
  }
  if (lines->len == 0)
    return lines;
  if (find_open_side (edges, vertical, line_at (lines, 0), -1, &side))
    g_array_prepend_val (lines, side);
  if (find_open_side (edges, vertical, line_at (lines, lines->len - 1), 1, &side))
    g_array_append_val (lines, side);
  return lines;
}

static guint
lookup_nearest (const GArray *lines, double position) {
  guint best = 0;

  for (guint i = 1; i < lines->len; i++)
    if (ABS (line_at (lines, i) - position) < ABS (line_at (lines, best) - position))
      best = i;
  return best;
}

/* Sets the flags along one edge. The outermost lines part nothing. */
static void
mark_edge (ZbRaster *raster, const ZbRuling *edge) {
  const GArray *across = edge->vertical ? raster->xs : raster->ys;
  const GArray *along = edge->vertical ? raster->ys : raster->xs;
  guint line = lookup_nearest (across, edge->at);

  if (line == 0 || line + 1 == across->len)
    return;
  for (guint i = 0; i + 1 < along->len; i++) {
    double low = line_at (along, i), high = line_at (along, i + 1);
    double covered = MIN (high, edge->to) - MAX (low, edge->from);

    if (covered < MIN_COVER * (high - low))
      continue;
    if (edge->vertical)
      raster->right[i * raster->cols + line - 1] = TRUE;
    else
      raster->below[(line - 1) * raster->cols + i] = TRUE;
  }
}

ZbRaster *
zb_raster_new (const GArray *edges) {
  g_autoptr (ZbRaster) raster = g_new0 (ZbRaster, 1);

  raster->xs = collect_lines (edges, TRUE);
  raster->ys = collect_lines (edges, FALSE);
  if (raster->xs->len < 2 || raster->ys->len < 2
      || (guint64) raster->xs->len * raster->ys->len > MAX_PLACES)
    return NULL;
  raster->cols = raster->xs->len - 1;
  raster->rows = raster->ys->len - 1;
  raster->right = g_new0 (gboolean, raster->rows * raster->cols);
  raster->below = g_new0 (gboolean, raster->rows * raster->cols);
  for (guint i = 0; i < edges->len; i++)
    mark_edge (raster, &g_array_index (edges, ZbRuling, i));
  return g_steal_pointer (&raster);
}

void
zb_raster_free (ZbRaster *raster) {
  g_clear_pointer (&raster->xs, g_array_unref);
  g_clear_pointer (&raster->ys, g_array_unref);
  g_free (raster->right);
  g_free (raster->below);
  g_free (raster);
}

/* Gives @region to the place and to all that it is open to. @stack holds rows × cols places. */
static void
flood (const ZbRaster *raster, guint *regions, guint *stack, guint place, guint region) {
  guint depth = 0, cols = raster->cols;

  regions[place] = region;
  stack[depth++] = place;
  while (depth > 0) {
    guint at = stack[--depth], row = at / cols, col = at % cols;
    gboolean open[4] = { col + 1 < cols && !raster->right[at], col > 0 && !raster->right[at - 1],
                         row + 1 < raster->rows && !raster->below[at],
                         row > 0 && !raster->below[at - cols] };
    guint next[4] = { at + 1, at - 1, at + cols, at - cols };

    for (guint i = 0; i < 4; i++)
      if (open[i] && regions[next[i]] == 0) {
        regions[next[i]] = region;
        stack[depth++] = next[i];
      }
  }
}

static gboolean
is_row_of_region (const ZbRaster *raster, const guint *regions, const ZbRasterCell *cell, guint row,
                  guint region) {
  for (guint col = cell->col; col < cell->col + cell->colspan; col++)
    if (regions[row * raster->cols + col] != region)
      return FALSE;
  return TRUE;
}

/* The largest cell of one region that starts at the place; its places leave the region. */
static ZbRasterCell
take_cell (const ZbRaster *raster, guint *regions, guint place) {
  ZbRasterCell cell = { place / raster->cols, place % raster->cols, 1, 1 };
  guint region = regions[place];

  while (cell.col + cell.colspan < raster->cols && regions[place + cell.colspan] == region)
    cell.colspan++;
  while (cell.row + cell.rowspan < raster->rows
         && is_row_of_region (raster, regions, &cell, cell.row + cell.rowspan, region))
    cell.rowspan++;
  for (guint row = cell.row; row < cell.row + cell.rowspan; row++)
    memset (regions + row * raster->cols + cell.col, 0, cell.colspan * sizeof *regions);
  return cell;
}

GArray *
zb_raster_get_cells (const ZbRaster *raster) {
  guint places = raster->rows * raster->cols, region = 0;
  g_autofree guint *regions = g_new0 (guint, places);
  g_autofree guint *stack = g_new (guint, places);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ZbRasterCell));

  for (guint place = 0; place < places; place++)
    if (regions[place] == 0)
      flood (raster, regions, stack, place, ++region);
  for (guint place = 0; place < places; place++)
    if (regions[place] != 0) {
      ZbRasterCell cell = take_cell (raster, regions, place);

      g_array_append_val (cells, cell);
    }
  return cells;
}

gint
zb_raster_lookup (const GArray *lines, double position) {
  guint low = 0, high = lines->len;

  while (low < high) {
    guint half = low + (high - low) / 2;

    if (line_at (lines, half) <= position)
      low = half + 1;
    else
      high = half;
  }
  return low == 0 || low == lines->len ? -1 : (gint) low - 1;
}
