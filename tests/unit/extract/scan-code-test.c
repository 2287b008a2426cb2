/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-code.h"

static void
test_likely (void) {
  static const char *const CODES[] = { "11000022T000000444016", "4401A0001", "11110000MB0123456X", "C0101",
                                       "20240115001", "2024-0007-Y", "1100 0022T" };
  static const char *const OTHERS[] = { "2013201", "12345", "1O0", "5S", "BJ-GBI", "A1", "1,234,567.00",
                                        "12345678.00", "2024年预算00001", "-12", "" };

  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++) {
    g_test_message ("%s", CODES[i]);
    g_assert_true (zb_scan_code_is_likely (CODES[i]));
  }
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++) {
    g_test_message ("%s", OTHERS[i]);
    g_assert_false (zb_scan_code_is_likely (OTHERS[i]));
  }
}

/* The alphabet of numbers makes a digit of a letter, or nothing; a letter that looks like a digit is
 * no better than that digit. */
static void
test_confirmed (void) {
  g_assert_true (zb_scan_code_is_confirmed ("11000022T0016", "1100002270016"));
  g_assert_true (zb_scan_code_is_confirmed ("11000022Y0016", "110000220016"));
  g_assert_true (zb_scan_code_is_confirmed ("2024 0001", "20240001"));
  g_assert_true (zb_scan_code_is_confirmed ("20240001A", "20240001"));
  g_assert_false (zb_scan_code_is_confirmed ("11000022T0016", "110000227016"));
  g_assert_false (zb_scan_code_is_confirmed ("11000022T0016", "1100002370016"));
  g_assert_false (zb_scan_code_is_confirmed ("1100002B0016", "110000280016"));
  g_assert_false (zb_scan_code_is_confirmed ("20240001A", "2024000147"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-code/likely", test_likely);
  g_test_add_func ("/scan-code/confirmed", test_confirmed);
  return g_test_run ();
}
