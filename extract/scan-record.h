/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* How a page lies in its picture: its upright, straight image was turned by @quarters clockwise
 * quarter turns and then by @angle radians clockwise about its middle. */
typedef struct {
  guint quarters; /* 0 to 3 */
  double angle;
  double width, height; /* of the upright page; any unit, the same as the boxes that are mapped */
} ZbScanPose;

/* @box of the upright page, as it stands on the page that was scanned: the box of the same size
 * about the place where its middle lies. */
ZbBox zb_scan_pose_map (const ZbScanPose *pose, const ZbBox *box);

/* Moves what @document holds of page @page to where it stands on the page that was scanned. */
void zb_scan_pose_apply (const ZbScanPose *pose, guint page, ZbDocument *document);

/* One recognised page, as it passes from process to process and into the cache. */
typedef struct {
  ZbPageContent *content; /* upright and straight, in points; NULL where nothing was read */
  ZbScanPose pose;        /* in points */
  guint unread;           /* pieces of print that are no text, such as pictures */
  guint seals;            /* that were taken away before recognition */
  guint lines, doubtful;  /* lines read, and those that the recogniser was unsure of */
  double confidence;      /* mean over the characters, 0 to 1 */
  char *problem;          /* why nothing was read; NULL where the page was */
} ZbScanPage;

/* A page that cannot be read, and why. The caller frees it. */
ZbScanPage *zb_scan_page_new_problem (const char *problem);
void zb_scan_page_free (ZbScanPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbScanPage, zb_scan_page_free)

/* @page as bytes that zb_scan_page_unpack() of the same program understands. */
GBytes *zb_scan_page_pack (const ZbScanPage *page);
/* NULL where @bytes are not whole. The page gets @number. */
ZbScanPage *zb_scan_page_unpack (GBytes *bytes, guint number);

G_END_DECLS
