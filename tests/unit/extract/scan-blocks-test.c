/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-blocks.h"

#include "scan-image.h"

/* Neither side is a multiple of a block, or of a word of pixels. */
enum { WIDTH = 43, HEIGHT = 27, GROUND = 200, MOST = 18 };

static int
value_at (PIX *pix, int x, int y) {
  l_uint32 value = 0;

  pixGetPixel (pix, x, y, &value);
  return (int) value;
}

static PIX *
make_noise (void) {
  PIX *noise = pixCreate (WIDTH, HEIGHT, 8);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      pixSetPixel (noise, x, y, (l_uint32) g_rand_int_range (random, 150, 256));
  return noise;
}

/* The sum over one block of what each pixel counts: itself, or how much darker than the ground it is. */
static int
sum_block (PIX *noise, int x, int y, gboolean down, gboolean darkness) {
  int sum = 0;

  for (int i = 0; i < ZB_SCAN_BLOCK; i++) {
    int value = down ? value_at (noise, x, ZB_SCAN_BLOCK * y + i) : value_at (noise, ZB_SCAN_BLOCK * x + i, y);

    sum += darkness ? CLAMP (GROUND - value, 0, MOST) : value;
  }
  return sum;
}

static void
test_values (void) {
  for (gboolean down = FALSE; down <= TRUE; down++) {
    g_autoptr (PIX) noise = make_noise ();
    g_autoptr (PIX) means = zb_scan_blocks_new (noise, down);
    g_autoptr (PIX) ground = pixCreateTemplate (means);
    g_autoptr (PIX) darkness = NULL;

    pixSetAllArbitrary (ground, GROUND);
    darkness = zb_scan_blocks_compare (noise, ground, MOST, down);
    g_assert_cmpint (pixGetWidth (means), ==, down ? WIDTH : WIDTH / ZB_SCAN_BLOCK);
    g_assert_cmpint (pixGetHeight (means), ==, down ? HEIGHT / ZB_SCAN_BLOCK : HEIGHT);
    for (int y = 0; y < pixGetHeight (means); y++)
      for (int x = 0; x < pixGetWidth (means); x++) {
        g_assert_cmpint (value_at (means, x, y), ==, (sum_block (noise, x, y, down, FALSE) + 2) / ZB_SCAN_BLOCK);
        g_assert_cmpint (value_at (darkness, x, y), ==,
                         sum_block (noise, x, y, down, TRUE) * 255 / (ZB_SCAN_BLOCK * MOST));
      }
  }
}

static void
test_expand (void) {
  for (gboolean down = FALSE; down <= TRUE; down++) {
    g_autoptr (PIX) noise = make_noise ();
    g_autoptr (PIX) means = zb_scan_blocks_new (noise, down);
    g_autoptr (PIX) blocks = pixThresholdToBinary (means, GROUND);
    g_autoptr (PIX) pixels = zb_scan_blocks_expand (blocks, WIDTH, HEIGHT, down);

    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) {
        int block_x = down ? x : x / ZB_SCAN_BLOCK, block_y = down ? y / ZB_SCAN_BLOCK : y;

        g_assert_cmpint (value_at (pixels, x, y), ==, value_at (blocks, block_x, block_y));
      }
  }
}

/* A picture with no room for a block has none. */
static void
test_small (void) {
  g_autoptr (PIX) small = pixCreate (ZB_SCAN_BLOCK - 1, HEIGHT, 8);

  g_assert_null (zb_scan_blocks_new (small, FALSE));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-blocks/values", test_values);
  g_test_add_func ("/extract/scan-blocks/expand", test_expand);
  g_test_add_func ("/extract/scan-blocks/small", test_small);
  return g_test_run ();
}
