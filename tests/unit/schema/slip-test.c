/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slip.h"

#include "decimal.h"

/* How @printed may have become of @meant; ZB_N_SLIPS: not by one slip. */
static ZbSlipKind
find_slip (const char *printed, const char *meant) {
  g_autoptr (GArray) slips = zb_slips_list (printed);
  ZbDecimal wanted;

  g_assert_true (zb_decimal_parse (meant, &wanted));
  for (guint i = 0; i < slips->len; i++) {
    const ZbSlip *slip = &g_array_index (slips, ZbSlip, i);
    ZbDecimal value;

    g_assert_true (zb_decimal_parse (slip->meant, &value));
    if (zb_decimal_compare (value, wanted) == 0)
      return slip->kind;
  }
  return ZB_N_SLIPS;
}

static void
test_kinds (void) {
  g_assert_cmpint (find_slip ("38.00", "33.00"), ==, ZB_SLIP_DIGIT);
  g_assert_cmpint (find_slip ("120.5", "1250.5"), ==, ZB_SLIP_DROPPED);
  g_assert_cmpint (find_slip ("120.5", "1205.5"), ==, ZB_SLIP_DROPPED);
  g_assert_cmpint (find_slip ("120.5", "120.54"), ==, ZB_SLIP_DROPPED);
  g_assert_cmpint (find_slip ("1250.5", "1520.5"), ==, ZB_SLIP_TRANSPOSED);
  g_assert_cmpint (find_slip ("125.3", "123.5"), ==, ZB_SLIP_TRANSPOSED);
  g_assert_cmpint (find_slip ("51.247", "512.47"), ==, ZB_SLIP_POINT);
  g_assert_cmpint (find_slip ("51247", "512.47"), ==, ZB_SLIP_POINT);
  g_assert_cmpint (find_slip ("12.6", "-12.6"), ==, ZB_SLIP_SIGN);
  g_assert_cmpint (find_slip ("-12.6", "12.6"), ==, ZB_SLIP_SIGN);
}

static void
test_none (void) {
  g_assert_cmpint (find_slip ("38.00", "38.00"), ==, ZB_N_SLIPS);
  g_assert_cmpint (find_slip ("38.00", "43.00"), ==, ZB_N_SLIPS);
  g_assert_cmpint (find_slip ("125.00", "12.00"), ==, ZB_N_SLIPS);
  g_assert_cmpint (find_slip ("0.00", "5.00"), ==, ZB_N_SLIPS);
  g_assert_cmpint (find_slip ("12.30", "1.24"), ==, ZB_N_SLIPS);
}

/* No number comes twice, and none begins with an idle zero. */
static void
test_each_once (void) {
  g_autoptr (GArray) slips = zb_slips_list ("1102.20");

  for (guint i = 0; i < slips->len; i++) {
    ZbDecimal value, other;

    g_assert_true (zb_decimal_parse (g_array_index (slips, ZbSlip, i).meant, &value));
    for (guint k = 0; k < i; k++) {
      g_assert_true (zb_decimal_parse (g_array_index (slips, ZbSlip, k).meant, &other));
      g_assert_cmpint (zb_decimal_compare (value, other), !=, 0);
    }
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slip/kinds", test_kinds);
  g_test_add_func ("/slip/none", test_none);
  g_test_add_func ("/slip/each-once", test_each_once);
  return g_test_run ();
}
