/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-head-words.h"

#include "text-fold.h"

static const char *const KINDS[] = { "amount", "name", "code", "level", "line",
                                      "text",   "keys", "over", "apart", "group" };

/* Every line of the file, read here on its own, is found as what it says, once. */
static void
test_every_line (void) {
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (zb_text_head_words_load (&error));
  g_assert_no_error (error);
  g_assert_true (
      g_file_get_contents (TEST_DATA "/../extract/head-words.tsv", &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
    g_auto (GStrv) parts = NULL;

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    g_test_message ("line %u: %s", i + 1, lines[i]);
    g_assert_true (g_hash_table_add (seen, zb_text_fold (fields[0])));
    g_assert_cmpstr (KINDS[zb_text_head_words_lookup (fields[0])], ==, fields[1]);
    parts = g_strsplit (fields[2] != NULL ? fields[2] : "", "|", -1);
    for (guint part = 0; parts[part] != NULL; part++)
      g_assert_true (*parts[part] == '@' ? zb_text_head_words_lookup (parts[part]) == ZB_HEAD_WORD_GROUP
                                         : zb_text_head_words_is_part (fields[0], parts[part]));
    g_assert_true (zb_text_head_words_is_known (fields[0]));
  }
  g_assert_cmpuint (g_hash_table_size (seen), >, 0);
}

static void
test_totals (void) {
  g_assert_true (zb_text_head_words_is_total ("本年支出 合计"));
  g_assert_false (zb_text_head_words_is_total ("基本支出"));
  g_assert_cmpint (zb_text_head_words_lookup ("补充收入"), ==, ZB_HEAD_WORD_AMOUNT);
  g_assert_false (zb_text_head_words_is_part ("补充收入", "小计"));
}

/* A year, 其中： and brackets do not hide a word; a group gives its parts to others. */
static void
test_spellings (void) {
  g_assert_cmpint (zb_text_head_words_lookup ("2024年度 支出"), ==, ZB_HEAD_WORD_OVER);
  g_assert_cmpint (zb_text_head_words_lookup ("预算数（万元）："), ==, ZB_HEAD_WORD_OVER);
  g_assert_cmpint (zb_text_head_words_lookup ("其中："), ==, ZB_HEAD_WORD_APART);
  g_assert_true (zb_text_head_words_is_part ("2024年预算数", "其中：基本支出"));
  g_assert_true (zb_text_head_words_is_known ("其中：财政专户管理资金收入"));
  g_assert_false (zb_text_head_words_is_known ("补充收入"));
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-head-words/every-line", test_every_line);
  g_test_add_func ("/extract/text-head-words/totals", test_totals);
  g_test_add_func ("/extract/text-head-words/spellings", test_spellings);
  return g_test_run ();
}
