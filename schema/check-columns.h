/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Sums hold whatever a column is called. These rules ask whether the amounts of a column are what its header says. */

/* Evaluates a rule of type classes: of the amounts by economic class in one column that are read as left, most are
 * of the classes on the right. */
void zb_check_classes (ZbReport *report, const ZbRule *rule);

/* Two columns of a table whose amounts other places print the other way round. */
void zb_check_exchanged_columns (ZbReport *report);

G_END_DECLS
