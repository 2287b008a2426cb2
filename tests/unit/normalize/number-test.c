/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "number.h"

#include <string.h>

#include "number-name.h"

/* @rest: what follows the number in the folded text; NULL @value: none begins there. */
static ZbNumber
assert_number (const char *source, const char *value, const char *rest) {
  g_auto (ZbNumberText) text = { 0 };
  ZbNumber number;
  g_autofree char *printed = NULL;

  g_test_message ("%s", source);
  zb_number_text_init (&text, source);
  g_assert_cmpint (zb_number_parse (&text, 0, &number), ==, value != NULL);
  if (value == NULL)
    return number;
  printed = zb_decimal_print (number.value);
  g_assert_cmpstr (printed, ==, value);
  g_assert_cmpstr (text.folded + number.length, ==, rest);
  return number;
}

static void
test_digits (void) {
  assert_number ("1490.47", "1490.47", "");
  assert_number ("１４９０．４７", "1490.47", "");
  assert_number ("1,234,567.80元", "1234567.80", "元");
  assert_number ("1，234", "1234", "");
  assert_number ("12'345", "12345", "");
  assert_number ("12,34", "12", ",34");
  assert_number ("1,2345", "1", ",2345");
  assert_number ("1234,567", "1234", ",567");
  assert_number ("5·5", "5.5", "");
}

static void
test_gaps (void) {
  g_assert_true (assert_number ("1, 490.47", "1490.47", "").spaced);
  g_assert_true (assert_number ("1490 .47", "1490.47", "").spaced);
  g_assert_true (assert_number ("1490.\n47", "1490.47", "").spaced);
  g_assert_false (assert_number ("10 5", "10", "5").spaced);
  assert_number ("1490.4 7", "1490.4", "7");
  assert_number ("1 ,490", "1", ",490");
}

static void
test_lists (void) {
  assert_number ("1.2024年", "1", ".2024年");
  assert_number ("1. 25个", "1", ".25个");
  assert_number ("1.2024万元", "1.2024", "万元");
}

static void
test_truncated (void) {
  g_assert_true (assert_number ("1200.", "1200", "").truncated);
  g_assert_false (assert_number ("1200.0", "1200.0", "").truncated);
  g_assert_true (assert_number ("12.", "12", "").truncated);
  g_assert_false (assert_number ("12.项目", "12", ".项目").truncated);
}

/* What is too long is no number, and is skipped as a whole. */
static void
test_too_long (void) {
  g_assert_cmpuint (assert_number ("1234567890123456789012345678901元", NULL, NULL).length, ==, 31);
  g_assert_cmpuint (assert_number ("0.1234567890123", NULL, NULL).length, ==, 15);
  assert_number ("123456789012345678901234567890", "123456789012345678901234567890", "");
  g_assert_cmpuint (assert_number ("元", NULL, NULL).length, ==, 0);
}

static void
test_marks_are_no_digits (void) {
  assert_number ("①", NULL, NULL);
  assert_number ("²", NULL, NULL);
  assert_number ("⑴", NULL, NULL);
  assert_number ("5①", "5", "1");
  g_assert_true (assert_number ("三十", "30", "").chinese);
}

static void
assert_name (const char *source, ZbNumberName expected, gsize length) {
  g_auto (ZbNumberText) text = { 0 };
  ZbDecimal value;
  gsize found = 0;

  g_test_message ("%s", source);
  zb_number_text_init (&text, source);
  g_assert_cmpint (zb_number_name_match (&text, 0, &found, &value), ==, expected);
  if (expected != ZB_NUMBER_NAME_NONE)
    g_assert_cmpuint (found, ==, length);
}

static void
test_names (void) {
  assert_name ("2024.4.30", ZB_NUMBER_NAME_DATE, 9);
  assert_name ("2024-04-30", ZB_NUMBER_NAME_DATE, 10);
  assert_name ("2024-04-30T08:00:00止", ZB_NUMBER_NAME_DATE, 19);
  assert_name ("2024/4", ZB_NUMBER_NAME_DATE, 6);
  assert_name ("23:59", ZB_NUMBER_NAME_DATE, 5);
  assert_name ("2024.13.30", ZB_NUMBER_NAME_CODE, 10);
  assert_name ("1.2.3", ZB_NUMBER_NAME_CODE, 5);
  assert_name ("021-5550123", ZB_NUMBER_NAME_CODE, 11);
  assert_name ("1/3", ZB_NUMBER_NAME_FRACTION, 3);
  assert_name ("1/0", ZB_NUMBER_NAME_NONE, 0);
  assert_name ("10-15", ZB_NUMBER_NAME_NONE, 0);
  assert_name ("2024.4", ZB_NUMBER_NAME_NONE, 0);
  assert_name ("18：00止", ZB_NUMBER_NAME_DATE, 5);
  assert_name ("10：20个", ZB_NUMBER_NAME_NONE, 0);
  assert_name ("1：30", ZB_NUMBER_NAME_NONE, 0);
  assert_name ("1490.47", ZB_NUMBER_NAME_NONE, 0);
  assert_name ("25:10", ZB_NUMBER_NAME_NONE, 0);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/number/digits", test_digits);
  g_test_add_func ("/normalize/number/gaps", test_gaps);
  g_test_add_func ("/normalize/number/lists", test_lists);
  g_test_add_func ("/normalize/number/truncated", test_truncated);
  g_test_add_func ("/normalize/number/too-long", test_too_long);
  g_test_add_func ("/normalize/number/marks-are-no-digits", test_marks_are_no_digits);
  g_test_add_func ("/normalize/number/names", test_names);
  return g_test_run ();
}
