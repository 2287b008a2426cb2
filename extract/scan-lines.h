/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-image.h"

G_BEGIN_DECLS

/* A rectangle of pixels; the second corner lies outside. */
typedef struct {
  int x0, y0, x1, y1;
} ZbScanBox;

/* A piece of one printed line: what can be recognised at once. */
typedef struct {
  ZbScanBox box;  /* around its ink */
  guint lines;    /* 1, or how many may run into each other */
} ZbScanLine;

/* The usual height of the lines of @ink in pixels, out of the print of @dpi; it is never 0. */
int zb_scan_lines_measure (PIX *ink, double dpi);

/* Appends the printed lines within @region of @ink to @lines (ZbScanLine), from top to bottom.
 * @usual is their usual height. @parted: gaps as wide as between columns part a line. */
void zb_scan_lines_find (PIX *ink, const ZbScanBox *region, int usual, gboolean parted,
                         GArray *lines);

/* Moves the sides of @box, which holds part of a line of @ink, to where its pieces of print end:
 * what lies in it for the most part is within, everything else outside. */
void zb_scan_lines_snap (PIX *ink, ZbScanBox *box);

/* Narrows @box, which holds a line of @ink, to its first @count pieces of print, or with @last to its
 * last. FALSE, and @box stays, where there are fewer or one is as wide as a character. */
gboolean zb_scan_lines_keep (PIX *ink, guint count, gboolean last, ZbScanBox *box);

G_END_DECLS
