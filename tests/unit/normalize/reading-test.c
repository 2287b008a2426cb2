/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include <string.h>

/* @expected: the texts of the first readings with spaces between them; "" where there must be none. */
static void
assert_readings (const char *token, ZbConfusionKind kind, const char *expected) {
  g_autoptr (GPtrArray) readings = zb_readings_find (token, kind);
  g_auto (GStrv) texts = g_strsplit (expected, " ", -1);

  g_test_message ("%s", token);
  if (*expected == '\0')
    g_assert_cmpuint (readings->len, ==, 0);
  for (guint i = 0; texts[i] != NULL; i++) {
    g_assert_cmpuint (readings->len, >, i);
    g_assert_cmpstr (((ZbReading *) g_ptr_array_index (readings, i))->text, ==, texts[i]);
  }
}

static gboolean
contains (const GPtrArray *readings, const char *text, const char *confusions) {
  for (guint i = 0; i < readings->len; i++) {
    const ZbReading *reading = g_ptr_array_index (readings, i);

    if (g_str_equal (reading->text, text) && g_str_equal (reading->confusions, confusions))
      return TRUE;
  }
  return FALSE;
}

static void
test_numbers (void) {
  g_autoptr (GPtrArray) readings = zb_readings_find ("1O0.O0万元", ZB_CONFUSION_NUMBER);

  assert_readings ("1O0.O0万元", ZB_CONFUSION_NUMBER, "100.00万元");
  g_assert_true (contains (readings, "100.00万元", "O→0 O→0"));
  assert_readings ("l2.5", ZB_CONFUSION_NUMBER, "12.5");
  assert_readings ("12,5", ZB_CONFUSION_NUMBER, "12.5");
  assert_readings ("1.234.567,5", ZB_CONFUSION_NUMBER, "1,234,567.5");
  assert_readings ("3B6.2%", ZB_CONFUSION_NUMBER, "386.2%");
}

/* What is a number already is not doubted, and what cannot be one stays what it is. */
static void
test_no_numbers (void) {
  assert_readings ("1,234.50", ZB_CONFUSION_NUMBER, "");
  assert_readings ("80", ZB_CONFUSION_NUMBER, "");
  assert_readings ("公用经费", ZB_CONFUSION_NUMBER, "");
  assert_readings ("", ZB_CONFUSION_NUMBER, "");
  assert_readings ("12345678901234567890123456789012345O", ZB_CONFUSION_NUMBER, "");
}

/* One at a time: each is one guess that arithmetic may prove. */
static void
test_digits (void) {
  g_autoptr (GPtrArray) readings = zb_readings_find ("38.5", ZB_CONFUSION_DIGIT);

  g_assert_true (contains (readings, "33.5", "8→3"));
  g_assert_true (contains (readings, "88.5", "3→8"));
  for (guint i = 0; i < readings->len; i++)
    g_assert_cmpuint (((ZbReading *) g_ptr_array_index (readings, i))->count, ==, 1);
}

static void
test_words (void) {
  g_autoptr (GPtrArray) readings = zb_readings_find ("财政拔款收人", ZB_CONFUSION_WORD);

  g_assert_true (contains (readings, "财政拨款收入", "拔→拨 人→入"));
  g_assert_true (contains (readings, "财政拨款收人", "拔→拨"));
  g_assert_cmpuint (((ZbReading *) g_ptr_array_index (readings, 0))->count, ==, 1);
}

/* However many ways there are, only so many are tried. */
static void
test_many (void) {
  g_autoptr (GPtrArray) readings
      = zb_readings_find ("OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO", ZB_CONFUSION_NUMBER);

  g_assert_cmpuint (readings->len, <=, 1024);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/reading/numbers", test_numbers);
  g_test_add_func ("/normalize/reading/no-numbers", test_no_numbers);
  g_test_add_func ("/normalize/reading/digits", test_digits);
  g_test_add_func ("/normalize/reading/words", test_words);
  g_test_add_func ("/normalize/reading/many", test_many);
  return g_test_run ();
}
