/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-content.h"

static void
assert_box (const ZbBox *box, double x0, double y0, double x1, double y1) {
  g_assert_cmpfloat (box->x0, ==, x0);
  g_assert_cmpfloat (box->y0, ==, y0);
  g_assert_cmpfloat (box->x1, ==, x1);
  g_assert_cmpfloat (box->y1, ==, y1);
}

/* Four glyphs, each @dx and @dy after the one before. */
static ZbPageContent *
new_content (double dx, double dy) {
  ZbPageContent *content = zb_page_content_new (1, 600, 800);
  static const ZbRuling RULINGS[] = { { TRUE, 100, 50, 90 }, { FALSE, 200, 10, 40 } };

  for (guint i = 0; i < 4; i++) {
    double x = 300 + i * dx, y = 400 + i * dy;
    ZbGlyph glyph = { 0x76EE, FALSE, 10, { x, y, x + 10, y + 10 }, 1, 0 };

    g_array_append_val (content->glyphs, glyph);
  }
  g_array_append_vals (content->rulings, RULINGS, G_N_ELEMENTS (RULINGS));
  return content;
}

static void
test_find_turn (void) {
  static const struct {
    double dx, dy;
    guint turn;
  } CASES[] = { { 10, 0, 0 }, { 0, -10, 1 }, { -10, 0, 2 }, { 0, 10, 3 }, { 90, 90, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbPageContent) content = new_content (CASES[i].dx, CASES[i].dy);

    g_assert_cmpuint (zb_page_content_find_turn (content->glyphs), ==, CASES[i].turn);
  }
}

/* After its turn, text reads from left to right, whatever way it stood. */
static void
test_turned_text_reads_rightwards (void) {
  static const double STEPS[][2] = { { 10, 0 }, { 0, -10 }, { -10, 0 }, { 0, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++) {
    g_autoptr (ZbPageContent) content = new_content (STEPS[i][0], STEPS[i][1]);

    zb_page_content_turn (content, i);
    g_assert_cmpuint (content->turn, ==, i);
    g_assert_cmpuint (zb_page_content_find_turn (content->glyphs), ==, 0);
  }
}

static void
test_rulings (void) {
  g_autoptr (ZbPageContent) content = new_content (10, 0);
  const ZbRuling *rulings = (const ZbRuling *) (const void *) content->rulings->data;

  zb_page_content_turn (content, 1);
  g_assert_cmpfloat (content->width, ==, 800);
  g_assert_cmpfloat (content->height, ==, 600);
  g_assert_false (rulings[0].vertical);
  g_assert_cmpfloat (rulings[0].at, ==, 100);
  g_assert_cmpfloat (rulings[0].from, ==, 710);
  g_assert_cmpfloat (rulings[0].to, ==, 750);
  g_assert_true (rulings[1].vertical);
  g_assert_cmpfloat (rulings[1].at, ==, 600);
  g_assert_cmpfloat (rulings[1].from, ==, 10);
}

static void
test_turn_back (void) {
  for (guint turn = 0; turn < 4; turn++) {
    g_autoptr (ZbPageContent) content = new_content (10, 0);
    ZbBox box;

    zb_page_content_turn (content, turn);
    box = zb_box_turn_back (&g_array_index (content->glyphs, ZbGlyph, 0).box, turn, content->width,
                            content->height);
    assert_box (&box, 300, 400, 310, 410);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/page-content/find-turn", test_find_turn);
  g_test_add_func ("/extract/page-content/reads-rightwards", test_turned_text_reads_rightwards);
  g_test_add_func ("/extract/page-content/rulings", test_rulings);
  g_test_add_func ("/extract/page-content/turn-back", test_turn_back);
  return g_test_run ();
}
