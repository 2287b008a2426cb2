/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decimal.h"

#define LARGEST "999999999999999999999999999999" /* 30 nines */

static ZbDecimal
decimal (const char *text) {
  ZbDecimal value = { 0 };

  g_assert_true (zb_decimal_parse (text, &value));
  return value;
}

static void
assert_prints (ZbDecimal value, const char *expected) {
  g_autofree char *text = zb_decimal_print (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void) {
  static const char *const GOOD[]
    = { "0",     "0.00",  "-0.5",       "12",             "1490.47",
        "100.0", LARGEST, "-" LARGEST, "0.000000000001", "-999999999999999999.123456789012" };
  static const char *const BAD[]
    = { "",    "-",   "+",    ".",      ".5",  "5.",           "1.2.3",          "1,000",
        " 1",  "1 ",  "1e3",  "0x1",    "--1", "１",           "0.0000000000001", LARGEST "0",
        "1-2", "1.-", "+-1", "1000000000000000000000000000000", "9" LARGEST };
  ZbDecimal value = { .coefficient = 7, .scale = 3 };

  for (guint i = 0; i < G_N_ELEMENTS (GOOD); i++)
    assert_prints (decimal (GOOD[i]), GOOD[i]);
  assert_prints (decimal ("+3.10"), "3.10");
  assert_prints (decimal ("-0.00"), "0.00");
  assert_prints (decimal ("007"), "7");
  for (guint i = 0; i < G_N_ELEMENTS (BAD); i++)
    g_assert_false (zb_decimal_parse (BAD[i], &value));
  assert_prints (value, "0.007");
}

static void
test_print_plain (void) {
  static const char *const CASES[][2]
    = { { "10.00", "10" }, { "0.50", "0.5" }, { "-3.0", "-3" }, { "0.000", "0" },
        { "100", "100" } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *text = zb_decimal_print_plain (decimal (CASES[i][0]));

    g_assert_cmpstr (text, ==, CASES[i][1]);
  }
  assert_prints (zb_decimal_from_int (G_MININT64), "-9223372036854775808");
}

static void
test_add (void) {
  ZbDecimal result = { .coefficient = 7, .scale = 0 };

  g_assert_true (zb_decimal_add (decimal ("0.1"), decimal ("0.20"), &result));
  assert_prints (result, "0.30");
  g_assert_true (zb_decimal_subtract (decimal ("1490.47"), decimal ("1490.47"), &result));
  assert_prints (result, "0.00");
  g_assert_false (zb_decimal_add (decimal (LARGEST), decimal ("1"), &result));
  g_assert_false (zb_decimal_subtract (decimal ("-" LARGEST), decimal ("1"), &result));
  g_assert_false (zb_decimal_add (decimal (LARGEST), decimal ("0.1"), &result));
  assert_prints (result, "0.00");
  /* printed zeros are no reason to fail */
  g_assert_true (zb_decimal_add (decimal (LARGEST), decimal ("0.000000000000"), &result));
  assert_prints (result, LARGEST);
}

static void
test_multiply (void) {
  ZbDecimal result;

  g_assert_true (zb_decimal_multiply (decimal ("1490.47"), decimal ("10000"), &result));
  assert_prints (result, "14904700.00");
  g_assert_true (zb_decimal_multiply (decimal ("-0.0000001"), decimal ("0.00001"), &result));
  assert_prints (result, "-0.000000000001");
  g_assert_false (zb_decimal_multiply (decimal ("0.0000001"), decimal ("0.000001"), &result));
  g_assert_true (zb_decimal_multiply (decimal ("0.0000005"), decimal ("0.000002"), &result));
  assert_prints (result, "0.000000000001");
  g_assert_false (zb_decimal_multiply (decimal (LARGEST), decimal ("2"), &result));
  g_assert_false (zb_decimal_multiply (decimal (LARGEST), decimal (LARGEST), &result));
  g_assert_true (zb_decimal_multiply (decimal (LARGEST), decimal ("0.000"), &result));
  g_assert_cmpint (zb_decimal_sign (result), ==, 0);
}

static void
test_divide (void) {
  static const struct {
    const char *a, *b;
    guint8 scale;
    const char *quotient;
  } CASES[] = {
    { "1", "3", 4, "0.3333" },      { "2", "3", 4, "0.6667" },       { "1", "2", 0, "1" },
    { "-1", "2", 0, "-1" },         { "0.5", "-1", 0, "-1" },        { "0.49", "1", 0, "0" },
    { "1.005", "1", 2, "1.01" },    { "-2.345", "1", 2, "-2.35" },   { "0", "5", 2, "0.00" },
    { "1", "999999999999999999999999999999", 12, "0.000000000000" }, { "7.00", "0.1", 1, "70.0" },
    { "100000000000000000000000000000", "10000000000000000000", 12, "10000000000.000000000000" },
    { "0.000000000001", LARGEST, 0, "0" },
    { "500000000000000000000000.000000", "100000000000000000000000000000", 5, "0.00001" },
  };
  ZbDecimal result;

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_assert_true (
      zb_decimal_divide (decimal (CASES[i].a), decimal (CASES[i].b), CASES[i].scale, &result));
    assert_prints (result, CASES[i].quotient);
  }
  g_assert_false (zb_decimal_divide (decimal ("1"), decimal ("0.00"), 2, &result));
  g_assert_false (zb_decimal_divide (decimal ("1"), decimal ("1"), 13, &result));
  g_assert_false (zb_decimal_divide (decimal (LARGEST), decimal ("0.1"), 0, &result));
}

static void
test_shift (void) {
  ZbDecimal result = { .coefficient = 7, .scale = 0 };

  g_assert_true (zb_decimal_shift (decimal ("1.5"), 4, &result));
  assert_prints (result, "15000");
  g_assert_true (zb_decimal_shift (decimal ("15000"), -4, &result));
  assert_prints (result, "1.5000");
  g_assert_true (zb_decimal_shift (decimal ("1.500"), -11, &result));
  assert_prints (result, "0.000000000015");
  g_assert_true (zb_decimal_shift (decimal ("10000000000000"), -13, &result));
  assert_prints (result, "1");
  g_assert_false (zb_decimal_shift (decimal ("1"), -13, &result));
  g_assert_false (zb_decimal_shift (decimal ("1"), 30, &result));
  g_assert_false (zb_decimal_shift (decimal ("1"), G_MININT, &result));
  g_assert_true (zb_decimal_shift (decimal ("0.00"), G_MAXINT, &result));
  assert_prints (result, "0");
}

/* Scaled to a common scale these would not fit. */
static void
test_compare (void) {
  g_assert_cmpint (zb_decimal_compare (decimal ("10.0"), decimal ("10")), ==, 0);
  g_assert_cmpint (zb_decimal_compare (decimal (LARGEST), decimal ("0.000000000001")), ==, 1);
  g_assert_cmpint (zb_decimal_compare (decimal ("-" LARGEST), decimal ("0.000000000001")), ==, -1);
  g_assert_cmpint (zb_decimal_compare (decimal (LARGEST), decimal (LARGEST)), ==, 0);
  g_assert_cmpint (zb_decimal_compare (decimal ("-0.5"), decimal ("-0.49")), ==, -1);
  g_assert_cmpint (zb_decimal_compare (decimal ("-0.5"), decimal ("0.5")), ==, -1);
  g_assert_cmpint (zb_decimal_compare (decimal ("999999999999999999.999999999999"),
                                       decimal ("1000000000000000000")), ==, -1);
  g_assert_cmpint (zb_decimal_sign (decimal ("-0.00")), ==, 0);
  g_assert_cmpint (zb_decimal_sign (zb_decimal_absolute (decimal ("-0.01"))), ==, 1);
}

static void
test_half_unit (void) {
  assert_prints (zb_decimal_half_unit (decimal ("1490.47")), "0.005");
  assert_prints (zb_decimal_half_unit (decimal ("-3")), "0.5");
  assert_prints (zb_decimal_half_unit (decimal ("0.00000000001")), "0.000000000005");
  assert_prints (zb_decimal_half_unit (decimal ("0.000000000001")), "0.000000000001");
}

static void
assert_interval (const char *printed, const char *low, const char *high) {
  ZbDecimal value = decimal (printed), from, to;

  zb_decimal_interval (value, zb_decimal_half_unit (value), &from, &to);
  assert_prints (from, low);
  assert_prints (to, high);
}

static void
test_interval (void) {
  assert_interval ("1490.47", "1490.465", "1490.475");
  assert_interval ("-3.0", "-3.05", "-2.95");
  assert_interval ("0", "-0.5", "0.5");
  assert_interval (LARGEST, LARGEST, LARGEST);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/decimal/parse", test_parse);
  g_test_add_func ("/normalize/decimal/print-plain", test_print_plain);
  g_test_add_func ("/normalize/decimal/add", test_add);
  g_test_add_func ("/normalize/decimal/multiply", test_multiply);
  g_test_add_func ("/normalize/decimal/divide", test_divide);
  g_test_add_func ("/normalize/decimal/shift", test_shift);
  g_test_add_func ("/normalize/decimal/compare", test_compare);
  g_test_add_func ("/normalize/decimal/half-unit", test_half_unit);
  g_test_add_func ("/normalize/decimal/interval", test_interval);
  return g_test_run ();
}
