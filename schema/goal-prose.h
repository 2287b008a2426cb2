/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Reads the indicators that a form lists in one cell, each with its levels, name and values:
 * 1、1-产出指标，11-数量指标，发布期数；实施周期指标值：≥24期，年度指标值：≥12期；2、… The target is the value of the
 * year. ZbEvaluationRow, numbered from 1 on, without a place; the caller frees the array. */
GPtrArray *zb_goal_prose_read (const char *text);

G_END_DECLS
