/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "suggestion.h"

static void
test_slips (void) {
  g_assert_true (zb_suggestion_is_slip ("38.00", "33.00"));
  g_assert_true (zb_suggestion_is_slip ("120.5", "1250.5"));
  g_assert_true (zb_suggestion_is_slip ("120.5", "1205.5"));
  g_assert_true (zb_suggestion_is_slip ("51.247", "512.47"));
  g_assert_true (zb_suggestion_is_slip ("51247", "512.47"));
}

static void
test_no_slips (void) {
  g_assert_false (zb_suggestion_is_slip ("38.00", "38.00"));
  g_assert_false (zb_suggestion_is_slip ("38.00", "43.00"));
  g_assert_false (zb_suggestion_is_slip ("125.00", "12.00"));
  g_assert_false (zb_suggestion_is_slip ("0.00", "5.00"));
  g_assert_false (zb_suggestion_is_slip ("12.30", "1.24"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/slips", test_slips);
  g_test_add_func ("/suggestion/no-slips", test_no_slips);
  return g_test_run ();
}
