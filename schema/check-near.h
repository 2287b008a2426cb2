/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Compares what the rule's left and right mean for each period and measure that prints left: notes where they are
 * far apart. Tables that print one of them in several rows are no witnesses. */
void zb_check_near (ZbReport *report, const ZbRule *rule);

G_END_DECLS
