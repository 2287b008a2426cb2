/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-marks.h"

static char *
pair (const char *text) {
  g_autoptr (GArray) symbols = g_array_new (FALSE, FALSE, sizeof (ZbScanSymbol));
  GString *paired = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    ZbScanSymbol symbol = { .character = g_utf8_get_char (at) };

    g_array_append_val (symbols, symbol);
  }
  zb_scan_marks_pair (symbols);
  for (guint i = 0; i < symbols->len; i++)
    g_string_append_unichar (paired, g_array_index (symbols, ZbScanSymbol, i).character);
  return g_string_free (paired, FALSE);
}

static void
test_pair (void) {
  static const char *const CASES[][2] = {
    { "支出〈类)财政事务《款)", "支出(类)财政事务(款)" },
    { "因公出国〈境）费", "因公出国(境）费" },
    { "《预算法》(修正)", "《预算法》(修正)" }, /* what has its partner stays */
    { "〈甲〉(乙)", "〈甲〉(乙)" },
    { "“三公?经费", "“三公”经费" },
    { "\"三公\"经费", "“三公”经费" },
    { "“<三公”经费", "“三公”经费" },
    { "年度无<三公“经费", "年度无“三公”经费" },
    { "有何问题?没有", "有何问题?没有" },
    { "二)政府采购", "二)政府采购" },
    { "支出项目类别〈资金使", "支出项目类别(资金使" }, /* the other half is in the next line */
    { "用单位〉", "用单位)" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *paired = pair (CASES[i][0]);

    g_assert_cmpstr (paired, ==, CASES[i][1]);
  }
}

static void
test_is_quote (void) {
  static const gunichar QUOTES[] = { '"', '\'', 0x201C, 0x201D }, OTHERS[] = { '.', '(', 0x300A, 'a', '0', 0 };

  for (guint i = 0; i < G_N_ELEMENTS (QUOTES); i++)
    g_assert_true (zb_scan_marks_is_quote (QUOTES[i]));
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_false (zb_scan_marks_is_quote (OTHERS[i]));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-marks/pair", test_pair);
  g_test_add_func ("/extract/scan-marks/is-quote", test_is_quote);
  return g_test_run ();
}
