/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-lines.h"

static void
add_glyphs (GArray *glyphs, double x, double y, double size, const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    double width = character < 0x80 ? size / 2 : size;
    ZbGlyph glyph = { character, FALSE, size, { x, y, x + width, y + size }, 0, 0 };

    if (character != ' ')
      g_array_append_val (glyphs, glyph);
    x += width;
  }
}

static void
assert_text (GArray *glyphs, double width, const char *expected) {
  g_autofree char *text = zb_layout_lines_fold (glyphs, width, NULL);

  g_assert_cmpstr (text, ==, expected);
  g_array_unref (glyphs);
}

static GArray *
new_glyphs (void) {
  return g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
}

static void
test_order (void) {
  GArray *glyphs = new_glyphs ();

  add_glyphs (glyphs, 100, 120, 10, "第二行");
  add_glyphs (glyphs, 120, 100, 10, "一行");
  add_glyphs (glyphs, 110, 100, 10, "第");
  assert_text (glyphs, 200, "第一行第二行");
}

static void
test_spaces (void) {
  GArray *glyphs = new_glyphs ();

  add_glyphs (glyphs, 100, 100, 10, "收  入  GDP per head");
  assert_text (glyphs, 200, "收入GDP per head");
}

/* Digits of a smaller font stand lower than the Han characters around them. */
static void
test_mixed_fonts (void) {
  GArray *glyphs = new_glyphs ();

  add_glyphs (glyphs, 100, 100, 16, "某局");
  add_glyphs (glyphs, 132, 107, 10, "2031");
  add_glyphs (glyphs, 152, 100, 16, "年度");
  assert_text (glyphs, 200, "某局2031年度");
}

/* A number goes on below where its cell was too narrow for it. */
static void
test_numbers_of_two_lines (void) {
  GArray *broken = new_glyphs (), *stacked = new_glyphs (), *labelled = new_glyphs ();

  add_glyphs (broken, 100, 100, 10, "1,234,5");
  add_glyphs (broken, 100, 114, 10, "67.89");
  assert_text (broken, 40, "1,234,567.89");
  add_glyphs (stacked, 100, 100, 10, "100");
  add_glyphs (stacked, 100, 114, 10, "200");
  assert_text (stacked, 60, "100 200");
  add_glyphs (labelled, 100, 100, 10, "一般公共服务");
  add_glyphs (labelled, 100, 114, 10, "201");
  assert_text (labelled, 90, "一般公共服务201");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/layout-lines/order", test_order);
  g_test_add_func ("/extract/layout-lines/spaces", test_spaces);
  g_test_add_func ("/extract/layout-lines/mixed-fonts", test_mixed_fonts);
  g_test_add_func ("/extract/layout-lines/numbers-of-two-lines", test_numbers_of_two_lines);
  return g_test_run ();
}
