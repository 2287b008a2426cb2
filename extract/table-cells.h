/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-edges.h"

G_BEGIN_DECLS

/* The raster that the edges of one lattice draw: all their lines, extended over the whole. */
typedef struct {
  GArray *xs, *ys; /* double, ascending: cols + 1 and rows + 1 lines */
  guint rows, cols;
  gboolean *right;  /* rows × cols: an edge parts this place from the one to the right */
  gboolean *below;  /* rows × cols: … from the one below */
} ZbRaster;

/* A cell of the raster; spans count places. */
typedef struct {
  guint row, col, rowspan, colspan;
} ZbRasterCell;

/* Step 3: the raster of the edges (ZbRuling) of one lattice. Where both ends of several lines
 * reach beyond the outermost crossing line, the table is open at that side and gets a border.
 * NULL where the edges enclose nothing or more places than a page can hold. The caller frees it. */
ZbRaster *zb_raster_new (const GArray *edges);
void zb_raster_free (ZbRaster *raster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbRaster, zb_raster_free)

/* Step 4: places that no edge parts are one cell. Every place is in exactly one ZbRasterCell, and
 * the cells are ordered by row, then column. The caller unrefs the array. */
GArray *zb_raster_get_cells (const ZbRaster *raster);

/* Which of the @lines (as in ZbRaster) holds @position: the index of the line before it, or -1
 * where it lies outside. */
gint zb_raster_lookup (const GArray *lines, double position);

G_END_DECLS
