/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <leptonica/allheaders.h>

G_BEGIN_DECLS

/* The mean of @image (8 bits) over the pixels up to @across to the left and right and up to @down
 * above and below each pixel, as far as they lie within the image; rounded. The time does not depend
 * on the distances, of which none may be more than ZB_SCAN_MEANS_FARTHEST. NULL where there is no
 * memory. The caller destroys it.
 *
 * leptonica's pixBlockconv() does the same with sums of 32 bits for the whole picture, at a multiple
 * of the time, and averages either both ways or not at all. */
PIX *zb_scan_means_new (PIX *image, int across, int down);

/* So many values of 8 bits have a sum of 16 bits. */
enum { ZB_SCAN_MEANS_FARTHEST = 127 };

G_END_DECLS
