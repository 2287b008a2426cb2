/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quantity-unit.h"

G_BEGIN_DECLS

/* Marks what two quantities of @text, one right after the other, are to each other: the ends of a range, of which the first
 * takes the unit of the second, or perhaps the pieces of one amount in a form that is not read. */
void zb_quantity_pair_relate (const ZbNumberText *text, ZbQuantityParts *first,
                              ZbQuantityParts *second);

G_END_DECLS
