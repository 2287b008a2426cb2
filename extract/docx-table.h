/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-paragraph.h"

G_BEGIN_DECLS

/* Reads the grid of @node, a w:tbl, and of those behind it that Word displays as one table with it, into
 * *@table, which the caller frees. That is NULL where no row is left, and where @node itself was read with
 * the table before it. Tables inside its cells are appended to @nested (xmlNode *, borrowed) and keep their
 * text to themselves. Errors: ZB_ERROR_LIMIT where the document has more than max_cells. */
gboolean zb_docx_table_read (ZbDocxStory *story, const xmlNode *node, GPtrArray *nested,
                             ZbTable **table, GError **error);

G_END_DECLS
