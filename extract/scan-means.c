/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-means.h"

#include "scan-image.h"

/* Means are products with 2^16 / count, rounded. */
enum { SHIFT = 16, HALF = 1 << (SHIFT - 1) };

static guint32
invert (int count) {
  return (guint32) ((1 << SHIFT) + count / 2) / (guint32) count;
}

static l_uint32 *
find_row (PIX *image, int y) {
  return pixGetData (image) + (gsize) y * (gsize) pixGetWpl (image);
}

/* Swaps between leptonica's words, whose first pixel is the highest byte, and bytes in order. */
static void
swap_words (l_uint32 *to, const l_uint32 *from, int words) {
  for (int i = 0; i < words; i++)
    to[i] = GUINT32_FROM_BE (from[i]);
}

/* The mean of up to @reach of the @width bytes to either side of @x; @sums of those before each. */
static guint8
average_at (const guint32 *sums, int width, int x, int reach) {
  int low = MAX (x - reach, 0), high = MIN (x + reach + 1, width);

  return (guint8) (((sums[high] - sums[low]) * invert (high - low) + HALF) >> SHIFT);
}

/* The means of the @width bytes at @from; room for @width + 1 of their @sums. */
static void
average_row (guint8 *to, const guint8 *from, int width, int reach, guint32 *sums) {
  guint32 whole = invert (2 * reach + 1);

  sums[0] = 0;
  for (int x = 0; x < width; x++)
    sums[x + 1] = sums[x] + from[x];
  for (int x = reach; x < width - reach; x++)
    to[x] = (guint8) (((sums[x + reach + 1] - sums[x - reach]) * whole + HALF) >> SHIFT);
  for (int x = 0; x < MIN (reach, width); x++)
    to[x] = average_at (sums, width, x, reach);
  for (int x = MAX (reach, width - reach); x < width; x++)
    to[x] = average_at (sums, width, x, reach);
}

/* Each row of @image by itself. */
static PIX *
average_across (PIX *image, int reach) {
  int width = pixGetWidth (image), words = pixGetWpl (image);
  PIX *means = pixCreateTemplate (image);
  g_autofree l_uint32 *from = g_new (l_uint32, words), *to = g_new0 (l_uint32, words);
  g_autofree guint32 *sums = g_new (guint32, (gsize) width + 1);

  for (int y = 0; means != NULL && y < pixGetHeight (image); y++) {
    swap_words (from, find_row (image, y), words);
    average_row ((guint8 *) to, (const guint8 *) from, width, reach, sums);
    swap_words (find_row (means, y), to, words);
  }
  return means;
}

static void
add_row (guint16 *sums, const guint8 *row, int bytes) {
  for (int x = 0; x < bytes; x++)
    sums[x] = (guint16) (sums[x] + row[x]);
}

static void
take_row (guint16 *sums, const guint8 *row, int bytes) {
  for (int x = 0; x < bytes; x++)
    sums[x] = (guint16) (sums[x] - row[x]);
}

static void
divide_row (guint8 *to, const guint16 *sums, int bytes, int count) {
  guint32 inverse = invert (count);

  for (int x = 0; x < bytes; x++)
    to[x] = (guint8) ((sums[x] * inverse + HALF) >> SHIFT);
}

/* Each column of @image by itself; in what order the bytes of a word stand does not matter here. */
static PIX *
average_down (PIX *image, int reach) {
  int height = pixGetHeight (image), bytes = 4 * pixGetWpl (image);
  PIX *means = pixCreateTemplate (image);
  g_autofree guint16 *sums = g_new0 (guint16, bytes);

  for (int y = -reach; means != NULL && y < height; y++) {
    if (y + reach < height)
      add_row (sums, (const guint8 *) find_row (image, y + reach), bytes);
    if (y - reach > 0)
      take_row (sums, (const guint8 *) find_row (image, y - reach - 1), bytes);
    if (y >= 0)
      divide_row ((guint8 *) find_row (means, y), sums, bytes,
                  MIN (y + reach + 1, height) - MAX (y - reach, 0));
  }
  return means;
}

PIX *
zb_scan_means_new (PIX *image, int across, int down) {
  g_autoptr (PIX) rows = NULL;

  g_return_val_if_fail (across <= ZB_SCAN_MEANS_FARTHEST && down <= ZB_SCAN_MEANS_FARTHEST, NULL);
  rows = across > 0 ? average_across (image, across) : pixClone (image);
  if (rows == NULL || down <= 0)
    return g_steal_pointer (&rows);
  return average_down (rows, down);
}
