/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity-marks.h"

#include <string.h>

#define MORE ZB_QUANTITY_AT_LEAST
#define LESS ZB_QUANTITY_AT_MOST
#define STRICT ZB_QUANTITY_STRICT
#define ABOUT ZB_QUANTITY_APPROXIMATE

typedef struct {
  const char *word;
  ZbQuantityFlags flags;
  const char *barred; /* characters before the word that make it part of another: 节约 */
} Mark;

/* The longest that fits is taken. */
static const Mark BEFORE[] = {
  { "≥", MORE, NULL },           { ">=", MORE, NULL },         { "⩾", MORE, NULL },
  { "=>", MORE, NULL },          { "等于或大于", MORE, NULL }, { "=<", LESS, NULL },
  { "等于或小于", LESS, NULL },  { "不迟于", LESS, NULL },
  { "不少于", MORE, NULL },      { "不低于", MORE, NULL },     { "不小于", MORE, NULL },
  { "不得少于", MORE, NULL },    { "不得低于", MORE, NULL },   { "不应少于", MORE, NULL },
  { "不能低于", MORE, NULL },    { "未低于", MORE, NULL },     { "至少", MORE, NULL },
  { "最少", MORE, NULL },        { "大于等于", MORE, NULL },   { "大于或等于", MORE, NULL },
  { "≤", LESS, NULL },           { "<=", LESS, NULL },         { "⩽", LESS, NULL },
  { "不超过", LESS, NULL },      { "不高于", LESS, NULL },     { "不大于", LESS, NULL },
  { "不多于", LESS, NULL },      { "不得超过", LESS, NULL },   { "不得高于", LESS, NULL },
  { "不能超过", LESS, NULL },    { "未超过", LESS, NULL },     { "未超", LESS, NULL },
  { "至多", LESS, NULL },        { "最多", LESS, NULL },       { "小于等于", LESS, NULL },
  { "小于或等于", LESS, NULL },  { "不超", LESS, NULL },       { "不晚于", LESS, NULL },
  { ">", MORE | STRICT, NULL },  { "超过", MORE | STRICT, NULL }, { "大于", MORE | STRICT, NULL },
  { "高于", MORE | STRICT, NULL }, { "多于", MORE | STRICT, NULL }, { "逾", MORE | STRICT, NULL },
  { "超", MORE | STRICT, NULL }, { "突破", MORE | STRICT, NULL }, { "<", LESS | STRICT, NULL },
  { "小于", LESS | STRICT, NULL }, { "低于", LESS | STRICT, NULL },
  { "少于", LESS | STRICT, NULL }, { "不足", LESS | STRICT, NULL },
  { "不到", LESS | STRICT, NULL }, { "≈", ABOUT, NULL },       { "大约", ABOUT, NULL },
  { "大概", ABOUT, NULL },       { "接近", ABOUT, NULL },      { "将近", ABOUT, NULL },
  { "约", ABOUT, "节合制条契公集签预违特履邀简" },
  { "约为", ABOUT, "节合制条契公集签预违特履邀简" }, { "约合", ABOUT, NULL },
  { "约有", ABOUT, NULL },       { "约占", ABOUT, "节合制条契公集签预违特履邀简" },
  { "约达", ABOUT, "节" },
  { "近", ABOUT, "最附临靠邻亲远新就" },
};

static const Mark AFTER[] = {
  { "以上", MORE, NULL },     { "及以上", MORE, NULL },   { "(含)以上", MORE, NULL },
  { "以上(含)", MORE, NULL }, { "(含)及以上", MORE, NULL }, { "(及)以上", MORE, NULL },
  { "或以上", MORE, NULL },   { "以下", LESS, NULL },     { "及以下", LESS, NULL },
  { "(含)以下", LESS, NULL }, { "以下(含)", LESS, NULL }, { "(含)及以下", LESS, NULL },
  { "(及)以下", LESS, NULL }, { "以内", LESS, NULL },     { "(含)以内", LESS, NULL },
  { "之内", LESS, NULL },     { "左右", ABOUT, NULL },    { "上下", ABOUT, NULL },
  { "开外", ABOUT, NULL },
};

gboolean
zb_quantity_marks_stands_before (const char *folded, gsize at, const char *word) {
  gsize length = strlen (word);

  return length <= at && memcmp (folded + at - length, word, length) == 0;
}

/* Most numbers have no mark beside them: the last bytes of BEFORE and the first of AFTER say so at
 * once. Marks of BEFORE with the same last byte are a chain of indices, each one more than it is. */
typedef struct {
  guint8 last[256], next[G_N_ELEMENTS (BEFORE)], length[G_N_ELEMENTS (BEFORE)];
  gboolean first[256];
} MarkBytes;
G_STATIC_ASSERT (G_N_ELEMENTS (BEFORE) < 255);

static const MarkBytes *
mark_bytes (void) {
  static gsize once = 0;
  static MarkBytes bytes;

  if (g_once_init_enter (&once)) {
    for (guint i = 0; i < G_N_ELEMENTS (BEFORE); i++) {
      gsize length = strlen (BEFORE[i].word);
      guchar last = (guchar) BEFORE[i].word[length - 1];

      bytes.length[i] = (guint8) length;
      bytes.next[i] = bytes.last[last];
      bytes.last[last] = (guint8) (i + 1);
    }
    for (guint i = 0; i < G_N_ELEMENTS (AFTER); i++)
      bytes.first[(guchar) *AFTER[i].word] = TRUE;
    g_once_init_leave (&once, 1);
  }
  return &bytes;
}

/* Whether the character before @at is one of @characters. */
static gboolean
is_behind_one_of (const char *folded, gsize at, const char *characters) {
  char before[7] = { 0 };

  if (at == 0)
    return FALSE;
  g_unichar_to_utf8 (g_utf8_get_char (g_utf8_prev_char (folded + at)), before);
  return strstr (characters, before) != NULL;
}

gsize
zb_quantity_marks_before (const char *folded, gsize at, ZbQuantityFlags *flags) {
  const MarkBytes *bytes = mark_bytes ();
  const Mark *found = NULL;
  gsize longest = 0;

  if (at == 0)
    return at;
  for (guint i = bytes->last[(guchar) folded[at - 1]]; i > 0; i = bytes->next[i - 1]) {
    const Mark *mark = &BEFORE[i - 1];
    gsize length = bytes->length[i - 1];

    if (length <= longest || length > at
        || memcmp (folded + at - length, mark->word, length) != 0)
      continue;
    if (mark->barred != NULL && is_behind_one_of (folded, at - length, mark->barred))
      continue;
    found = mark;
    longest = length;
  }
  if (found != NULL)
    *flags |= found->flags;
  return at - longest;
}

/* 内 alone bounds a stretch of time (15日内), but not in a year or a month (2024年内). */
static gboolean
is_stretch (const ZbUnit *unit) {
  return unit != NULL && unit->dimension == ZB_DIMENSION_TIME && !g_str_equal (unit->canonical, "年")
         && !g_str_equal (unit->canonical, "月");
}

gsize
zb_quantity_marks_after (const char *folded, gsize at, const ZbUnit *unit,
                         ZbQuantityFlags *flags) {
  const Mark *found = NULL;
  gboolean marked = mark_bytes ()->first[(guchar) folded[at]];

  for (guint i = 0; marked && i < G_N_ELEMENTS (AFTER); i++)
    if (g_str_has_prefix (folded + at, AFTER[i].word)
        && (found == NULL || strlen (found->word) < strlen (AFTER[i].word)))
      found = &AFTER[i];
  if (found == NULL && is_stretch (unit) && g_str_has_prefix (folded + at, "内")) {
    *flags |= LESS;
    return at + strlen ("内");
  }
  if (found == NULL)
    return at;
  *flags |= found->flags;
  return at + strlen (found->word);
}

gsize
zb_quantity_marks_more (const char *folded, gsize at) {
  static const char *const WORDS[] = { "余", "多", "几", "来" };

  if ((guchar) folded[at] < 0xE4 || (guchar) folded[at] > 0xE6) /* their first bytes */
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_has_prefix (folded + at, WORDS[i]))
      return strlen (WORDS[i]);
  return 0;
}

/* The dash before a number is a minus where it neither joins the number to what stands before nor
 * opens a line of a list. */
static gboolean
is_minus (const ZbNumberText *text, gsize start, gsize at, gsize previous_end, gboolean cell) {
  const char *folded = text->folded;
  gboolean before = zb_number_text_has_gap (text, start);
  gunichar dash = zb_number_text_source_character (text, start);

  if (zb_number_text_has_gap (text, at) && !(cell && start == 0))
    return FALSE;
  if (start == 0)
    return TRUE;
  if (dash == 0x2014 || dash == 0x2015 || folded[start - 1] == '-')
    return FALSE;
  if (before)
    return TRUE;
  return start != previous_end && !g_ascii_isalnum (folded[start - 1])
         && strchr ("%)]", folded[start - 1]) == NULL;
}

gsize
zb_quantity_marks_sign (const ZbNumberText *text, gsize at, gsize previous_end, gboolean cell) {
  static const char *const SIGNS[] = { "△", "▲", "▽", "▼", "负" };

  if (at > 0 && text->folded[at - 1] == '-')
    return is_minus (text, at - 1, at, previous_end, cell) ? at - 1 : at;
  if (at < strlen ("负") || (guchar) text->folded[at - 1] < 0x80)
    return at;
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (zb_quantity_marks_stands_before (text->folded, at, SIGNS[i])
        && !is_behind_one_of (text->folded, at - strlen (SIGNS[i]), "正"))
      return at - strlen (SIGNS[i]);
  return at;
}

gboolean
zb_quantity_marks_is_range (const char *folded, gsize from, gsize to) {
  static const char *const MARKS[] = { "至", "~", "-", "--", "到", "〜", "~~" };

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (strlen (MARKS[i]) == to - from && memcmp (folded + from, MARKS[i], to - from) == 0)
      return TRUE;
  return FALSE;
}
