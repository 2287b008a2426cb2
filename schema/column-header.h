/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "unit.h"

G_BEGIN_DECLS

/* The words of the header above column @col, from top to bottom (const char *, borrowed from @table), without
 * blanks and column numbers. @spans: whether the source knows merged cells. The caller frees the array. */
GPtrArray *zb_column_header_path (const ZbTable *table, guint col, gboolean spans);

/* The unit named in @text: behind 单位： or alone in brackets; NULL where none is. */
const ZbUnit *zb_columns_find_unit (const char *text);

G_END_DECLS
