/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Whether @table lists many projects, a row an indicator: 项目名称 in the header beside 三级指标. */
gboolean zb_goal_list_recognize (const ZbTable *table);

/* Whether @table, which has no title, goes on on the next page with a list of projects that @before (itself
 * one, or a part of one) breaks off. Which project its first rows belong to is not known then. */
gboolean zb_goal_list_continues (const ZbTable *table, const ZbTable *before);

/* Turns such a list into one ZbEvaluation a project and the facts of their funds; returns how many
 * facts and rows. */
guint zb_map_goal_list (ZbMapper *mapper, const ZbReportTable *table);

G_END_DECLS
