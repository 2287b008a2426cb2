/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-sums.h"

#define MILLION G_GINT64_CONSTANT (1000000)

static void
test_amounts (void) {
  static const struct {
    const char *text;
    gint64 amount; /* -1: none */
  } CASES[] = {
    { "12", 12 * MILLION },        { "1,234.50", 1234500000 }, { "0.000001", 1 },
    { "999999999999", 999999999999 * MILLION }, { "1234567890123", -1 },
    { "", -1 },                    { ",5", -1 },               { "1.0000001", -1 },
    { "-3", -1 },                  { "5%", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    gint64 amount = 0;
    gboolean read = zb_text_sums_read_amount (CASES[i].text, &amount);

    g_test_message ("%s", CASES[i].text);
    g_assert_cmpint (read ? amount : -1, ==, CASES[i].amount);
  }
}

static gboolean
solve (ZbTextSumRow *rows, guint count, guint cols, const gint64 *totals) {
  guint steps = G_MAXUINT;

  return zb_text_sums_solve (rows, count, cols, totals, &steps);
}

static void
test_one_way (void) {
  g_autoptr (GArray) two = zb_text_sums_every_way (2, 3), one = zb_text_sums_every_way (1, 3);
  ZbTextSumRow rows[] = { { .amounts = { 40, 20 }, .count = 2, .ways = two },
                          { .amounts = { 30 }, .count = 1, .ways = one } };
  const gint64 totals[] = { 40, 0, 50 };

  g_assert_true (solve (rows, 2, 3, totals));
  g_assert_cmpuint (rows[0].columns, ==, 5);
  g_assert_cmpuint (rows[1].columns, ==, 4);
  g_assert_cmpuint (two->len, ==, 3);
  g_array_set_size (one, 2); /* the last column is out of the question */
  g_assert_false (solve (rows, 2, 3, totals));
}

static void
test_steps (void) {
  g_autoptr (GArray) two = zb_text_sums_every_way (2, 3), one = zb_text_sums_every_way (1, 3);
  ZbTextSumRow rows[] = { { .amounts = { 40, 20 }, .count = 2, .ways = two },
                          { .amounts = { 30 }, .count = 1, .ways = one } };
  const gint64 totals[] = { 40, 0, 50 };
  guint left = 100, few;

  g_assert_true (zb_text_sums_solve (rows, 2, 3, totals, &left));
  g_assert_cmpuint (left, <, 100);
  few = 100 - left - 1;
  g_assert_false (zb_text_sums_solve (rows, 2, 3, totals, &few));
  g_assert_cmpuint (few, ==, 0);
}

/* Equal rows may change places, and what does not add up has no place. */
static void
test_two_ways_and_none (void) {
  g_autoptr (GArray) ways = zb_text_sums_every_way (1, 2);
  ZbTextSumRow rows[] = { { .amounts = { 30 }, .count = 1, .ways = ways },
                          { .amounts = { 30 }, .count = 1, .ways = ways } };
  const gint64 two[] = { 30, 30 }, none[] = { 30, 31 };

  g_assert_false (solve (rows, 2, 2, two));
  g_assert_false (solve (rows, 2, 2, none));
  g_assert_cmpuint (rows[0].columns, ==, 0);
}

/* Finding out what cannot be found out ends. */
static void
test_too_many (void) {
  enum { COLUMNS = 12 };
  g_autoptr (GArray) ways = zb_text_sums_every_way (2, COLUMNS);
  g_autoptr (GArray) none = zb_text_sums_every_way (16, ZB_TEXT_SUMS_MOST_COLUMNS);
  ZbTextSumRow rows[64] = { { .count = 0 } };
  gint64 totals[COLUMNS] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (ZbTextSumRow){ .amounts = { i, i }, .count = 2, .ways = ways };
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    totals[i] = 336;
  g_assert_false (solve (rows, 64, COLUMNS, totals));
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-sums/amounts", test_amounts);
  g_test_add_func ("/extract/text-sums/one-way", test_one_way);
  g_test_add_func ("/extract/text-sums/steps", test_steps);
  g_test_add_func ("/extract/text-sums/two-ways-and-none", test_two_ways_and_none);
  g_test_add_func ("/extract/text-sums/too-many", test_too_many);
  return g_test_run ();
}
