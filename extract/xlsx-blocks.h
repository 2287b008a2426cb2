/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xlsx-sheet.h"

G_BEGIN_DECLS

/* Appends what @sheet shows to the document's blocks. Empty rows part it into tables; the lines
 * above a grid (title, unit, department) and below it (notes, signatures) become paragraphs.
 * Errors: ZB_ERROR_LIMIT where the document has more than max_cells. */
gboolean zb_xlsx_blocks_add (ZbXlsxStory *story, const ZbXlsxSheet *sheet, GError **error);

G_END_DECLS
