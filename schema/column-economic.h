/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "document.h"

G_BEGIN_DECLS

/* Forms whose columns are economic classes: 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助. */
typedef struct {
  gboolean many;       /* the header of the table names several of them */
  gboolean government; /* those of the government budget, 5xx */
} ZbEconomicHeader;

/* Whether the header of @table, of amounts spent, names three classes or more; fewer are words that mean
 * something else as well (会议费, 其他支出). */
ZbEconomicHeader zb_economic_header_find (const ZbCatalogue *catalogue, const ZbTable *table,
                                          const ZbTableKind *kind);

/* The code of the class called @word (folded) in such a header; interned, NULL where none is. */
const char *zb_economic_header_lookup (const ZbEconomicHeader *header, const ZbCatalogue *catalogue,
                                       const char *word);

G_END_DECLS
