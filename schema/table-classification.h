/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "document.h"

G_BEGIN_DECLS

typedef enum {
  ZB_ROWS_UNCLASSIFIED,
  ZB_ROWS_OF_FUNCTIONS,
  ZB_ROWS_OF_ECONOMY,
} ZbRowClassification;

/* The classification that the codes in the rows of @table belong to, in their own column or in front of a name, or
 * where no row has a code, the names: that of most of them, if most words of the body are such names. Functions have codes from 2 on, economic classes 3xx and
 * 5xx (政府收支分类科目). */
ZbRowClassification zb_table_find_classification (const ZbCatalogue *catalogue, const ZbTable *table);

/* The code printed in front of its name (2013801-行政运行, [201]一般公共服务支出) or alone; NULL where none. The caller
 * frees it. */
char *zb_table_leading_code (const char *text);

G_END_DECLS
