/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads every line of the files of words by role. */
#include "check-words.h"
#include "document-words.h"
#include "evaluation-words.h"
#include "text-fold.h"

/* Whether the words are folded and stand once; with @values, whether each has one of them. */
static void
check_words (const GPtrArray *words, const char *const *values) {
  g_assert_cmpuint (words->len, >, 0);
  for (guint i = 0; i < words->len; i++) {
    const ZbRoleWord *word = g_ptr_array_index (words, i);
    g_autofree char *folded = zb_text_fold (word->word);

    g_assert_cmpstr (word->word, ==, folded);
    if (values != NULL)
      g_assert_true (g_strv_contains (values, word->value));
    else
      g_assert_cmpstr (word->value, ==, "");
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (word->word, !=, ((const ZbRoleWord *) g_ptr_array_index (words, k))->word);
  }
}

static void
test_document_words (void) {
  static const char *const KINDS[]
      = { "final_accounts", "budget", "performance_evaluation", "monitoring", "other", NULL };
  static const char *const FUNDS[] = { "fiscal", "general", "government_fund", "state_capital",
                                       "social_insurance", NULL };

  for (guint role = 0; role < ZB_N_DOCUMENT_WORDS; role++)
    check_words (zb_document_words ((ZbDocumentWordRole) role),
                 role <= ZB_DOCUMENT_WORD_KIND_AT_END ? KINDS
                 : role == ZB_DOCUMENT_WORD_FUND      ? FUNDS
                                                      : NULL);
}

static void
test_check_words (void) {
  static const char *const LOWEST[] = { "90", "80", "60", "0", NULL };

  for (guint role = 0; role < ZB_N_CHECK_WORDS; role++)
    check_words (zb_check_words ((ZbCheckWordRole) role),
                 role == ZB_CHECK_WORD_GRADE ? LOWEST : NULL);
}

static void
test_evaluation_words (void) {
  static const char *const COLUMNS[] = { "level1", "level2", "level3", "relation", "target", "unit",
                                         "actual", "weight", "score",  "deviation", NULL };

  for (guint role = 0; role < ZB_N_EVALUATION_WORDS; role++)
    check_words (zb_evaluation_words ((ZbEvaluationWordRole) role),
                 role == ZB_EVALUATION_WORD_COLUMN ? COLUMNS : NULL);
}

static void
test_lookups (void) {
  const GPtrArray *ends = zb_document_words (ZB_DOCUMENT_WORD_BODY_END);

  g_assert_nonnull (zb_words_at_end (ends, "某市财政局"));
  g_assert_null (zb_words_at_end (ends, "财政局长"));
  g_assert_true (zb_evaluation_word_within (ZB_EVALUATION_WORD_NO_COLUMN, "全年预计完成情况"));
  g_assert_true (zb_evaluation_word_begins (ZB_EVALUATION_WORD_SUPERVISOR, "主管部门及代码"));
  g_assert_true (zb_evaluation_word_ends (ZB_EVALUATION_WORD_PROJECT_NAME, "转移支付名称"));
  g_assert_false (zb_evaluation_word_is (ZB_EVALUATION_WORD_TOTAL, "总分值"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/word-files/document-words", test_document_words);
  g_test_add_func ("/schema/word-files/evaluation-words", test_evaluation_words);
  g_test_add_func ("/schema/word-files/check-words", test_check_words);
  g_test_add_func ("/schema/word-files/lookups", test_lookups);
  return g_test_run ();
}
