/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-cells.h"
#include "table-runs.h"

G_BEGIN_DECLS

/* Some tables draw their column lines in the header only, and rows as bands below it. Parts the
 * rows of @raster that no edge parts at all its column lines, where the @runs of several rows keep
 * clear of them. Returns the number of rows parted. */
guint zb_raster_part_bands (ZbRaster *raster, const ZbTextRuns *runs);

/* Others draw column lines only, and nothing between their rows. Parts each row of @raster whose
 * @glyphs (ZbGlyph) stand in several lines with values beside other text, as the rows of a table
 * without rulings are parted. Returns the number of rows added. */
guint zb_raster_part_rows (ZbRaster *raster, const GArray *glyphs);

G_END_DECLS
