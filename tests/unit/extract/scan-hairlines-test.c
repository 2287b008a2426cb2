/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-hairlines.h"

#include "scan-blocks.h"

enum { WIDTH = 900, HEIGHT = 600, PAPER = 235, HAIRLINE = 195, PRINT = 40 };
enum { LINE_Y = 100, DOTS_Y = 300, PRINT_Y = 450, FROM = 150, TO = 750 };
/* A line down, as high as one row, with print close to its left. */
enum { DOWN_X = 100, DOWN_Y = 200, ROW = 64, PALE = 216, SEAL_X = 400, CLEARED = 252 };

static void
fill (PIX *pix, int x, int y, int width, int height, int value) {
  for (int i = x; i < x + width; i++)
    for (int j = y; j < y + height; j++)
      pixSetPixel (pix, i, j, (l_uint32) value);
}

/* A page with a grey line, a row of black points and a row of bars as high as print. */
static ZbScanImage *
draw_page (void) {
  ZbScanImage *image = g_new0 (ZbScanImage, 1);

  image->dpi = 300;
  image->ground = PAPER;
  image->pale = pixCreate (WIDTH, HEIGHT, 8);
  fill (image->pale, 0, 0, WIDTH, HEIGHT, PAPER);
  fill (image->pale, FROM, LINE_Y, TO - FROM, 3, HAIRLINE);
  for (int x = FROM; x < TO; x += 20)
    fill (image->pale, x, DOTS_Y, 4, 4, PRINT);
  for (int x = FROM; x < TO; x += 44)
    fill (image->pale, x, PRINT_Y, 36, 40, PRINT);
  fill (image->pale, DOWN_X, DOWN_Y, 3, ROW, PALE);
  fill (image->pale, DOWN_X - 12, DOWN_Y + 17, 12, 30, PRINT);
  /* a seal was taken away to both sides of a strip of paper */
  image->covered = pixCreate (WIDTH, HEIGHT, 1);
  fill (image->covered, SEAL_X, DOWN_Y, 64, ROW, 1);
  fill (image->pale, SEAL_X, DOWN_Y, 64, ROW, CLEARED);
  fill (image->pale, SEAL_X + 30, DOWN_Y, 4, ROW, PAPER);
  image->grey = pixCopy (NULL, image->pale);
  image->ink = pixThresholdToBinary (image->pale, 180);
  zb_scan_hairlines_level_seals (image);
  return image;
}

static int
count (PIX *found, int y, int height) {
  BOX *box = boxCreate (FROM, y, TO - FROM, height);
  int pixels = 0;

  pixCountPixelsInRect (found, box, &pixels, NULL);
  boxDestroy (&box);
  return pixels;
}

static void
test_across (void) {
  g_autoptr (ZbScanImage) image = draw_page ();
  g_autoptr (PIX) found = zb_scan_hairlines_find (image, FALSE);

  g_assert_nonnull (found);
  g_assert_cmpint (count (found, LINE_Y, 3), >=, 3 * (TO - FROM - 20));
  g_assert_cmpint (count (found, DOTS_Y - 20, 44), ==, 0);
  g_assert_cmpint (count (found, PRINT_Y - 20, 80), ==, 0);
}

static void
test_down (void) {
  g_autoptr (ZbScanImage) image = draw_page ();
  g_autoptr (PIX) found = zb_scan_hairlines_find (image, TRUE);

  g_assert_nonnull (found);
  g_assert_cmpint (count (found, 0, HEIGHT), ==, 0);
  for (int y = DOWN_Y + ZB_SCAN_BLOCK; y < DOWN_Y + ROW - ZB_SCAN_BLOCK; y++) {
    l_uint32 set = 0;

    pixGetPixel (found, DOWN_X + 1, y, &set);
    g_test_message ("row %d", y);
    g_assert_cmpuint (set, ==, 1);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-hairlines/across", test_across);
  g_test_add_func ("/extract/scan-hairlines/down", test_down);
  return g_test_run ();
}
