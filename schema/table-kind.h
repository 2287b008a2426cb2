/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* The kind of @table by its title and, for evaluation forms, by the words of its rows; @family is
 * the one that the document as a whole belongs to. NULL where no kind fits: `other`. */
const ZbTableKind *zb_table_kind_recognize (const ZbCatalogue *catalogue, const ZbTable *table,
                                            const char *family);

/* Whether the table holds data, is declared empty (本表无数据), or is a blank form. */
ZbTableState zb_table_kind_state (const ZbTable *table, const ZbTableKind *kind);

G_END_DECLS
