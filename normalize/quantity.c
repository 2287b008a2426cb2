/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity.h"

#include <string.h>

#include "chinese-numeral.h"
#include "number.h"
#include "text-fold.h"

/* A printed quantity, from left to right: a bound or 约, a sign, the number, 余, the unit, and
 * 以上 or 左右. All of it is matched on the folded text; raw and raw_unit are cut from the source. */

typedef struct {
  const char *word;
  ZbQuantityFlags flags;
} Mark;

static const Mark BEFORE[] = {
  { "大于等于", ZB_QUANTITY_AT_LEAST }, { "大于或等于", ZB_QUANTITY_AT_LEAST },
  { "小于等于", ZB_QUANTITY_AT_MOST },  { "小于或等于", ZB_QUANTITY_AT_MOST },
  { "不少于", ZB_QUANTITY_AT_LEAST },   { "不低于", ZB_QUANTITY_AT_LEAST },
  { "不小于", ZB_QUANTITY_AT_LEAST },   { "至少", ZB_QUANTITY_AT_LEAST },
  { "不超过", ZB_QUANTITY_AT_MOST },    { "不高于", ZB_QUANTITY_AT_MOST },
  { "不大于", ZB_QUANTITY_AT_MOST },    { "不多于", ZB_QUANTITY_AT_MOST },
  { "至多", ZB_QUANTITY_AT_MOST },      { "≥", ZB_QUANTITY_AT_LEAST },
  { ">=", ZB_QUANTITY_AT_LEAST },       { "≤", ZB_QUANTITY_AT_MOST },
  { "<=", ZB_QUANTITY_AT_MOST },        { "超过", ZB_QUANTITY_AT_LEAST | ZB_QUANTITY_STRICT },
  { "大于", ZB_QUANTITY_AT_LEAST | ZB_QUANTITY_STRICT },
  { "小于", ZB_QUANTITY_AT_MOST | ZB_QUANTITY_STRICT },
  { ">", ZB_QUANTITY_AT_LEAST | ZB_QUANTITY_STRICT },
  { "<", ZB_QUANTITY_AT_MOST | ZB_QUANTITY_STRICT },
  { "大约", ZB_QUANTITY_APPROXIMATE },  { "约", ZB_QUANTITY_APPROXIMATE },
  { "近", ZB_QUANTITY_APPROXIMATE },    { "接近", ZB_QUANTITY_APPROXIMATE },
};

static const Mark AFTER[] = {
  { "及以上", ZB_QUANTITY_AT_LEAST }, { "(含)以上", ZB_QUANTITY_AT_LEAST },
  { "以上", ZB_QUANTITY_AT_LEAST },   { "及以下", ZB_QUANTITY_AT_MOST },
  { "(含)以下", ZB_QUANTITY_AT_MOST }, { "以下", ZB_QUANTITY_AT_MOST },
  { "以内", ZB_QUANTITY_AT_MOST },    { "左右", ZB_QUANTITY_APPROXIMATE },
};

static const char *const ODD_MORE[] = { "余", "多" };

void
zb_quantity_free (ZbQuantity *quantity) {
  g_free (quantity->raw);
  g_free (quantity->raw_unit);
  g_free (quantity);
}

static gboolean
has_suffix_at (const char *text, gsize end, const char *word) {
  gsize length = strlen (word);

  return length <= end && memcmp (text + end - length, word, length) == 0;
}

/* The start of the bound before @at, whose flags are added; @at where there is none. */
static gsize
match_before (const char *folded, gsize at, ZbQuantityFlags *flags) {
  for (guint i = 0; i < G_N_ELEMENTS (BEFORE); i++)
    if (has_suffix_at (folded, at, BEFORE[i].word)) {
      *flags |= BEFORE[i].flags;
      return at - strlen (BEFORE[i].word);
    }
  return at;
}

static gsize
match_after (const char *folded, gsize at, ZbQuantityFlags *flags) {
  for (guint i = 0; i < G_N_ELEMENTS (AFTER); i++)
    if (g_str_has_prefix (folded + at, AFTER[i].word)) {
      *flags |= AFTER[i].flags;
      return at + strlen (AFTER[i].word);
    }
  return at;
}

static gsize
match_more (const char *folded, gsize at, ZbQuantityFlags *flags) {
  for (guint i = 0; i < G_N_ELEMENTS (ODD_MORE); i++)
    if (g_str_has_prefix (folded + at, ODD_MORE[i])) {
      *flags |= ZB_QUANTITY_APPROXIMATE;
      return at + strlen (ODD_MORE[i]);
    }
  return at;
}

/* A minus, △ or ▲ right before @at that is a sign: not the dash of a range, a code or a text. */
static gsize
match_sign (const char *folded, gsize at) {
  static const char *const SIGNS[] = { "-", "△", "▲", "负" };

  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++) {
    gsize start;

    if (!has_suffix_at (folded, at, SIGNS[i]))
      continue;
    start = at - strlen (SIGNS[i]);
    if (i == 0 && start > 0
        && (g_ascii_isalnum (folded[start - 1]) || strchr ("-%)]", folded[start - 1]) != NULL
            || has_suffix_at (folded, start, "年") || has_suffix_at (folded, start, "月")
            || has_suffix_at (folded, start, "日") || has_suffix_at (folded, start, "元")))
      return at;
    return start;
  }
  return at;
}

static char *
copy_source (const ZbNumberText *text, gsize start, gsize end) {
  gsize from = g_array_index (text->offsets, gsize, start);
  gsize last = g_array_index (text->offsets, gsize, end - 1);
  const char *to = g_utf8_next_char (text->source + last);

  return g_strndup (text->source + from, (gsize) (to - (text->source + from)));
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

/* The unit at @at, with 余 before it or inside it (48万余元); the byte behind it. */
static gsize
match_unit (const char *folded, gsize at, const ZbUnit **unit, ZbQuantityFlags *flags) {
  gsize length = 0, inner;
  gsize from = match_more (folded, at, flags);
  const ZbUnit *found = zb_unit_match (folded + from, &length);

  *unit = found;
  if (found == NULL)
    return at;
  if (found->dimension == ZB_DIMENSION_SCALE) {
    gsize behind = match_more (folded, from + length, flags);
    const ZbUnit *whole = NULL;
    g_autofree char *joined = NULL;

    if (behind > from + length && zb_unit_match (folded + behind, &inner) != NULL) {
      joined = g_strdup_printf ("%s%.*s", found->spelling, (int) inner, folded + behind);
      whole = zb_unit_lookup (joined);
    }
    if (whole != NULL) {
      *unit = whole;
      return behind + inner;
    }
  }
  return from + length;
}

static gboolean
is_between (ZbDecimal value, gint64 low, gint64 high) {
  return value.scale == 0 && value.coefficient >= low && value.coefficient <= high;
}

/* Numbers that name a thing or a day instead of measuring something. */
static ZbQuantityFlags
classify (const ZbNumberText *text, gsize start, gsize number_end, const ZbQuantity *quantity) {
  const char *folded = text->folded;
  const char *unit = quantity->unit != NULL ? quantity->unit->canonical : "";
  const char *next = folded + number_end;

  if (g_str_equal (unit, "年") && is_between (quantity->number, 1949, 2099))
    return ZB_QUANTITY_DATE;
  if ((g_str_equal (unit, "月") && is_between (quantity->number, 1, 12))
      || (g_str_equal (unit, "日") && is_between (quantity->number, 1, 31)))
    return ZB_QUANTITY_DATE;
  if (start > 0 && (g_ascii_isalpha (folded[start - 1]) || strchr ("([", folded[start - 1])))
    if (quantity->unit == NULL && (*next == ')' || *next == ']') && number_end > start)
      return ZB_QUANTITY_ORDINAL;
  if (has_suffix_at (folded, start, "第") || g_str_has_prefix (next, "号")
      || (start > 0 && g_ascii_isalpha (folded[start - 1])))
    return ZB_QUANTITY_ORDINAL;
  if (quantity->unit == NULL
      && ((*next == '.' && next[1] != '\0') || g_str_has_prefix (next, "、") || *next == '/'
          || (start > 0 && strchr ("./", folded[start - 1]) != NULL)))
    return ZB_QUANTITY_ORDINAL;
  return 0;
}

/* A Chinese numeral is a number only where a unit follows and no word runs into it: 四个科室, but
 * not 一般, 三公, 十四五. */
static gboolean
is_plausible_numeral (const char *folded, gsize at, const ZbQuantity *quantity) {
  gunichar before;

  if (quantity->unit == NULL || quantity->unit->misread)
    return FALSE;
  if (at == 0)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (folded + at));
  return zb_chinese_numeral_digit (before) < 0 && !g_ascii_isdigit (before);
}

/* The quantity whose number begins at @at, and where it ends in the folded text; NULL where none. */
static ZbQuantity *
parse_at (const ZbNumberText *text, gsize at, gsize *end) {
  g_autofree ZbQuantity *quantity = g_new0 (ZbQuantity, 1);
  ZbNumber number;
  gsize start, bound, number_end, unit_end;

  if (!zb_number_parse (text, at, &number))
    return NULL;
  number_end = at + number.length;
  start = match_sign (text->folded, at);
  quantity->number = start < at ? zb_decimal_negate (number.value) : number.value;
  quantity->value = quantity->number;
  quantity->flags = (number.spaced ? ZB_QUANTITY_SPACED : 0)
                    | (number.truncated ? ZB_QUANTITY_TRUNCATED : 0);
  unit_end = match_unit (text->folded, number_end, &quantity->unit, &quantity->flags);
  if (number.chinese && !is_plausible_numeral (text->folded, at, quantity))
    return NULL;
  if (quantity->unit != NULL && !zb_quantity_apply_unit (quantity, quantity->unit))
    return NULL;
  quantity->flags |= classify (text, at, number_end, quantity);
  bound = match_before (text->folded, start, &quantity->flags);
  *end = match_after (text->folded, MAX (unit_end, number_end), &quantity->flags);
  quantity->raw = copy_source (text, start, number_end);
  if (quantity->unit != NULL) {
    quantity->raw_unit = copy_source (text, number_end, unit_end);
    if (quantity->unit->misread)
      quantity->flags |= ZB_QUANTITY_UNIT_REPAIRED;
  }
  quantity->start = g_array_index (text->offsets, gsize, bound);
  quantity->number_start = g_array_index (text->offsets, gsize, start);
  quantity->end = g_array_index (text->offsets, gsize, *end);
  return g_steal_pointer (&quantity);
}

GPtrArray *
zb_quantities_find (const char *source) {
  GPtrArray *quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_quantity_free);
  g_auto (ZbNumberText) text = { 0 };
  gsize at = 0;

  zb_number_text_init (&text, source);
  while (text.folded[at] != '\0') {
    gsize end;
    ZbQuantity *quantity = parse_at (&text, at, &end);

    if (quantity == NULL) {
      at += (gsize) (g_utf8_next_char (text.folded + at) - (text.folded + at));
      continue;
    }
    g_ptr_array_add (quantities, quantity);
    at = end;
  }
  return quantities;
}

/* Whether the rest of a cell beside its quantity is only a bracketed remark or punctuation. */
static gboolean
is_remark (const char *text, gsize length) {
  g_autofree char *rest = g_strndup (text, length);
  g_autofree char *folded = zb_text_fold (rest);
  gsize end = strlen (folded);

  if (end == 0)
    return TRUE;
  return folded[0] == '(' && folded[end - 1] == ')';
}

ZbQuantity *
zb_quantity_parse_cell (const char *text) {
  g_autoptr (GPtrArray) quantities = zb_quantities_find (text);
  ZbQuantity *quantity;

  if (quantities->len == 0)
    return NULL;
  quantity = g_ptr_array_index (quantities, 0);
  if (quantity->flags & ZB_QUANTITY_DATE || !is_remark (text, quantity->start)
      || !is_remark (text + quantity->end, strlen (text + quantity->end)))
    return NULL;
  if (quantity->flags & ZB_QUANTITY_ORDINAL && quantity->unit == NULL
      && (quantity->start > 0 || text[quantity->end] != '\0'))
    return NULL;
  return g_ptr_array_steal_index (quantities, 0);
}
