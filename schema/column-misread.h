/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-columns.h"

G_BEGIN_DECLS

/* In recognised print a header may have a wrong character, 使额 for 金额. Where nothing else in @table
 * can be the column of amounts, the one unknown column of numbers is, and says so (`label_fuzzy`). */
void zb_columns_settle_misread (GArray *columns, const ZbTable *table);

G_END_DECLS
