/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-cells.h"
#include "table-runs.h"

G_BEGIN_DECLS

/* Some tables draw their column lines in the header only, and rows as bands below it. Parts the
 * rows of @raster that no edge parts at all its column lines, where the @runs of several rows keep
 * clear of them. Returns the number of rows parted. */
guint zb_raster_part_bands (ZbRaster *raster, const ZbTextRuns *runs);

G_END_DECLS
