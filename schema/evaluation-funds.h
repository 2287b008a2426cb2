/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Part of a year, as 1-7月执行数 tells it; last is 0 where it is all of the year. */
typedef struct {
  guint8 first, last;
} ZbMonths;

/* The block of funds of an evaluation form while it is read: which measure stands in which column. */
typedef struct {
  guint header_row;      /* 1-based; 0 before a header was seen */
  const char *measures[64]; /* interned, by column; NULL where none */
  ZbMonths months[64];   /* of which months the column tells, by column */
  const ZbUnit *unit;
  gboolean pairs;        /* the rows hold pairs of name and amount */
  guint shift;           /* by so many columns the last row stood too far left */
} ZbFundsBlock;

/* Reads one row of the block: a header, a line of amounts under it, or cells that hold name and
 * amount together (其中：一般公共预算：320.50). @subject gives period and subject. Returns how many
 * facts were added. */
guint zb_funds_block_read (ZbMapper *mapper, const ZbReportTable *place, guint row,
                           const ZbDimensions *subject, ZbFundsBlock *block);

G_END_DECLS
