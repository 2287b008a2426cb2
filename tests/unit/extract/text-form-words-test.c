/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-form-words.h"

#include "text-fold.h"

static const char *const KINDS[]
    = { "", "level1", "level2", "fund", "header", "goal", "total", "label" };

/* Every line of the file, read here on its own, is found as what it says, once. */
static void
test_every_line (void) {
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (zb_text_form_words_load (&error));
  g_assert_no_error (error);
  g_assert_true (
      g_file_get_contents (TEST_DATA "/../extract/form-words.tsv", &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    g_test_message ("line %u: %s", i + 1, lines[i]);
    g_assert_cmpuint (g_strv_length (fields), ==, 2);
    g_assert_true (g_hash_table_add (seen, zb_text_fold (fields[0])));
    g_assert_cmpstr (KINDS[zb_text_form_words_lookup (fields[0])], ==, fields[1]);
  }
  g_assert_cmpuint (g_hash_table_size (seen), >, 0);
}

static void
test_brackets (void) {
  g_assert_cmpint (zb_text_form_words_lookup ("产出 指标（50分）"), ==, ZB_FORM_WORD_LEVEL1);
  g_assert_cmpint (zb_text_form_words_lookup ("全年执行数（B）"), ==, ZB_FORM_WORD_HEADER);
  g_assert_cmpint (zb_text_form_words_lookup ("其他资金（B）"), ==, ZB_FORM_WORD_NONE);
  g_assert_true (zb_text_form_words_is_weight ("（50分）"));
  g_assert_false (zb_text_form_words_is_label ("走访户数"));
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-form-words/every-line", test_every_line);
  g_test_add_func ("/extract/text-form-words/brackets", test_brackets);
  return g_test_run ();
}
