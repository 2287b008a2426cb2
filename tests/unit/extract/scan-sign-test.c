/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-sign.h"

enum { SIDE = 40 };

/* A stroke from one point to another. */
typedef struct {
  int x0, y0, x1, y1;
} Stroke;

static PIX *
draw (const Stroke *strokes, guint count) {
  PIX *ink = pixCreate (SIDE, SIDE, 1);

  for (guint i = 0; i < count; i++)
    pixRenderLine (ink, strokes[i].x0, strokes[i].y0, strokes[i].x1, strokes[i].y1, 2, L_SET_PIXELS);
  return ink;
}

static void
test_shapes (void) {
  static const struct {
    const char *name;
    gunichar sign;
    Stroke strokes[4];
    guint count;
  } CASES[] = {
    { "equal", '=', { { 5, 12, 34, 12 }, { 5, 22, 34, 22 } }, 2 },
    { "two (二)", 0, { { 10, 5, 29, 5 }, { 4, 34, 35, 34 } }, 2 },
    { "two, of even strokes", 0, { { 5, 4, 34, 4 }, { 5, 34, 34, 34 } }, 2 },
    { "dash", 0, { { 5, 12, 34, 12 } }, 1 },
    { "three (三)", 0, { { 5, 4, 34, 4 }, { 5, 18, 34, 18 }, { 5, 32, 34, 32 } }, 3 },
    { "at most", 0x2264, { { 34, 4, 5, 13 }, { 5, 13, 34, 22 }, { 5, 32, 34, 32 } }, 3 },
    { "at most, slanted", 0x2264, { { 34, 4, 5, 13 }, { 5, 13, 34, 22 }, { 5, 21, 34, 30 } }, 3 },
    { "at least", 0x2265, { { 5, 4, 34, 13 }, { 34, 13, 5, 22 }, { 5, 32, 34, 32 } }, 3 },
    { "less", 0, { { 34, 4, 5, 13 }, { 5, 13, 34, 22 } }, 2 },
    { "a slanted stroke over a bar", 0, { { 5, 4, 34, 22 }, { 5, 32, 34, 32 } }, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (PIX) ink = draw (CASES[i].strokes, CASES[i].count);
    const ZbScanBox box = { 0, 0, SIDE, SIDE };

    g_test_message ("%s", CASES[i].name);
    g_assert_cmpuint (zb_scan_sign_read (ink, &box), ==, CASES[i].sign);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-sign/shapes", test_shapes);
  return g_test_run ();
}
