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

/* What the print of a line consists of, each piece of ink by itself. */
typedef struct {
  guint points, digits; /* pieces like a point or a comma; like a digit */
  guint others;         /* marks such as - and % */
  gboolean narrow;      /* none is as wide as a character */
} ZbScanInk;

/* Counts the pieces of print of the one line at @box of @ink. */
ZbScanInk zb_scan_lines_count (PIX *ink, const ZbScanBox *box);

/* Moves the sides of @box, which holds part of a line of @ink, to where its pieces of print end:
 * what lies in it for the most part is within, everything else outside. */
void zb_scan_lines_snap (PIX *ink, ZbScanBox *box);

G_END_DECLS
