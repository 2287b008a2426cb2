/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* A table as it stands on one page, with the geometry that joining needs. */
typedef struct {
  ZbTable *table; /* owned; zb_found_table_steal() takes it */
  guint page;
  ZbBox box;
  GArray *xs;     /* double: the cols + 1 column lines */
  guint64 glyphs; /* in its cells */
  gboolean doubtful; /* found without rulings, and some words of its header have no column that is certain */
} ZbFoundTable;

/* Finds the ruled tables of a page and moves their glyphs out of content->glyphs into cells.
 * Returns ZbFoundTable * from top to bottom; the caller frees the array, which owns them.
 * A lone box, and a frame with one column, are no tables: their glyphs stay. */
GPtrArray *zb_table_finder_run (ZbPageContent *content);

void zb_found_table_free (ZbFoundTable *found);
ZbTable *zb_found_table_steal (ZbFoundTable *found);

/* The rasters (ZbRaster) of all lattices of @edges that have several columns. The caller frees the
 * array, which owns them. */
GPtrArray *zb_table_finder_collect_rasters (const GArray *edges);

G_END_DECLS
