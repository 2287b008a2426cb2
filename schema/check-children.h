/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type children: in each table of its scope, every amount that has amounts with
 * codes right below its own is their sum. */
void zb_check_children (ZbReport *report, const ZbRule *rule);

G_END_DECLS
