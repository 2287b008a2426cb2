/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

/* A page with @text at its foot, characters of 10 points side by side. */
static ZbPageLayout *
make_page (const char *text, ZbRecognition recognition) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  double x = 280;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), x += 10) {
    ZbGlyph glyph = { .character = g_utf8_get_char (at), .font_size = 10, .box = { x, 760, x + 10, 770 },
                      .recognition = recognition };

    g_array_append_val (content->glyphs, glyph);
  }
  return zb_page_layout_new (content);
}

static void
test_page_numbers (void) {
  static const struct {
    const char *text;
    ZbRecognition recognition;
    gboolean furniture;
  } CASES[] = {
    { "12", 0, TRUE },
    { "-12-", 0, TRUE },
    { "第3页共9页", 0, TRUE },
    { "iv", 0, TRUE },
    { "一4一", ZB_RECOGNISED, TRUE }, /* recognition's — 4 — */
    { "一4一", 0, FALSE },
    { "一", ZB_RECOGNISED, FALSE },
    { "一、收入", 0, FALSE },
    { "共12人", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_layout_free);
    const ZbPageLayout *page = make_page (CASES[i].text, CASES[i].recognition);

    g_ptr_array_add (pages, (gpointer) page);
    zb_page_layout_mark_furniture (pages);
    g_test_message ("%s", CASES[i].text);
    g_assert_cmpuint (page->lines->len, ==, 1);
    g_assert_cmpint (((const ZbLine *) g_ptr_array_index (page->lines, 0))->furniture, ==, CASES[i].furniture);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/layout-furniture/page-numbers", test_page_numbers);
  return g_test_run ();
}
