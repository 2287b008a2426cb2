/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "font-trust.h"

static void
add_page (ZbFontTrust *trust, guint page, const char *font, const char *text) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (page, 600, 800);

  g_ptr_array_add (content->fonts, g_strdup (font));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    ZbGlyph glyph = { .character = g_utf8_get_char (p), .font_size = 10, .font = 1 };

    g_array_append_val (content->glyphs, glyph);
  }
  zb_font_trust_add (trust, content);
}

static void
assert_doubted (const char *text, gboolean doubted) {
  g_autoptr (ZbFontTrust) trust = zb_font_trust_new ();
  g_autofree char *doubt = NULL;

  add_page (trust, 1, "font", text);
  doubt = zb_font_trust_get_doubt (trust, "font");
  g_assert_cmpint (doubt != NULL, ==, doubted);
}

static void
test_characters (void) {
  assert_doubted ("一般公共预算财政拨款收入支出决算总表", FALSE);
  assert_doubted ("一般公共預算財政撥款收入支出決算總表", FALSE);
  assert_doubted ("Budget 2024: 1,200.50 (100 %) — total", FALSE);
  assert_doubted ("\xEF\x82\xB7\xEF\x83\xBC\xEF\x82\xB7\xEF\x83\xBC\xEF\x82\xB7\xEF\x83\xBC", FALSE);
  assert_doubted ("㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊㐋㐌㐍", TRUE);
  assert_doubted ("丒丗丟両丣丳丵丷丼乀乁乆乛", TRUE);
  assert_doubted ("가나다라마바사아자차카타파하", TRUE);
  assert_doubted ("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", TRUE);
  /* Too few to say anything. */
  assert_doubted ("㐀㐁㐂", FALSE);
}

static void
add_digits (ZbFontTrust *trust, const guint *enclosed, guint count) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);

  g_ptr_array_add (content->fonts, g_strdup ("font"));
  for (guint i = 0; i < count; i++) {
    ZbDigitShape shape = { 1, i, enclosed[i] };

    g_array_append_val (content->digits, shape);
  }
  zb_font_trust_add (trust, content);
}

static void
test_digits (void) {
  static const guint RIGHT[] = { 1, 0, 0, 0, 1, 0, 1, 0, 2, 1 };
  static const guint SHIFTED[] = { 0, 0, 0, 1, 0, 1, 0, 2, 1, 1 };
  static const guint ONE_ODD[] = { 1, 0, 0, 0, 1, 0, 0, 0, 2, 1 };
  const guint *const CASES[] = { RIGHT, SHIFTED, ONE_ODD };
  static const gboolean DOUBTED[] = { FALSE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbFontTrust) trust = zb_font_trust_new ();
    g_autofree char *doubt = NULL;

    add_digits (trust, CASES[i], 10);
    doubt = zb_font_trust_get_doubt (trust, "font");
    g_assert_cmpint (doubt != NULL, ==, DOUBTED[i]);
  }
}

/* One print that fits is enough: another may have been drawn over. */
static void
test_spoiled_print (void) {
  static const guint SPOILED[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
  static const guint RIGHT[] = { 1, 0, 0, 0, 1, 0, 1, 0, 2, 1 };
  g_autoptr (ZbFontTrust) trust = zb_font_trust_new ();

  add_digits (trust, SPOILED, 10);
  add_digits (trust, RIGHT, 10);
  g_assert_null (zb_font_trust_get_doubt (trust, "font"));
}

static void
test_pages (void) {
  g_autoptr (ZbFontTrust) trust = zb_font_trust_new ();
  const GArray *pages;

  add_page (trust, 2, "one", "甲");
  add_page (trust, 3, "other", "乙");
  add_page (trust, 5, "one", "丙");
  g_assert_cmpuint (zb_font_trust_get_names (trust)->len, ==, 2);
  pages = zb_font_trust_get_pages (trust, "one");
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpuint (g_array_index (pages, guint, 1), ==, 5);
  g_assert_cmpstr (zb_font_trust_get_text (trust, "one", 1), ==, "丙");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/font-trust/characters", test_characters);
  g_test_add_func ("/extract/font-trust/digits", test_digits);
  g_test_add_func ("/extract/font-trust/spoiled-print", test_spoiled_print);
  g_test_add_func ("/extract/font-trust/pages", test_pages);
  return g_test_run ();
}
