/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-parts.h"

/* Three columns, 0 to 300, and one row below a header: 0 to 20, 20 to 120. */
static ZbRaster *
new_raster (void) {
  static const ZbRuling EDGES[] = {
    { FALSE, 0, 0, 300 },  { FALSE, 20, 0, 300 }, { FALSE, 120, 0, 300 }, { TRUE, 0, 0, 120 },
    { TRUE, 100, 0, 120 }, { TRUE, 200, 0, 120 }, { TRUE, 300, 0, 120 },
  };
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (ZbRuling));

  g_array_append_vals (edges, EDGES, G_N_ELEMENTS (EDGES));
  return zb_raster_new (edges);
}

static void
add_text (GArray *glyphs, double x, double y, const char *text) {
  for (const char *p = text; *p != '\0'; p++, x += 5) {
    ZbGlyph glyph = { (guchar) *p, FALSE, 10, { x, y, x + 5, y + 10 }, 0, 0 };

    g_array_append_val (glyphs, glyph);
  }
}

static void
test_lines_are_rows (void) {
  g_autoptr (ZbRaster) raster = new_raster ();
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
  g_autoptr (GArray) cells = NULL;

  for (guint i = 0; i < 4; i++) {
    add_text (glyphs, 5, 24 + 22 * i, "wages");
    add_text (glyphs, 160, 24 + 22 * i, "12.50");
    add_text (glyphs, 260, 24 + 22 * i, "7.00");
  }
  g_assert_cmpuint (zb_raster_part_rows (raster, glyphs), ==, 3);
  g_assert_cmpuint (raster->rows, ==, 5);
  g_assert_cmpuint (raster->ys->len, ==, 6);
  g_assert_cmpint (zb_raster_lookup (raster->ys, 24 + 22 * 3 + 5), ==, 4);
  cells = zb_raster_get_cells (raster);
  g_assert_cmpuint (cells->len, ==, 15);
}

/* A label of two lines has its numbers beside it. */
static void
test_wrapped_label (void) {
  g_autoptr (ZbRaster) raster = new_raster ();
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));

  for (guint i = 0; i < 3; i++) {
    add_text (glyphs, 5, 24 + 33 * i, "wages and");
    add_text (glyphs, 5, 36 + 33 * i, "pensions");
    add_text (glyphs, 160, 30 + 33 * i, "12.50");
  }
  g_assert_cmpuint (zb_raster_part_rows (raster, glyphs), ==, 2);
}

/* Words of several lines are one cell, whatever number stands beside them. */
static void
test_words_stay (void) {
  g_autoptr (ZbRaster) raster = new_raster ();
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));

  for (guint i = 0; i < 6; i++) {
    add_text (glyphs, 5, 24 + 14 * i, "running words");
    add_text (glyphs, 105, 24 + 14 * i, "more of them");
  }
  add_text (glyphs, 260, 64, "95");
  g_assert_cmpuint (zb_raster_part_rows (raster, glyphs), ==, 0);
  g_assert_cmpuint (raster->rows, ==, 2);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-part-rows/lines-are-rows", test_lines_are_rows);
  g_test_add_func ("/extract/table-part-rows/wrapped-label", test_wrapped_label);
  g_test_add_func ("/extract/table-part-rows/words-stay", test_words_stay);
  return g_test_run ();
}
