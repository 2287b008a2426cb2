/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-ink.h"

static void
draw (PIX *ink, int x, int y, int width, int height) {
  pixRasterop (ink, x, y, width, height, PIX_SET, NULL, 0, 0);
}

/* 12.5, and with @mark a hyphen before it: digits and a point, each one piece. */
static ZbScanInk
count (gboolean mark) {
  g_autoptr (PIX) ink = pixCreate (400, 300, 1);
  ZbScanBox line = { 100, 100, 230, 130 };

  if (mark)
    draw (ink, 102, 114, 14, 4);
  draw (ink, 120, 100, 14, 30);
  draw (ink, 140, 100, 18, 30);
  draw (ink, 166, 125, 5, 5);
  draw (ink, 180, 100, 18, 30);
  return zb_scan_ink_count (ink, &line);
}

static void
test_pieces (void) {
  ZbScanInk counts = count (FALSE), marked = count (TRUE);

  g_assert_cmpuint (counts.digits, ==, 3);
  g_assert_cmpuint (counts.points, ==, 1);
  g_assert_cmpuint (counts.others, ==, 0);
  g_assert_true (counts.narrow);
  g_assert_cmpstr (counts.pieces, ==, "00.0");
  g_assert_cmpuint (marked.others, ==, 1);
  g_assert_cmpstr (marked.pieces, ==, "?00.0");
}

/* The ink says where a point is, not which digits there are. */
static void
test_shows (void) {
  static const struct {
    const char *text;
    gboolean shown;
  } CASES[] = {
    { "12.5", TRUE },  { "1 2.5", TRUE },  { "78,9", TRUE },   { "1.25", FALSE }, { "12..5", FALSE },
    { "125", FALSE },  { "12.50", FALSE }, { "-12.5", FALSE }, { "12.", FALSE },  { "", FALSE },
  };
  ZbScanInk counts = count (FALSE), marked = count (TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_test_message ("%s", CASES[i].text);
    g_assert_cmpint (zb_scan_ink_shows (&counts, CASES[i].text), ==, CASES[i].shown);
    g_assert_false (zb_scan_ink_shows (&marked, CASES[i].text));
  }
}

/* More pieces than any number has are shown by none. */
static void
test_dust (void) {
  g_autoptr (PIX) ink = pixCreate (600, 100, 1);
  ZbScanBox line = { 0, 0, 600, 30 };
  ZbScanInk counts;

  for (int i = 0; i < ZB_SCAN_INK_MOST + 5; i++)
    draw (ink, 10 * i, 0, 5, 30);
  counts = zb_scan_ink_count (ink, &line);
  g_assert_cmpuint (counts.digits, ==, ZB_SCAN_INK_MOST + 5);
  g_assert_cmpstr (counts.pieces, ==, "");
  g_assert_false (zb_scan_ink_shows (&counts, ""));
}

/* 一 fills the room of a character, a hyphen half of it. */
static void
test_bar (void) {
  g_autoptr (PIX) ink = pixCreate (400, 100, 1);
  ZbScanBox line = { 10, 10, 300, 40 };

  draw (ink, 60, 10, 20, 30);
  draw (ink, 10, 24, 13, 3);
  g_assert_false (zb_scan_ink_starts_with_bar (ink, &line));
  draw (ink, 10, 24, 26, 3);
  g_assert_true (zb_scan_ink_starts_with_bar (ink, &line));
  draw (ink, 10, 10, 26, 30);
  g_assert_false (zb_scan_ink_starts_with_bar (ink, &line));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-ink/pieces", test_pieces);
  g_test_add_func ("/extract/scan-ink/shows", test_shows);
  g_test_add_func ("/extract/scan-ink/dust", test_dust);
  g_test_add_func ("/extract/scan-ink/bar", test_bar);
  return g_test_run ();
}
