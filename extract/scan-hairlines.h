/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-image.h"

G_BEGIN_DECLS

/* The lines across or down @image that are too pale to be ink, but go on too long to be chance: grey
 * hairlines. 1 bit of the size of the image, set where they are; the caller frees it. NULL where
 * the image is too small. */
PIX *zb_scan_hairlines_find (const ZbScanImage *image, gboolean vertical);

/* Makes paper of the white that seals left in image->pale: to be done once, before lines are looked
 * for. */
void zb_scan_hairlines_level_seals (ZbScanImage *image);

G_END_DECLS
