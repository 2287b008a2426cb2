/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-picture.h"

ZbScanPicture *
zb_scan_picture_new (guint width, guint height, double dpi) {
  ZbScanPicture *picture = g_new0 (ZbScanPicture, 1);

  picture->width = width;
  picture->height = height;
  picture->dpi = dpi;
  picture->pixels = g_new0 (guint32, (gsize) width * height);
  return picture;
}

void
zb_scan_picture_free (ZbScanPicture *picture) {
  g_free (picture->pixels);
  g_free (picture);
}
