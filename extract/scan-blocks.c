/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-blocks.h"

#include "scan-image.h"

/* A word of leptonica's holds four pixels, the first in the highest byte: as many as a block. */
G_STATIC_ASSERT (ZB_SCAN_BLOCK == sizeof (l_uint32));

/* Shares of a grey value are counted in parts of 2^16. */
enum { SHIFT = 16 };

static guint8 *
find_row (PIX *image, int y) {
  return (guint8 *) (pixGetData (image) + (gsize) y * (gsize) pixGetWpl (image));
}

static PIX *
create (PIX *image, gboolean down) {
  int width = pixGetWidth (image) / (down ? 1 : ZB_SCAN_BLOCK);
  int height = pixGetHeight (image) / (down ? ZB_SCAN_BLOCK : 1);

  return width > 0 && height > 0 ? pixCreate (width, height, 8) : NULL;
}

/* The mean of each word of a row, in the order of the words. */
static void
add_words (guint8 *means, const l_uint32 *words, int count) {
  for (int x = 0; x < count; x++) {
    guint32 pairs = (words[x] & 0x00FF00FF) + (words[x] >> 8 & 0x00FF00FF);

    means[x] = (guint8) (((pairs & 0xFFFF) + (pairs >> 16) + 2) >> 2);
  }
}

/* The mean of four rows; in what order the bytes of a word stand does not matter here. */
static void
add_rows (guint8 *means, const guint8 *rows, gsize stride) {
  for (gsize x = 0; x < stride; x++)
    means[x] = (guint8) ((rows[x] + rows[stride + x] + rows[2 * stride + x] + rows[3 * stride + x] + 2) >> 2);
}

/* Writes the bytes of @from, which are in order, as leptonica has them. */
static void
put_in_order (guint8 *to, const guint8 *from, int words) {
  for (int i = 0; i < words; i++) {
    guint32 word;

    memcpy (&word, from + 4 * i, sizeof word);
    word = GUINT32_FROM_BE (word);
    memcpy (to + 4 * i, &word, sizeof word);
  }
}

PIX *
zb_scan_blocks_new (PIX *image, gboolean down) {
  PIX *blocks = create (image, down);
  gsize stride = 4 * (gsize) pixGetWpl (image);
  g_autofree guint8 *row = blocks != NULL ? g_malloc0 (4 * (gsize) pixGetWpl (blocks)) : NULL;

  for (int y = 0; blocks != NULL && y < pixGetHeight (blocks); y++) {
    if (down) {
      add_rows (find_row (blocks, y), find_row (image, ZB_SCAN_BLOCK * y), stride);
      continue;
    }
    add_words (row, (const l_uint32 *) (gconstpointer) find_row (image, y), pixGetWidth (blocks));
    put_in_order (find_row (blocks, y), row, pixGetWpl (blocks));
  }
  return blocks;
}

/* How much darker than @ground @value is, up to @most. */
static inline guint32
measure_darkness (int ground, int value, int most) {
  return (guint32) CLAMP (ground - value, 0, most);
}

/* What one of the grey values counts, of which @most in each pixel of a block are 255; as SHIFT says. */
static guint32
find_share (int most) {
  return ((255U << SHIFT) + (guint32) most * ZB_SCAN_BLOCK - 1) / ((guint32) most * ZB_SCAN_BLOCK);
}

static void
compare_words (guint8 *darkness, const guint8 *ground, const guint8 *pixels, int count, int most) {
  guint32 share = find_share (most);

  for (int x = 0; x < count; x++) {
    guint32 sum = 0;

    for (int i = 0; i < ZB_SCAN_BLOCK; i++)
      sum += measure_darkness (ground[x], pixels[ZB_SCAN_BLOCK * x + i], most);
    darkness[x] = (guint8) (sum * share >> SHIFT);
  }
}

static void
compare_rows (guint8 *darkness, const guint8 *ground, const guint8 *rows, gsize stride, int most) {
  guint32 share = find_share (most);

  for (gsize x = 0; x < stride; x++) {
    guint32 sum = 0;

    for (gsize i = 0; i < ZB_SCAN_BLOCK; i++)
      sum += measure_darkness (ground[x], rows[i * stride + x], most);
    darkness[x] = (guint8) (sum * share >> SHIFT);
  }
}

PIX *
zb_scan_blocks_compare (PIX *image, PIX *ground, int most, gboolean down) {
  PIX *blocks = create (image, down);
  gsize stride = 4 * (gsize) pixGetWpl (image);
  int words = pixGetWpl (ground);
  g_autofree guint8 *row = g_malloc0 (4 * (gsize) words), *ordered = g_malloc0 (4 * (gsize) words);

  for (int y = 0; blocks != NULL && y < pixGetHeight (blocks); y++) {
    if (down) {
      compare_rows (find_row (blocks, y), find_row (ground, y), find_row (image, ZB_SCAN_BLOCK * y), stride,
                    most);
      continue;
    }
    put_in_order (ordered, find_row (ground, y), words);
    compare_words (row, ordered, find_row (image, y), pixGetWidth (blocks), most);
    put_in_order (find_row (blocks, y), row, words);
  }
  return blocks;
}

PIX *
zb_scan_blocks_expand (PIX *blocks, int width, int height, gboolean down) {
  g_autoptr (PIX) large = pixExpandBinaryReplicate (blocks, down ? 1 : ZB_SCAN_BLOCK, down ? ZB_SCAN_BLOCK : 1);
  PIX *pixels = large != NULL ? pixCreate (width, height, 1) : NULL;

  if (pixels != NULL)
    pixRasterop (pixels, 0, 0, pixGetWidth (large), pixGetHeight (large), PIX_SRC, large, 0, 0);
  return pixels;
}
