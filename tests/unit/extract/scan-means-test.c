/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-means.h"

#include "scan-image.h"

/* No multiple of the four pixels of a word. */
enum { WIDTH = 61, HEIGHT = 43 };

static PIX *
make_noise (void) {
  PIX *noise = pixCreate (WIDTH, HEIGHT, 8);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      pixSetPixel (noise, x, y, (l_uint32) g_test_rand_int_range (0, 256));
  return noise;
}

static double
average (PIX *image, int x, int y, int across, int down) {
  double sum = 0, count = 0;

  for (int j = MAX (y - down, 0); j <= MIN (y + down, HEIGHT - 1); j++)
    for (int i = MAX (x - across, 0); i <= MIN (x + across, WIDTH - 1); i++) {
      l_uint32 value = 0;

      pixGetPixel (image, i, j, &value);
      sum += value;
      count++;
    }
  return sum / count;
}

/* Both ways one after the other, each rounded: never more than one beside the true mean. */
static void
test_means (void) {
  static const int REACHES[][2] = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 4, 9 }, { 18, 1 }, { 70, 2 }, { 3, 127 } };
  g_autoptr (PIX) noise = make_noise ();

  for (guint i = 0; i < G_N_ELEMENTS (REACHES); i++) {
    int across = REACHES[i][0], down = REACHES[i][1];
    g_autoptr (PIX) means = zb_scan_means_new (noise, across, down);

    g_test_message ("%d across, %d down", across, down);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) {
        l_uint32 mean = 0;

        pixGetPixel (means, x, y, &mean);
        g_assert_cmpfloat_with_epsilon (mean, average (noise, x, y, across, down), 1.1);
      }
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-means/means", test_means);
  return g_test_run ();
}
