/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-lines.h"
#include "scan-rulings.h"

static PIX *
new_ink (void) {
  return pixCreate (1200, 900, 1);
}

static void
draw (PIX *ink, int x, int y, int width, int height) {
  pixRasterop (ink, x, y, width, height, PIX_SET, NULL, 0, 0);
}

/* A word of @count characters, each a square frame, as Han characters are. */
static void
draw_word (PIX *ink, int x, int y, int count) {
  for (int i = 0; i < count; i++) {
    draw (ink, x + 44 * i, y, 38, 40);
    pixRasterop (ink, x + 44 * i + 5, y + 5, 28, 30, PIX_CLR, NULL, 0, 0);
  }
}

static GArray *
find (PIX *ink, gboolean parted) {
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ZbScanLine));
  ZbScanBox all = { 0, 0, 1200, 900 };

  zb_scan_lines_find (ink, &all, zb_scan_lines_measure (ink, 300), parted, lines);
  return lines;
}

static void
assert_line (const GArray *lines, guint i, int x0, int y0, int x1, int y1) {
  const ZbScanBox *box = &g_array_index (lines, ZbScanLine, i).box;

  g_assert_cmpuint (lines->len, >, i);
  g_assert_cmpint (box->x0, ==, x0);
  g_assert_cmpint (box->y0, ==, y0);
  g_assert_cmpint (box->x1, ==, x1);
  g_assert_cmpint (box->y1, ==, y1);
}

static void
test_columns (void) {
  g_autoptr (PIX) ink = new_ink ();
  g_autoptr (GArray) parted = NULL;
  g_autoptr (GArray) whole = NULL;

  draw_word (ink, 100, 100, 3);
  draw_word (ink, 700, 100, 2);
  draw_word (ink, 100, 200, 4);
  parted = find (ink, TRUE);
  g_assert_cmpuint (parted->len, ==, 3);
  assert_line (parted, 0, 100, 100, 226, 140);
  assert_line (parted, 1, 700, 100, 782, 140);
  assert_line (parted, 2, 100, 200, 270, 240);
  whole = find (ink, FALSE);
  g_assert_cmpuint (whole->len, ==, 2);
  assert_line (whole, 0, 100, 100, 782, 140);
}

/* 二 is two strokes with a gap, and one line all the same. */
static void
test_strokes_of_one_character (void) {
  g_autoptr (PIX) ink = new_ink ();
  g_autoptr (GArray) lines = NULL;

  draw_word (ink, 100, 400, 8);
  draw (ink, 106, 100, 26, 4);
  draw (ink, 100, 128, 38, 4);
  lines = find (ink, FALSE);
  g_assert_cmpuint (lines->len, ==, 2);
  assert_line (lines, 0, 100, 100, 138, 132);
}

/* Two lines that a scratch joins. */
static void
test_joined_by_specks (void) {
  g_autoptr (PIX) ink = new_ink ();
  g_autoptr (GArray) lines = NULL;

  draw_word (ink, 100, 100, 12);
  draw_word (ink, 100, 150, 12);
  draw (ink, 130, 135, 5, 20);
  lines = find (ink, TRUE);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpuint (g_array_index (lines, ZbScanLine, 0).lines, ==, 1);
  assert_line (lines, 1, 100, 150, 622, 190);
}

static void
test_blank (void) {
  g_autoptr (PIX) ink = new_ink ();
  g_autoptr (GArray) lines = find (ink, TRUE);

  g_assert_cmpuint (lines->len, ==, 0);
}

/* The recogniser's box of a number cuts its first digit and touches the character before. */
static void
test_snap (void) {
  g_autoptr (PIX) ink = new_ink ();
  ZbScanBox box = { 150, 100, 230, 130 };

  draw (ink, 100, 100, 40, 30);
  draw (ink, 146, 100, 16, 30);
  draw (ink, 170, 100, 16, 30);
  draw (ink, 215, 100, 40, 30);
  zb_scan_lines_snap (ink, &box);
  g_assert_cmpint (box.x0, ==, 146);
  g_assert_cmpint (box.x1, ==, 186);
}

/* A table of two by two cells with a word in one: six rulings come out, and the word stays. */
static void
test_rulings (void) {
  ZbScanImage image = { .dpi = 300 };
  g_autoptr (GArray) rulings = g_array_new (FALSE, FALSE, sizeof (ZbRuling));
  guint vertical = 0;
  int left = 0;

  image.ink = new_ink ();
  image.grey = pixCreate (1200, 900, 8);
  for (int i = 0; i < 3; i++) {
    draw (image.ink, 100, 100 + 100 * i, 804, 4);
    draw (image.ink, 100 + 400 * i, 100, 4, 204);
  }
  draw_word (image.ink, 150, 130, 4);
  zb_scan_rulings_take (&image, rulings);
  g_assert_cmpuint (rulings->len, ==, 6);
  for (guint i = 0; i < rulings->len; i++)
    vertical += g_array_index (rulings, ZbRuling, i).vertical;
  g_assert_cmpuint (vertical, ==, 3);
  pixCountPixels (image.ink, &left, NULL);
  g_assert_cmpint (left, ==, 4 * (38 * 40 - 28 * 30));
  pixDestroy (&image.ink);
  pixDestroy (&image.grey);
}

/* 37-行: two digits, a hyphen, and a character, whose left part is as narrow as a digit. */
static void
test_keep (void) {
  g_autoptr (PIX) ink = new_ink ();
  ZbScanBox box = { 100, 100, 300, 130 }, first = box, last = box, wide = box;

  draw (ink, 100, 100, 16, 30);
  draw (ink, 122, 100, 16, 30);
  draw (ink, 144, 114, 10, 4);
  draw (ink, 170, 100, 12, 30);
  draw (ink, 188, 100, 40, 30);
  g_assert_true (zb_scan_lines_keep (ink, 3, FALSE, &first));
  g_assert_cmpint (first.x0, ==, 100);
  g_assert_cmpint (first.x1, ==, 154);
  g_assert_false (zb_scan_lines_keep (ink, 1, TRUE, &last));
  g_assert_false (zb_scan_lines_keep (ink, 9, FALSE, &wide));
  g_assert_cmpint (wide.x1, ==, box.x1);
  g_assert_cmpint (last.x0, ==, box.x0);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-lines/columns", test_columns);
  g_test_add_func ("/extract/scan-lines/strokes-of-one-character", test_strokes_of_one_character);
  g_test_add_func ("/extract/scan-lines/joined-by-specks", test_joined_by_specks);
  g_test_add_func ("/extract/scan-lines/blank", test_blank);
  g_test_add_func ("/extract/scan-lines/snap", test_snap);
  g_test_add_func ("/extract/scan-lines/keep", test_keep);
  g_test_add_func ("/extract/scan-lines/rulings", test_rulings);
  return g_test_run ();
}
