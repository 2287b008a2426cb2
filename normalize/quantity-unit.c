/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity-unit.h"

#include <string.h>

#include "chinese-numeral.h"
#include "quantity-marks.h"

/* Whether a character of the source begins at @at: ㎡ is two of the folded text. */
static gboolean
is_boundary (const ZbNumberText *text, gsize at) {
  const GArray *offsets = text->offsets;

  return at == 0 || g_array_index (offsets, gsize, at) != g_array_index (offsets, gsize, at - 1);
}

/* 48万余元: the scale, 余, and what the scale multiplies. NULL where it is not that: 5万几千元. */
static const ZbUnit *
match_split_unit (const char *folded, gsize *end, const ZbUnit *scale) {
  gsize behind = *end + zb_quantity_marks_more (folded, *end), length = 0;
  const ZbUnit *rest = behind > *end ? zb_unit_match (folded + behind, &length) : NULL;
  const ZbUnit *whole = rest != NULL && !zb_chinese_numeral_begins (rest->spelling)
                            ? zb_unit_scale (scale, rest)
                            : NULL;

  if (whole != NULL)
    *end = behind + length;
  return whole;
}

/* 三成 is a rate where it is compared with something or stands for itself; 成 may also begin any
 * verb (完成三成熟). */
static gboolean
is_rate_of_tenths (const char *folded, gsize start, gsize end) {
  static const char *const BEHIND[]
      = { ",", ";", ")", "。", "、", "以上", "以下", "以内", "左右", "多", "的" };
  static const char *const BEFORE[]
      = { "占",   "增长", "下降", "提高", "降低", "减少", "增加", "压减", "压缩",
          "上升", "节约", "约",   "近",   "超",   "过",   "达",   "到",   "至" };

  if (folded[end] == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (BEHIND); i++)
    if (g_str_has_prefix (folded + end, BEHIND[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (BEFORE); i++)
    if (zb_quantity_marks_stands_before (folded, start, BEFORE[i]))
      return TRUE;
  return FALSE;
}

/* 8时30分: an hour and its minutes. */
static gboolean
is_behind_hour (const char *folded, gsize start) {
  gsize length = strlen ("时");

  return start > length && g_ascii_isdigit (folded[start - length - 1])
         && (zb_quantity_marks_stands_before (folded, start, "时")
             || zb_quantity_marks_stands_before (folded, start, "点"));
}

/* What @unit is where it stands: 分 of a clock are minutes, 成 is a tenth only in a rate. */
static const ZbUnit *
judge_unit (const char *folded, const ZbQuantityParts *parts, const ZbUnit *unit, gsize end) {
  if (unit->dimension == ZB_DIMENSION_POINT && is_behind_hour (folded, parts->number_start))
    return zb_unit_lookup ("分钟");
  if (g_str_equal (unit->spelling, "成")
      && !is_rate_of_tenths (folded, parts->number_start, end))
    return NULL;
  return unit;
}

/* The unit behind the number, with 余 before, inside (48万余元) or behind it (5万余). */
static void
match_unit (const ZbNumberText *text, ZbQuantityParts *parts) {
  const char *folded = text->folded;
  gsize length = 0, more = zb_quantity_marks_more (folded, parts->number_end);
  const ZbUnit *unit = zb_unit_match (folded + parts->number_end + more, &length);

  parts->unit_start = parts->number_end + more;
  parts->unit_end = parts->end = parts->unit_start + length;
  if (unit == NULL || !is_boundary (text, parts->unit_end)) {
    parts->unit_start = parts->unit_end = parts->end = parts->number_end;
    return;
  }
  unit = judge_unit (folded, parts, unit, parts->unit_end);
  if (unit == NULL) {
    parts->unit_start = parts->unit_end = parts->end = parts->number_end;
    return;
  }
  parts->quantity->unit = unit;
  if (unit->dimension == ZB_DIMENSION_SCALE) {
    const ZbUnit *whole = match_split_unit (folded, &parts->unit_end, unit);

    if (whole != NULL)
      more = 1;
    else
      more += zb_quantity_marks_more (folded, parts->unit_end);
    parts->quantity->unit = whole != NULL ? whole : unit;
    parts->end = parts->unit_end + (whole == NULL ? zb_quantity_marks_more (folded, parts->unit_end)
                                                  : 0);
  }
  if (more > 0)
    parts->quantity->flags |= ZB_QUANTITY_APPROXIMATE;
}

/* Units that stand before the number. */
static const struct {
  const char *word;
  gsize length;
  const char *unit;
} PREFIXES[] = {
  { "百分之", sizeof "百分之" - 1, "%" }, { "千分之", sizeof "千分之" - 1, "‰" },
  { "万分之", sizeof "万分之" - 1, "‱" }, { "¥", sizeof "¥" - 1, "元" },
};

const ZbUnit *
zb_quantity_unit_match_prefix (const char *folded, gsize at, gsize *length) {
  for (guint i = 0; i < G_N_ELEMENTS (PREFIXES); i++) {
    *length = PREFIXES[i].length;
    if (at >= *length && memcmp (folded + at - *length, PREFIXES[i].word, *length) == 0)
      return zb_unit_lookup (PREFIXES[i].unit);
  }
  *length = 0;
  return NULL;
}

/* 2亿3000万元: adds the next number in a smaller unit, where it fills the places that the larger
 * unit leaves. FALSE where none stands there. */
static gboolean
add_smaller_part (const ZbNumberText *text, ZbQuantityParts *parts) {
  ZbQuantity *quantity = parts->quantity, part = { 0 };
  ZbQuantityParts next = { .quantity = &part, .number_start = parts->unit_end };
  ZbDecimal ratio, larger, most = quantity->unit->factor;
  ZbNumber number;

  if (parts->end != parts->unit_end || !zb_number_parse (text, parts->unit_end, &number)
      || number.value.scale > 0 || zb_number_text_has_gap (text, parts->unit_end))
    return FALSE;
  part.number = number.value;
  next.number_end = next.number_start + number.length;
  match_unit (text, &next);
  if (part.unit == NULL || part.unit->dimension == ZB_DIMENSION_TIME
      || !zb_quantity_apply_unit (&part, part.unit) || zb_decimal_compare (part.value, most) >= 0
      || !zb_decimal_shift (most, -1, &most) || zb_decimal_compare (part.value, most) < 0)
    return FALSE;
  if (!zb_decimal_divide (quantity->unit->factor, part.unit->factor, 0, &ratio)
      || !zb_decimal_multiply (quantity->number, ratio, &larger)
      || !zb_decimal_add (larger, part.number, &quantity->number))
    return FALSE;
  quantity->flags |= part.flags;
  quantity->unit = part.unit;
  parts->number_end = next.number_end;
  parts->unit_start = next.unit_start;
  parts->unit_end = next.unit_end;
  parts->end = next.end;
  return TRUE;
}

/* 12元5角8分: the small coins, in yuan. */
static void
add_coins (const ZbNumberText *text, ZbQuantityParts *parts) {
  static const struct {
    const char *word;
    guint8 scale;
  } COINS[] = { { "角", 1 }, { "分", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (COINS); i++) {
    ZbNumber number;
    gsize behind;

    if (!zb_number_parse (text, parts->end, &number) || number.value.scale > 0
        || number.value.coefficient > 9)
      continue;
    behind = parts->end + number.length;
    number.value.scale = COINS[i].scale;
    if (!g_str_has_prefix (text->folded + behind, COINS[i].word)
        || !zb_decimal_add (parts->quantity->number, number.value, &parts->quantity->number))
      continue;
    parts->number_end = parts->unit_start = behind;
    parts->unit_end = parts->end = behind + strlen (COINS[i].word);
  }
}

static gboolean
is_yuan (const ZbUnit *unit) {
  return unit != NULL && g_str_equal (unit->spelling, "元");
}

/* 元整, and 元正 behind Chinese numerals: nothing less follows. */
static gsize
match_exactly (const char *text, gboolean chinese) {
  static const char *const WORDS[] = { "整体", "整改", "整合", "整治", "整理", "整个", "整修" };

  if (chinese && g_str_has_prefix (text, "正"))
    return strlen ("正");
  if (!g_str_has_prefix (text, "整"))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_has_prefix (text, WORDS[i]))
      return 0;
  return strlen ("整");
}

/* Whether the number at @start is the value of something, not a name: nothing, a mark or 为 stands
 * before it. */
static gboolean
opens_value (const char *folded, gsize start) {
  gunichar before;

  if (start == 0 || zb_quantity_marks_stands_before (folded, start, "为"))
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (folded + start));
  return !g_unichar_isalnum (before) && before != '(' && before != '-' && before != '/';
}

/* 1500(毫秒): the unit in brackets of its own, with no word behind them. */
static void
match_bracketed_unit (const ZbNumberText *text, ZbQuantityParts *parts) {
  const char *folded = text->folded;
  gsize start = parts->number_end + 1, length = 0;
  const ZbUnit *unit;

  if (folded[parts->number_end] != '(' || !opens_value (folded, parts->number_start))
    return;
  unit = zb_unit_match (folded + start, &length);
  if (unit == NULL || unit->misread || unit->dimension == ZB_DIMENSION_SCALE
      || folded[start + length] != ')'
      || g_unichar_isalnum (g_utf8_get_char (folded + start + length + 1)))
    return;
  parts->quantity->unit = unit;
  parts->unit_start = start;
  parts->unit_end = start + length;
  parts->end = parts->unit_end + 1;
}

/* 减少(12.5)万元: the brackets of a negative number behind a word that says the same. */
static void
match_unit_of_bracketed (const ZbNumberText *text, ZbQuantityParts *parts) {
  static const char *const LESS[] = { "减少", "下降", "降低", "压减" };
  const char *folded = text->folded;
  gsize open = parts->number_start - 1, start = parts->number_end + 1, length = 0;
  const ZbUnit *unit;
  gboolean less = FALSE;

  if (parts->number_start == 0 || folded[open] != '(' || folded[parts->number_end] != ')')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (LESS); i++)
    less |= zb_quantity_marks_stands_before (folded, open, LESS[i]);
  unit = less ? zb_unit_match (folded + start, &length) : NULL;
  if (unit == NULL || (unit->dimension != ZB_DIMENSION_MONEY && unit->dimension != ZB_DIMENSION_PERCENT))
    return;
  parts->quantity->unit = unit;
  parts->unit_start = start;
  parts->unit_end = parts->end = start + length;
  parts->bracketed = TRUE;
}

void
zb_quantity_unit_match (const ZbNumberText *text, gboolean chinese, ZbQuantityParts *parts) {
  match_unit (text, parts);
  if (parts->quantity->unit == NULL) {
    match_bracketed_unit (text, parts);
    if (parts->quantity->unit == NULL)
      match_unit_of_bracketed (text, parts);
    return;
  }
  while (parts->quantity->unit != NULL
         && parts->quantity->unit->dimension == ZB_DIMENSION_SCALE
         && add_smaller_part (text, parts))
    ;
  if (is_yuan (parts->quantity->unit))
    add_coins (text, parts);
  if (parts->quantity->unit != NULL && parts->quantity->unit->dimension == ZB_DIMENSION_MONEY)
    parts->end = parts->unit_end += match_exactly (text->folded + parts->unit_end, chinese);
}

