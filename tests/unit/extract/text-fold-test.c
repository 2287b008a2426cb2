/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fold.h"

#include <string.h>

static void
assert_folds (const char *text, const char *expected) {
  g_autofree char *folded = zb_text_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void) {
  assert_folds ("", "");
  assert_folds ("１２．５ 万 元", "12.5万元");
  assert_folds ("“三公”经费\n", "\"三公\"经费");
  assert_folds ("〔2019〕39号【A】", "(2019)39号[a]");
  assert_folds ("20㎡、m²", "20m2、m2");
  assert_folds ("−5—6–7", "-5-6-7");
  assert_folds ("购臵", "购置");
  assert_folds ("\t\r\n\302\240\343\200\200\342\200\213\357\273\277", "");
}

/* What GLib makes of a character: decomposed, small, nothing for white space and controls. */
static char *
fold_with_glib (gunichar character) {
  g_autoptr (GString) folded = g_string_new (NULL);
  char text[7] = { 0 };
  g_autofree char *parts = NULL;

  g_unichar_to_utf8 (character, text);
  parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
  return g_strdup (folded->str);
}

/* The one Han character that is folded to another. */
#define VARIANT 0x81F5

/* The characters that take the short way must come out as on the long one. */
static void
test_short_way (void) {
  for (gunichar character = 1; character <= 0x9FFF; character++) {
    char text[7] = { 0 };
    g_autofree char *expected = NULL;

    if (character == 0x80)
      character = 0x4E00;
    if (character == VARIANT)
      continue;
    g_unichar_to_utf8 (character, text);
    expected = fold_with_glib (character);
    assert_folds (text, expected);
  }
}

/* Folding twice is folding once, and every byte comes from where it says: here from byte 3. */
static void
test_every_character (void) {
  for (gunichar character = 1; character <= 0x10FFFF; character++) {
    char text[16] = "\346\226\207"; /* 文 */
    gsize length;
    g_autofree char *folded = NULL, *again = NULL;
    g_autoptr (GArray) offsets = NULL;

    if (character >= 0xD800 && character <= 0xDFFF)
      continue;
    length = 3 + (gsize) g_unichar_to_utf8 (character, text + 3);
    text[length] = '.';
    text[length + 1] = '\0';
    folded = zb_text_fold_mapped (text, &offsets);
    again = zb_text_fold (folded);
    g_assert_true (g_utf8_validate (folded, -1, NULL));
    g_assert_cmpstr (again, ==, folded);
    g_assert_cmpuint (offsets->len, ==, strlen (folded) + 1);
    for (guint i = 0; i < offsets->len; i++)
      g_assert_cmpuint (g_array_index (offsets, gsize, i), ==,
                        i < 3                    ? 0
                        : i + 2 < offsets->len   ? 3
                        : i + 1 < offsets->len   ? length
                                                 : length + 1);
  }
}

/* Text that grows when it is folded: each character becomes eighteen. */
static void
test_growing (void) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL, *one = zb_text_fold ("\357\267\272");
  g_autoptr (GArray) offsets = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "\357\267\272");
  folded = zb_text_fold_mapped (text->str, &offsets);
  g_assert_cmpuint (strlen (folded), ==, 1000 * strlen (one));
  g_assert_cmpuint (g_array_index (offsets, gsize, strlen (folded) - 1), ==, 2997);
  g_assert_cmpuint (g_array_index (offsets, gsize, strlen (folded)), ==, 3000);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-fold/fold", test_fold);
  g_test_add_func ("/extract/text-fold/short-way", test_short_way);
  g_test_add_func ("/extract/text-fold/every-character", test_every_character);
  g_test_add_func ("/extract/text-fold/growing", test_growing);
  return g_test_run ();
}
