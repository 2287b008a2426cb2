/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

#define ZB_SUM_MOST_PARTS 63

/* The facts of a sum: the first is what the others make, of which the bits of `subtracted` are taken away. */
typedef struct {
  GPtrArray *facts;
  guint64 subtracted;
  gboolean complete; /* all parts that are not optional are printed */
} ZbSum;

void zb_sum_clear (ZbSum *sum);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbSum, zb_sum_clear)

/* Whether the parts make exactly the first. */
gboolean zb_sum_adds_up (const ZbSum *sum);

/* Whether another row of the same table has the dimensions of @fact: rows of a table named alike are told apart by
 * something unprinted, and so are their parts. */
gboolean zb_sum_is_one_of_many (const ZbReport *report, const ZbFact *fact);

/* Records the outcome of @rule for @sum: passed, failed, or where what the sum lacks may stand in rows or columns
 * that were not understood, not checkable, which is noted once a table (sum.parts_unread). */
void zb_sum_record (ZbReport *report, const ZbRule *rule, const ZbSum *sum);

G_END_DECLS
