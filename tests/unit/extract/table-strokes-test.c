/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-strokes.h"

static void
add_ruling (ZbPageContent *content, gboolean vertical, double at, double from, double to) {
  ZbRuling ruling = { vertical, at, from, to };

  g_array_append_val (content->rulings, ruling);
}

/* One glyph of 20 points with its corner at 100, 100. */
static ZbPageContent *
new_content (void) {
  ZbPageContent *content = zb_page_content_new (1, 600, 800);
  ZbGlyph glyph = { 0x76EE, TRUE, 20, { 100, 100, 120, 120 }, 0, 0 };

  g_array_append_val (content->glyphs, glyph);
  return content;
}

static void
test_strokes (void) {
  g_autoptr (ZbPageContent) content = new_content ();

  add_ruling (content, FALSE, 106, 103, 117);
  add_ruling (content, FALSE, 112, 103, 117);
  add_ruling (content, TRUE, 103, 101.5, 119);
  add_ruling (content, TRUE, 117, 101.5, 120.5);
  g_assert_cmpuint (zb_table_strokes_remove (content), ==, 4);
  g_assert_cmpuint (content->rulings->len, ==, 0);
}

static void
test_rulings (void) {
  g_autoptr (ZbPageContent) content = new_content ();

  add_ruling (content, FALSE, 110, 90, 130);    /* strikes through and goes on */
  add_ruling (content, FALSE, 119.5, 101, 119); /* underlines it */
  add_ruling (content, TRUE, 100.2, 101, 119);  /* frames it */
  add_ruling (content, TRUE, 110, 90, 118);     /* comes from above */
  add_ruling (content, FALSE, 130, 101, 119);   /* stands below it */
  g_assert_cmpuint (zb_table_strokes_remove (content), ==, 0);
  g_assert_cmpuint (content->rulings->len, ==, 5);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-strokes/strokes", test_strokes);
  g_test_add_func ("/extract/table-strokes/rulings", test_rulings);
  return g_test_run ();
}
