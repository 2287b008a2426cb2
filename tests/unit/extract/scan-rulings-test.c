/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-rulings.h"

enum { WIDTH = 900, HEIGHT = 400, PAPER = 235, HAIRLINE = 195, LINE_Y = 200, FROM = 100, TO = 800 };
/* Where a seal was taken away, and the line with it; paper is not always darker than that. */
enum { SEAL_FROM = 400, SEAL_TO = 460, CLEARED = 246 };

static void
fill (PIX *pix, int x, int y, int width, int height, int value) {
  BOX *box = boxCreate (x, y, width, height);

  pixSetInRectArbitrary (pix, box, (l_uint32) value);
  boxDestroy (&box);
}

/* A page with one grey line, out of which a piece was taken. */
static ZbScanImage *
draw_page (gboolean covered) {
  ZbScanImage *image = g_new0 (ZbScanImage, 1);

  image->dpi = 300;
  image->ground = PAPER;
  image->pale = pixCreate (WIDTH, HEIGHT, 8);
  fill (image->pale, 0, 0, WIDTH, HEIGHT, PAPER);
  fill (image->pale, FROM, LINE_Y, TO - FROM, 3, HAIRLINE);
  fill (image->pale, SEAL_FROM, LINE_Y - 60, SEAL_TO - SEAL_FROM, 120, CLEARED);
  image->grey = pixCopy (NULL, image->pale);
  image->ink = pixThresholdToBinary (image->pale, 180);
  if (covered) {
    image->covered = pixCreate (WIDTH, HEIGHT, 1);
    fill (image->covered, SEAL_FROM - 8, LINE_Y - 68, SEAL_TO - SEAL_FROM + 16, 136, 1);
  }
  return image;
}

/* A line goes on where a seal covered it, and nowhere else. */
static void
test_seal (void) {
  for (guint covered = 0; covered < 2; covered++) {
    g_autoptr (ZbScanImage) image = draw_page (covered);
    g_autoptr (GArray) rulings = g_array_new (FALSE, FALSE, sizeof (ZbRuling));
    double to;

    zb_scan_rulings_take (image, rulings);
    g_assert_cmpuint (rulings->len, ==, covered ? 1 : 2);
    to = g_array_index (rulings, ZbRuling, 0).to * 300 / 72;
    g_assert_cmpfloat_with_epsilon (to, covered ? TO : SEAL_FROM, 12);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-rulings/seal", test_seal);
  return g_test_run ();
}
