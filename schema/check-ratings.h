/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Compares, in each paragraph, the number of projects that were rated with those of each grade: 绩效自评的项目4个 …
 * 评级为“优”的项目3个，“良”的项目1个. */
void zb_check_ratings (ZbReport *report);

G_END_DECLS
