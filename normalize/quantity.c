/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity.h"

#include <string.h>

#include "candidate.h"
#include "chinese-numeral.h"
#include "number-name.h"
#include "number.h"
#include "quantity-kind.h"
#include "quantity-marks.h"
#include "quantity-pair.h"
#include "quantity-unit.h"
#include "text-fold.h"

/* A printed quantity, from left to right: a bound or 约, a sign, the number, 余, the unit, and
 * 以上 or 左右. All of it is matched on the folded text; raw and raw_unit are cut from the source. */

/* What is known while one text is read. Offsets are bytes of the folded text. */
typedef struct {
  const ZbNumberText *text;
  gboolean cell;
  gsize previous_end; /* end of the quantity before; 0 where there is none */
} Scan;

void
zb_quantity_free (ZbQuantity *quantity) {
  g_free (quantity->raw);
  g_free (quantity->raw_unit);
  g_free (quantity);
}

gboolean
zb_quantity_apply_unit (ZbQuantity *quantity, const ZbUnit *unit) {
  ZbDecimal value;

  if (!zb_decimal_multiply (quantity->number, unit->factor, &value))
    return FALSE;
  quantity->unit = unit;
  quantity->value = value;
  return TRUE;
}

gboolean
zb_quantities_load (GError **error) {
  return zb_units_load (error) && zb_quantity_kind_load (error) && zb_candidates_load (error);
}

static char *
copy_source (const ZbNumberText *text, gsize start, gsize end) {
  gsize from, last;
  const char *to;

  if (end <= start)
    return NULL;
  from = g_array_index (text->offsets, gsize, start);
  last = g_array_index (text->offsets, gsize, end - 1);
  to = g_utf8_next_char (text->source + last);
  return g_strndup (text->source + from, (gsize) (to - (text->source + from)));
}

/* A Chinese numeral is a number only where a unit follows and no word runs into it: 四个科室, but
 * not 一般, 三公, 统一. */
static gboolean
is_plausible_numeral (const char *folded, gsize at, const ZbQuantity *quantity) {
  gunichar before;

  if (quantity->unit == NULL || quantity->unit->misread)
    return FALSE;
  if (quantity->number.scale == 0 && zb_quantity_kind_is_word (folded, at))
    return FALSE; /* 一点 is a word, 一点五亿元 is an amount */
  if (at == 0)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (folded + at));
  return !zb_chinese_numeral_has (before) && !g_unichar_isdigit (before);
}

static void
finish (const Scan *scan, ZbQuantityParts *found) {
  const ZbNumberText *text = scan->text;
  ZbQuantity *quantity = found->quantity;

  quantity->raw = copy_source (text, found->number_start, found->number_end);
  if (quantity->unit != NULL && quantity->raw_unit == NULL) {
    quantity->raw_unit = copy_source (text, found->unit_start, found->unit_end);
    if (quantity->unit->misread)
      quantity->flags |= ZB_QUANTITY_UNIT_REPAIRED;
  }
  quantity->start = g_array_index (text->offsets, gsize, found->start);
  quantity->number_start = g_array_index (text->offsets, gsize, found->number_start);
  quantity->end = g_array_index (text->offsets, gsize, found->end);
}

/* 2024.4.30, 010-12345678, 1/3; FALSE where none begins at @at. */
static gboolean
parse_name (const Scan *scan, gsize at, ZbQuantityParts *found) {
  static const ZbQuantityFlags FLAGS[] = {
    [ZB_NUMBER_NAME_DATE] = ZB_QUANTITY_DATE | ZB_QUANTITY_ORDINAL,
    [ZB_NUMBER_NAME_CODE] = ZB_QUANTITY_ORDINAL,
    [ZB_NUMBER_NAME_FRACTION] = ZB_QUANTITY_FRACTION | ZB_QUANTITY_ORDINAL,
    [ZB_NUMBER_NAME_MARK] = ZB_QUANTITY_ORDINAL,
  };
  gsize length = 0;
  ZbNumberName name = zb_number_name_match (scan->text, at, &length, &found->quantity->number);

  if (name == ZB_NUMBER_NAME_NONE)
    return FALSE;
  found->quantity->value = found->quantity->number;
  found->quantity->flags = FLAGS[name];
  found->start = found->number_start = at;
  found->number_end = found->end = at + length;
  return TRUE;
}

/* 三分之一, from its denominator on. */
static gboolean
parse_chinese_fraction (const Scan *scan, gsize at, const ZbNumber *denominator,
                        ZbQuantityParts *found) {
  gsize above = at + denominator->length + strlen ("分之");
  ZbQuantity *quantity = found->quantity;
  ZbNumber numerator;

  if (!denominator->chinese
      || !g_str_has_prefix (scan->text->folded + at + denominator->length, "分之")
      || !zb_number_parse (scan->text, above, &numerator)
      || !zb_decimal_divide (numerator.value, denominator->value, ZB_DECIMAL_MAX_SCALE,
                             &quantity->number))
    return FALSE;
  quantity->value = quantity->number;
  quantity->flags = ZB_QUANTITY_FRACTION | ZB_QUANTITY_ORDINAL;
  found->start = found->number_start = at;
  found->number_end = found->end = above + numerator.length;
  return TRUE;
}

/* The unit before the number wins over none behind it, and 万 behind it multiplies it: ¥5万. */
static void
apply_prefix (const Scan *scan, ZbQuantityParts *found, gsize at) {
  ZbQuantity *quantity = found->quantity;
  gsize length;
  const ZbUnit *unit = zb_quantity_unit_match_prefix (scan->text->folded, at, &length);

  if (unit == NULL)
    return;
  if (unit->dimension == ZB_DIMENSION_PERCENT) {
    quantity->unit = unit;
    found->unit_end = found->end = found->number_end;
  } else if (quantity->unit == NULL) {
    quantity->unit = unit;
  } else if (quantity->unit->dimension == ZB_DIMENSION_SCALE) {
    quantity->unit = zb_unit_scale (quantity->unit, unit);
    found->start = at - length;
    return;
  } else {
    return;
  }
  quantity->raw_unit = copy_source (scan->text, at - length, at);
  found->start = at - length;
}

/* 百分之百 has no digit. */
static gboolean
parse_number (const Scan *scan, gsize at, ZbNumber *number) {
  gsize length;

  if (zb_number_parse (scan->text, at, number))
    return TRUE;
  if (!g_str_has_prefix (scan->text->folded + at, "百")
      || zb_quantity_unit_match_prefix (scan->text->folded, at, &length) == NULL)
    return FALSE;
  *number = (ZbNumber){ .value = zb_decimal_from_int (100), .length = strlen ("百"),
                        .chinese = TRUE };
  return TRUE;
}

#define LONGEST_LIST_MARK 3 /* bytes: two digits and a point */

static gboolean
parse_amount (const Scan *scan, gsize at, const ZbNumber *number, ZbQuantityParts *found) {
  const char *folded = scan->text->folded;
  ZbQuantity *quantity = found->quantity;

  /* `1.` alone in a text is the mark of a list; in a cell it is cut off */
  gboolean truncated = number->truncated && (scan->cell || number->length > LONGEST_LIST_MARK);

  found->number_end = at + number->length - (number->truncated && !truncated);
  found->number_start = found->start = at;
  quantity->number = quantity->value = number->value;
  quantity->flags = (number->spaced ? ZB_QUANTITY_SPACED : 0)
                    | (number->doubtful ? ZB_QUANTITY_DOUBTFUL : 0)
                    | (truncated ? ZB_QUANTITY_TRUNCATED : 0);
  zb_quantity_unit_match (scan->text, number->chinese, found);
  apply_prefix (scan, found, at);
  if (found->start == at)
    found->start = found->number_start
        = zb_quantity_marks_sign (scan->text, at, scan->previous_end, scan->cell);
  found->start -= found->bracketed;
  if (number->chinese && !is_plausible_numeral (folded, at, quantity))
    return FALSE;
  found->end = zb_quantity_marks_after (folded, found->end, quantity->unit, &quantity->flags);
  quantity->flags |= zb_quantity_kind_classify (scan->text, at, found->number_end,
                                                scan->previous_end, quantity);
  if (quantity->flags & ZB_QUANTITY_ORDINAL && quantity->unit == NULL)
    found->start = found->number_start = at; /* -12- is a page; a name has no sign */
  if (found->number_start < at)
    quantity->number = zb_decimal_negate (quantity->number);
  quantity->value = quantity->number;
  return quantity->unit == NULL || zb_quantity_apply_unit (quantity, quantity->unit);
}

/* 约 and the like belong to amounts: 近2024年, 近3年 say when, not how much. */
static void
match_bound (const Scan *scan, ZbQuantityParts *found) {
  ZbQuantityFlags flags = 0;
  gsize start = zb_quantity_marks_before (scan->text->folded, found->start, &flags);
  const ZbUnit *unit = found->quantity->unit;

  if (flags == ZB_QUANTITY_APPROXIMATE && unit != NULL && unit->dimension == ZB_DIMENSION_TIME
      && g_str_has_prefix (scan->text->folded + start, "近"))
    return;
  found->start = start;
  found->quantity->flags |= flags;
}

/* The quantity whose number begins at @at. FALSE where none does; then @found->end is where to go
 * on looking. */
static gboolean
parse_at (const Scan *scan, gsize at, ZbQuantityParts *found) {
  g_autoptr (ZbQuantity) quantity = g_new0 (ZbQuantity, 1);
  ZbNumber number;

  *found = (ZbQuantityParts){ .quantity = quantity };
  if (!parse_name (scan, at, found)) {
    if (!parse_number (scan, at, &number)) {
      found->end = at + number.length;
      return FALSE;
    }
    if (!parse_chinese_fraction (scan, at, &number, found)
        && !parse_amount (scan, at, &number, found)) {
      found->end = number.chinese ? at : at + number.length;
      return FALSE;
    }
  }
  match_bound (scan, found);
  finish (scan, found);
  found->quantity = g_steal_pointer (&quantity);
  return TRUE;
}

static gboolean
may_begin (const ZbNumberText *text, gsize at) {
  guchar byte = (guchar) text->folded[at];

  if (byte < 0x80)
    return g_ascii_isdigit (byte);
  return zb_chinese_numeral_begins (text->folded + at);
}

static GPtrArray *
find (const ZbNumberText *text) {
  GPtrArray *quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_quantity_free);
  Scan scan = { .text = text, .cell = text->cell };
  ZbQuantityParts previous = { 0 }, found;
  gsize at = 0;

  while (text->folded[at] != '\0') {
    if (!may_begin (text, at)) {
      at += (gsize) g_utf8_skip[(guchar) text->folded[at]];
      continue;
    }
    if (!parse_at (&scan, at, &found)) {
      at = MAX (found.end, at + (gsize) g_utf8_skip[(guchar) text->folded[at]]);
      continue;
    }
    if (previous.quantity != NULL)
      zb_quantity_pair_relate (text, &previous, &found);
    g_ptr_array_add (quantities, found.quantity);
    previous = found;
    at = scan.previous_end = found.end;
  }
  return quantities;
}

GPtrArray *
zb_quantities_find (const char *source) {
  g_auto (ZbNumberText) text = { 0 };

  zb_number_text_init (&text, source);
  return find (&text);
}

GPtrArray *
zb_quantities_find_in_cell (const char *source) {
  g_auto (ZbNumberText) text = { 0 };

  zb_number_text_init (&text, source);
  text.cell = TRUE;
  return find (&text);
}
