/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidate.h"

#include <string.h>

/* @expected: the texts of the first candidates with spaces between them; "" where there must be none. */
static void
assert_candidates (const char *token, ZbConfusionKind kind, const char *expected) {
  g_autoptr (GPtrArray) candidates = zb_candidates_find (token, kind);
  g_auto (GStrv) texts = g_strsplit (expected, " ", -1);

  g_test_message ("%s", token);
  if (*expected == '\0')
    g_assert_cmpuint (candidates->len, ==, 0);
  for (guint i = 0; texts[i] != NULL; i++) {
    g_assert_cmpuint (candidates->len, >, i);
    g_assert_cmpstr (((ZbCandidate *) g_ptr_array_index (candidates, i))->text, ==, texts[i]);
  }
}

static gboolean
contains (const GPtrArray *candidates, const char *text, const char *confusions) {
  for (guint i = 0; i < candidates->len; i++) {
    const ZbCandidate *candidate = g_ptr_array_index (candidates, i);

    if (g_str_equal (candidate->text, text) && g_str_equal (candidate->confusions, confusions))
      return TRUE;
  }
  return FALSE;
}

static void
test_numbers (void) {
  g_autoptr (GPtrArray) candidates = zb_candidates_find ("1O0.O0万元", ZB_CONFUSION_NUMBER);

  assert_candidates ("1O0.O0万元", ZB_CONFUSION_NUMBER, "100.00万元");
  g_assert_true (contains (candidates, "100.00万元", "O→0 O→0"));
  assert_candidates ("l2.5", ZB_CONFUSION_NUMBER, "12.5");
  assert_candidates ("12,5", ZB_CONFUSION_NUMBER, "12.5");
  assert_candidates ("1.234.567,5", ZB_CONFUSION_NUMBER, "1,234,567.5");
  assert_candidates ("3B6.2%", ZB_CONFUSION_NUMBER, "386.2%");
}

/* What is a number already is not doubted, and what cannot be one stays what it is. */
static void
test_no_numbers (void) {
  assert_candidates ("1,234.50", ZB_CONFUSION_NUMBER, "");
  assert_candidates ("80", ZB_CONFUSION_NUMBER, "");
  assert_candidates ("公用经费", ZB_CONFUSION_NUMBER, "");
  assert_candidates ("", ZB_CONFUSION_NUMBER, "");
  assert_candidates ("12345678901234567890123456789012345O", ZB_CONFUSION_NUMBER, "");
}

/* One at a time: each is one guess that arithmetic may prove. */
static void
test_digits (void) {
  g_autoptr (GPtrArray) candidates = zb_candidates_find ("38.5", ZB_CONFUSION_DIGIT);

  g_assert_true (contains (candidates, "33.5", "8→3"));
  g_assert_true (contains (candidates, "88.5", "3→8"));
  for (guint i = 0; i < candidates->len; i++)
    g_assert_cmpuint (((ZbCandidate *) g_ptr_array_index (candidates, i))->count, ==, 1);
}

static void
test_words (void) {
  g_autoptr (GPtrArray) candidates = zb_candidates_find ("财政拔款收人", ZB_CONFUSION_WORD);

  g_assert_true (contains (candidates, "财政拨款收入", "拔→拨 人→入"));
  g_assert_true (contains (candidates, "财政拨款收人", "拔→拨"));
  g_assert_cmpuint (((ZbCandidate *) g_ptr_array_index (candidates, 0))->count, ==, 1);
}

/* However many ways there are, only so many are tried. */
static void
test_many (void) {
  g_autoptr (GPtrArray) candidates
      = zb_candidates_find ("OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO", ZB_CONFUSION_NUMBER);

  g_assert_cmpuint (candidates->len, <=, 1024);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/candidate/numbers", test_numbers);
  g_test_add_func ("/normalize/candidate/no-numbers", test_no_numbers);
  g_test_add_func ("/normalize/candidate/digits", test_digits);
  g_test_add_func ("/normalize/candidate/words", test_words);
  g_test_add_func ("/normalize/candidate/many", test_many);
  return g_test_run ();
}
