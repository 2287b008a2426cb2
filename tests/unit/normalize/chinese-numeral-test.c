/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chinese-numeral.h"

#include <string.h>

/* @rest is what the numeral leaves of @text; NULL @value: no numeral. */
static void
assert_numeral (const char *text, const char *value, const char *rest) {
  ZbDecimal parsed = { 0 };
  gsize length = 0;
  gboolean found = zb_chinese_numeral_parse (text, &parsed, &length);
  g_autofree char *printed = NULL;

  g_test_message ("%s", text);
  g_assert_cmpint (found, ==, value != NULL);
  if (value == NULL)
    return;
  printed = zb_decimal_print (parsed);
  g_assert_cmpstr (printed, ==, value);
  g_assert_cmpstr (text + length, ==, rest);
}

static void
test_everyday (void) {
  assert_numeral ("零", "0", "");
  assert_numeral ("十", "10", "");
  assert_numeral ("十五人", "15", "人");
  assert_numeral ("二十", "20", "");
  assert_numeral ("一百零五", "105", "");
  assert_numeral ("一百一十", "110", "");
  assert_numeral ("两千零三十", "2030", "");
  assert_numeral ("三千四百五十六万七千八百九十", "34567890", "");
  assert_numeral ("九千九百九十九亿九千九百九十九万九千九百九十九", "999999999999", "");
}

static void
test_financial (void) {
  assert_numeral ("壹", "1", "");
  assert_numeral ("贰拾", "20", "");
  assert_numeral ("叁佰零肆", "304", "");
  assert_numeral ("伍仟陆佰柒拾捌元", "5678", "元");
  assert_numeral ("玖萬零壹", "90001", "");
  assert_numeral ("貳億零叄", "200000003", "");
}

static void
test_by_digits (void) {
  assert_numeral ("二〇二四年", "2024", "年");
  assert_numeral ("二○一零年", "2010", "年");
  assert_numeral ("一九九八年", "1998", "年");
  assert_numeral ("三〇二室", "302", "室");
}

/* 万 and 亿 at the end may belong to a unit. */
static void
test_trailing_scale (void) {
  assert_numeral ("三万元", "3", "万元");
  assert_numeral ("五亿", "5", "亿");
  assert_numeral ("十二亿三千万元", "1230000000", "元");
  assert_numeral ("一万亿元", "1000000000000", "元");
}

static void
test_decimals (void) {
  assert_numeral ("三点五亿元", "3.5", "亿元");
  assert_numeral ("九十五点零五", "95.05", "");
  assert_numeral ("三点钟", "3", "点钟");
}

static void
test_none (void) {
  static const char *const NONE[]
      = { "",       "元",     "5",        "两三个",   "二三十",   "十四五",       "一二三",
          "百",     "千",     "万",       "亿",       "三百二千", "十十",         "二十三百",
          "三万五万", "亿万", "一二三四五", "三四百户", "一百二三", "九千九百九十九亿亿" };

  for (guint i = 0; i < G_N_ELEMENTS (NONE); i++)
    assert_numeral (NONE[i], NULL, NULL);
}

static void
test_digit (void) {
  g_assert_cmpint (zb_chinese_numeral_digit (0x4E03), ==, 7);
  g_assert_cmpint (zb_chinese_numeral_digit ('7'), ==, -1);
  g_assert_true (zb_chinese_numeral_has (0x842C));  /* 萬 */
  g_assert_false (zb_chinese_numeral_has (0x4EBA)); /* 人 */
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/chinese-numeral/everyday", test_everyday);
  g_test_add_func ("/normalize/chinese-numeral/financial", test_financial);
  g_test_add_func ("/normalize/chinese-numeral/by-digits", test_by_digits);
  g_test_add_func ("/normalize/chinese-numeral/trailing-scale", test_trailing_scale);
  g_test_add_func ("/normalize/chinese-numeral/decimals", test_decimals);
  g_test_add_func ("/normalize/chinese-numeral/none", test_none);
  g_test_add_func ("/normalize/chinese-numeral/digit", test_digit);
  return g_test_run ();
}
