/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Whether @table lists many projects, a row an indicator: 项目名称 in the header beside 三级指标. */
gboolean zb_goal_list_recognize (const ZbTable *table);

/* Turns such a list into one ZbEvaluation a project and the facts of their funds; returns how many
 * facts and rows. */
guint zb_map_goal_list (ZbMapper *mapper, const ZbReportTable *table);

G_END_DECLS
