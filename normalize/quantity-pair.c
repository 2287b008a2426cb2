/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity-pair.h"

#include "number.h"
#include "quantity-kind.h"
#include "quantity-marks.h"

static gboolean
is_year (const ZbQuantity *quantity) {
  return quantity->unit == NULL && quantity->number.scale == 0
         && quantity->number.coefficient >= 1900 && quantity->number.coefficient < 2100;
}

/* 2万至3万元, 5000万至1亿元, 2万至30000元: what the scale of the first end multiplies. */
static void
complete_scale (ZbQuantity *low, const ZbUnit *of_high) {
  const char *rest = of_high->spelling;

  while (*rest != '\0') {
    const ZbUnit *base = zb_unit_lookup (rest);
    const ZbUnit *whole = base != NULL && base->dimension != ZB_DIMENSION_SCALE
                              ? zb_unit_scale (low->unit, base)
                              : NULL;

    if (base != NULL && zb_decimal_compare (base->factor, zb_decimal_from_int (1)) == 0
        && whole != NULL && zb_quantity_apply_unit (low, whole))
      return;
    rest = g_utf8_next_char (rest);
  }
}

/* 10~15人, 2021-2023年: both ends are marked, and the first has the unit of the second. */
static void
join_range (const ZbNumberText *text, ZbQuantityParts *first,
            ZbQuantityParts *second) {
  ZbQuantity *low = first->quantity, *high = second->quantity;

  if (!zb_quantity_marks_is_range (text->folded, first->end, second->start))
    return;
  if ((low->flags | high->flags) & ZB_QUANTITY_FRACTION)
    return;
  if (low->unit != NULL && low->unit->dimension == ZB_DIMENSION_SCALE && high->unit != NULL)
    complete_scale (low, high->unit);
  if (low->unit == NULL && high->unit != NULL && !(low->flags & ZB_QUANTITY_ORDINAL)
      && zb_quantity_apply_unit (low, high->unit))
    low->flags |= zb_quantity_kind_classify (text, first->number_start, first->number_end, 0, low);
  if ((low->unit == NULL && high->unit == NULL)
      || zb_quantity_marks_stands_before (text->folded, first->number_start, "第"))
    high->flags |= low->flags & ZB_QUANTITY_ORDINAL;
  if (is_year (low) && is_year (high)) {
    low->flags |= ZB_QUANTITY_DATE;
    high->flags |= ZB_QUANTITY_DATE;
  }
  low->flags |= ZB_QUANTITY_RANGE;
  high->flags |= ZB_QUANTITY_RANGE;
}

/* 1千 and 20百万元, 5 and 123.4: side by side, and perhaps one amount in a form that is not read. */
static void
mark_pieces (const ZbNumberText *text, const ZbQuantityParts *first, const ZbQuantityParts *second) {
  ZbQuantity *low = first->quantity, *high = second->quantity;
  const char *digits = text->folded + second->number_start;
  gboolean scaled = low->unit != NULL && low->unit->dimension == ZB_DIMENSION_SCALE;

  if (first->end != second->start || (low->flags | high->flags) & (ZB_QUANTITY_DATE | ZB_QUANTITY_ORDINAL))
    return;
  if (scaled && high->unit != NULL)
    low->flags |= ZB_QUANTITY_PIECE;
  else if (low->unit != NULL || !g_ascii_isdigit (digits[0])
           || zb_number_text_count_digits (text, second->number_start) != 3)
    return;
  high->flags |= ZB_QUANTITY_PIECE;
}

void
zb_quantity_pair_relate (const ZbNumberText *text, ZbQuantityParts *first, ZbQuantityParts *second) {
  mark_pieces (text, first, second);
  join_range (text, first, second);
}
