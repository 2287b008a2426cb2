/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <leptonica/allheaders.h>

#include "scan-record.h"

G_BEGIN_DECLS

static inline void
zb_scan_pix_free (PIX *pix) {
  pixDestroy (&pix);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PIX, zb_scan_pix_free)

/* One page, cleaned for recognition: upright, straight, without shading, coloured seals and specks. */
typedef struct {
  PIX *grey; /* 8 bits, dark print on white */
  PIX *ink;  /* 1 bit of the same size; set where there is print */
  PIX *pale; /* as grey, but what is paler than print is still there */
  int ground; /* the grey value of paper in it */
  double dpi;
  guint seals; /* that were taken away */
  PIX *covered; /* 1 bit: the rectangles around them; NULL where there were none */
  ZbScanPose pose; /* in pixels */
} ZbScanImage;

/* Cleans @picture (any depth), of which @dpi pixels are an inch, after @quarters clockwise quarter
 * turns. The caller frees the result; NULL where it is no picture. */
ZbScanImage *zb_scan_image_new (PIX *picture, double dpi, guint quarters);
void zb_scan_image_free (ZbScanImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbScanImage, zb_scan_image_free)

G_END_DECLS
