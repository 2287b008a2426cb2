/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "number.h"
#include "quantity.h"

G_BEGIN_DECLS

/* The words and signs around a number. Offsets are bytes of the folded text. */

/* Whether @word stands right before @at. */
gboolean zb_quantity_marks_stands_before (const char *folded, gsize at, const char *word);

/* The start of the bound or 约 that ends at @at, whose flags are added; @at where there is none. */
gsize zb_quantity_marks_before (const char *folded, gsize at, ZbQuantityFlags *flags);
/* The end of 以上, 左右 or 以内 at @at, behind a number of @unit (NULL: none), likewise. */
gsize zb_quantity_marks_after (const char *folded, gsize at, const ZbUnit *unit,
                               ZbQuantityFlags *flags);
/* The length of 余, 多 or 几 at @at; 0 where there is none. */
gsize zb_quantity_marks_more (const char *folded, gsize at);
/* The start of the sign before @at: a minus, △, ▲, ▽, ▼ or 负 that is not the dash of a range, a list or
 * a page number; @at where there is none. @previous_end is the end of the quantity before; in a
 * @cell a sign may stand apart from its number. */
gsize zb_quantity_marks_sign (const ZbNumberText *text, gsize at, gsize previous_end,
                              gboolean cell);
/* Whether bytes @from to @to are nothing but the mark of a range: 至, ~ or a dash. */
gboolean zb_quantity_marks_is_range (const char *folded, gsize from, gsize to);

G_END_DECLS
