/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "number.h"
#include "quantity.h"

G_BEGIN_DECLS

/* One quantity and where its parts stand in the folded text. */
typedef struct {
  ZbQuantity *quantity; /* borrowed */
  gsize start, number_start, number_end, unit_start, unit_end, end;
  gboolean bracketed; /* the number stands in brackets, the unit behind them: (12.5)万元 */
} ZbQuantityParts;

/* Finds the unit behind @parts->number_end, with what belongs to it: 余, further parts in smaller
 * units (2亿3000万元, 12元5角), 整. Sets the unit and the number of the quantity, not its value, and
 * moves the ends of the parts; without a unit all ends are that of the number. @chinese: the
 * number is a Chinese numeral. */
void zb_quantity_unit_match (const ZbNumberText *text, gboolean chinese, ZbQuantityParts *parts);

/* The unit printed right before @at (百分之, ¥) and its length in bytes; NULL and 0 where none is. */
const ZbUnit *zb_quantity_unit_match_prefix (const char *folded, gsize at, gsize *length);

G_END_DECLS
