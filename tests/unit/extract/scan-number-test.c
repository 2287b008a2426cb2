/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-number.h"

static void
test_shape (void) {
  static const struct {
    const char *text;
    ZbNumberShape shape;
  } CASES[] = {
    { "4,521,559.00", ZB_NUMBER_GROUPED }, { "- 1,234", ZB_NUMBER_GROUPED },
    { "0.00", ZB_NUMBER_PLAIN },           { "-12.5%", ZB_NUMBER_PLAIN },
    { "(35.20)", ZB_NUMBER_PLAIN },        { "2013201", ZB_NUMBER_PLAIN },
    { "4.521,559.00", ZB_NUMBER_BROKEN },  { "96,282.213.44", ZB_NUMBER_BROKEN },
    { "1234,567", ZB_NUMBER_BROKEN },      { ",149,678.00", ZB_NUMBER_BROKEN },
    { "1200.", ZB_NUMBER_BROKEN },         { "(35.20", ZB_NUMBER_BROKEN },
    { "12-5", ZB_NUMBER_BROKEN },          { "", ZB_NUMBER_NONE },
    { "——", ZB_NUMBER_NONE },              { "12人", ZB_NUMBER_NONE },
    { "一般公共预算", ZB_NUMBER_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_test_message ("%s", CASES[i].text);
    g_assert_cmpint (zb_scan_number_shape (CASES[i].text), ==, CASES[i].shape);
  }
}

static void
test_likely (void) {
  g_assert_true (zb_scan_number_is_likely ("96 282,213.44"));
  g_assert_true (zb_scan_number_is_likely ("4 和.521,559.00"));
  g_assert_false (zb_scan_number_is_likely ("2. 政府性基金预算"));
  g_assert_false (zb_scan_number_is_likely ("603.14万元,占20.51%6"));
  g_assert_false (zb_scan_number_is_likely ("——"));
  g_assert_false (zb_scan_number_is_likely (""));
}

static void
test_decimals (void) {
  g_assert_cmpint (zb_scan_number_count_decimals ("1,234.50"), ==, 2);
  g_assert_cmpint (zb_scan_number_count_decimals ("123450"), ==, 0);
  g_assert_cmpint (zb_scan_number_count_decimals ("1.2.3"), ==, -1);
  g_assert_cmpint (zb_scan_number_count_decimals ("合计"), ==, -1);
}

/* The comma is proof of where the point stands; without it a point that one reading lost is doubt. */
static void
test_doubtful (void) {
  g_assert_false (zb_scan_number_is_doubtful ("123.45", "123.45"));
  g_assert_false (zb_scan_number_is_doubtful ("1,234.50", "1.234.50"));
  g_assert_true (zb_scan_number_is_doubtful ("123.45", "12345"));
  g_assert_true (zb_scan_number_is_doubtful ("1,234.50", "1,284.50"));
  g_assert_true (zb_scan_number_is_doubtful ("1.234.50", "1.234.50"));
}

/* Only one of both is a number at all, so the other is a misreading of its points. */
static void
test_confirmed (void) {
  g_assert_true (zb_scan_number_is_confirmed ("50.332600", "50. 332600"));
  g_assert_true (zb_scan_number_is_confirmed ("493.648236", "493,648236"));
  g_assert_true (zb_scan_number_is_confirmed ("8,935.000000", "8,935..000000"));
  g_assert_true (zb_scan_number_is_confirmed ("20.50", "20.50,"));
  g_assert_false (zb_scan_number_is_confirmed ("493,648", "493.648"));
  g_assert_false (zb_scan_number_is_confirmed ("493.648236", "193,648236"));
  g_assert_false (zb_scan_number_is_confirmed ("493.648236", "493648236"));
  g_assert_false (zb_scan_number_is_confirmed ("20.50,", "20.50,"));
  g_assert_false (zb_scan_number_is_confirmed ("20.50", "20.50万元"));
}

static void
test_split (void) {
  g_auto (GStrv) parts = zb_scan_number_split ("2023年支出1,490.47万元,占97.87%。");

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpstr (parts[0], ==, "2023");
  g_assert_cmpstr (parts[1], ==, "1,490.47");
  g_assert_cmpstr (parts[2], ==, "97.87");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-number/shape", test_shape);
  g_test_add_func ("/extract/scan-number/likely", test_likely);
  g_test_add_func ("/extract/scan-number/decimals", test_decimals);
  g_test_add_func ("/extract/scan-number/doubtful", test_doubtful);
  g_test_add_func ("/extract/scan-number/confirmed", test_confirmed);
  g_test_add_func ("/extract/scan-number/split", test_split);
  return g_test_run ();
}
