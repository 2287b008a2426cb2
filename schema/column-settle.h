/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-columns.h"

G_BEGIN_DECLS

/* What a column means beside the others of its table: @columns (ZbColumn) as their own headers say, settled, and
 * numbered by groups. */
void zb_columns_settle (const ZbMapper *mapper, GArray *columns, const ZbTable *table,
                        const ZbTableKind *kind);

G_END_DECLS
