/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Turns a 整体支出绩效评价基础数据表 into facts; returns how many. */
guint zb_map_base_data (ZbMapper *mapper, const ZbReportTable *table);

G_END_DECLS
