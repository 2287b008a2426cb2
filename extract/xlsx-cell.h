/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xlsx-sheet.h"

G_BEGIN_DECLS

enum { ZB_XLSX_MAX_ROWS = 1048576, ZB_XLSX_MAX_COLS = 16384 };

/* The place that @reference ("B3") names, 0-based; returns what follows it, NULL where it is no
 * place of a sheet. */
const char *zb_xlsx_cell_parse_reference (const char *reference, guint *row, guint *col);

/* What the cell @node, a c of a worksheet, displays in @style. The caller frees it. */
char *zb_xlsx_cell_read_text (ZbXlsxStory *story, const xmlNode *node, const ZbXlsxStyle *style);

/* The text of @node, an si or an is: its runs without phonetic guides. The caller frees it. */
char *zb_xlsx_cell_read_rich_text (const xmlNode *node);

G_END_DECLS
