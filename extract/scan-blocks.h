/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <leptonica/allheaders.h>

G_BEGIN_DECLS

/* What goes on along a line is seen in blocks of so many pixels along it, and one across it, in a
 * quarter of the time. */
enum { ZB_SCAN_BLOCK = 4 };

/* The blocks of an image down it or, unless @down, across it; pixels at its end that fill none are
 * left out. All results are the caller's to destroy, and NULL where there is no memory or no block. */

/* The mean of each block of @image (8 bits). */
PIX *zb_scan_blocks_new (PIX *image, gboolean down);

/* How much darker the pixels of each block of @image (8 bits) are than its @ground, an image of the
 * blocks: the mean of their distances, each counted up to @most, which is 255. */
PIX *zb_scan_blocks_compare (PIX *image, PIX *ground, int most, gboolean down);

/* @blocks (1 bit) as pixels of an image of @width × @height. */
PIX *zb_scan_blocks_expand (PIX *blocks, int width, int height, gboolean down);

G_END_DECLS
