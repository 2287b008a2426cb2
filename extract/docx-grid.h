/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-xml.h"

G_BEGIN_DECLS

/* The column lines that a w:tbl declares (w:tblGrid, ECMA-376 part 1, 17.4.48): guint64, in twentieths of a
 * point from the left edge on, beginning with 0. One line only where nothing is declared. The caller unrefs
 * the array. */
GArray *zb_docx_grid_lines_new (const xmlNode *table);

/* The columns that each cell of @row, a w:tr, covers by its width alone, as guint; the caller unrefs the
 * array. NULL where the row says itself what its cells cover, where it covers the whole grid as it is, or
 * where the widths do not end on @lines. */
GArray *zb_docx_grid_lines_match (const GArray *lines, const xmlNode *row);

/* The w:tbl before or behind @table that Word displays as one table with it: nothing stands between them,
 * and style, direction, position and column lines are the same. NULL for none. */
const xmlNode *zb_docx_grid_previous (const xmlNode *table);
const xmlNode *zb_docx_grid_next (const xmlNode *table);

G_END_DECLS
