/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"

G_BEGIN_DECLS

/* A page as pixels: what the readers of pictures and of PDF hand to recognition. */
typedef struct {
  guint width, height; /* pixels */
  double dpi;          /* pixels an inch */
  guint32 *pixels;     /* 0x00RRGGBB, row by row */
} ZbScanPicture;

/* A blank (black) picture. The caller frees it. */
ZbScanPicture *zb_scan_picture_new (guint width, guint height, double dpi);
void zb_scan_picture_free (ZbScanPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbScanPicture, zb_scan_picture_free)

/* Where the pictures of a document come from. Each process that recognises opens one for itself. */
typedef struct {
  /* NULL with @error set where @bytes cannot be opened. */
  gpointer (*open) (GBytes *bytes, GError **error);
  /* The picture of page @number, from 1 on, at about 300 dpi where that makes no more pixels than
   * ZB_SCAN_MAX_PIXELS. NULL with @error set on failure. The caller frees it. */
  ZbScanPicture *(*draw) (gpointer source, guint number, GError **error);
  void (*close) (gpointer source);
} ZbScanSource;

/* A sheet of A3 at 300 dpi, and a margin. */
enum { ZB_SCAN_MAX_PIXELS = 20000000 };

G_END_DECLS
