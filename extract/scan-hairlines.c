/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-hairlines.h"

#include "scan-means.h"

/* In inches: a point of a hairline is told by the mean over this much of the line to either side,
 * held against the ground within the other distance across it. */
static const double ALONG = 0.06, ACROSS = 0.03;
/* Ink that is higher than this, in inches, across a line is print and no piece of the line. */
static const double THICK = 0.03;
/* This many pixels around print are darker than the ground, too. */
static const int HALO = 3;
/* A pixel that is darker than its ground by this many grey values is as good as one of a black line:
 * a row of points must not look like a line because its points are black. */
static const int DARKER = 18;
/* Pixels of a line do so on this share of the way (of 255). */
static const int SHARE = 140;

/* This share of a point's surroundings along the line must not be print (of 255), … */
static const int VISIBLE = 85;
/* … and a line is taken to go on behind print that stands in its way for so many inches. */
static const double BEHIND_PRINT = 0.2;

/* What is whiter than paper by so many grey values, where a seal was, was part of it. */
static const int WHITER = 6;
/* At the end of a line, the mean over one part in so many of the way has to be this (of 255). */
enum { CLOSER = 4, END_SHARE = 100 };

/* Where print is, and what is beside it. */
static PIX *
find_print (const ZbScanImage *image, gboolean vertical) {
  int thick = MAX (2, (int) (THICK * image->dpi));
  g_autoptr (PIX) print = pixSelectBySize (image->ink, thick, thick, 8,
                                           vertical ? L_SELECT_WIDTH : L_SELECT_HEIGHT,
                                           L_SELECT_IF_GT, NULL);

  return print != NULL ? pixDilateBrick (NULL, print, 2 * HALO + 1, 2 * HALO + 1) : NULL;
}

/* The mean of @image along a line, and one pixel across it. */
static PIX *
average (PIX *image, int along, gboolean vertical) {
  return vertical ? zb_scan_means_new (image, 1, along) : zb_scan_means_new (image, along, 1);
}

/* How much darker than its ground each pixel of @plain is; 255: as dark as that of a black line. */
static PIX *
find_darker (PIX *plain, int along, int across, gboolean vertical) {
  g_autoptr (PIX) ground = vertical ? zb_scan_means_new (plain, across, along) : zb_scan_means_new (plain, along, across);
  PIX *darker = ground != NULL ? pixSubtractGray (NULL, ground, plain) : NULL;

  return darker != NULL ? pixGammaTRC (darker, darker, 1, 0, DARKER) : NULL;
}

/* Where the mean darkness is that of a line, as far as there is no print. */
static PIX *
choose_lines (PIX *darker, PIX *visible) {
  int width = pixGetWidth (darker), height = pixGetHeight (darker);
  PIX *lines = pixCreate (width, height, 1);

  for (int y = 0; lines != NULL && y < height; y++) {
    l_uint32 *dark = pixGetData (darker) + (gsize) y * (gsize) pixGetWpl (darker);
    l_uint32 *seen = pixGetData (visible) + (gsize) y * (gsize) pixGetWpl (visible);
    l_uint32 *line = pixGetData (lines) + (gsize) y * (gsize) pixGetWpl (lines);

    for (int x = 0; x < width; x++)
      if (GET_DATA_BYTE (seen, x) >= VISIBLE
          && GET_DATA_BYTE (dark, x) * 255 >= SHARE * GET_DATA_BYTE (seen, x))
        SET_DATA_BIT (line, x);
  }
  return lines;
}

/* Lengthens @lines behind @print that stands between two pieces of one. */
static void
go_behind (PIX *lines, PIX *print, int gap, gboolean vertical) {
  g_autoptr (PIX) closed = vertical ? pixCloseSafeCompBrick (NULL, lines, 1, gap)
                                    : pixCloseSafeCompBrick (NULL, lines, gap, 1);

  if (closed == NULL)
    return;
  pixAnd (closed, closed, print);
  pixOr (lines, lines, closed);
}

/* Lengthens @lines to where they end: beyond the end of a pale one, the mean falls too soon. */
static void
go_to_end (PIX *lines, PIX *darker, int along, gboolean vertical) {
  g_autoptr (PIX) near = average (darker, MAX (1, along / CLOSER), vertical);
  g_autoptr (PIX) dark = NULL;
  g_autoptr (PIX) longer = vertical ? pixDilateCompBrick (NULL, lines, 1, along) : pixDilateCompBrick (NULL, lines, along, 1);

  if (near == NULL || longer == NULL)
    return;
  pixInvert (near, near);
  dark = pixThresholdToBinary (near, 255 - END_SHARE);
  pixAnd (longer, longer, dark);
  pixOr (lines, lines, longer);
}

/* Beside the white that a seal leaves, paper would look like a line. */
static void
level_seals (const ZbScanImage *image, PIX *plain) {
  g_autoptr (PIX) paper = image->covered != NULL ? pixThresholdToBinary (plain, image->ground + WHITER) : NULL;
  g_autoptr (PIX) white = paper != NULL ? pixSubtract (NULL, image->covered, paper) : NULL;

  if (white != NULL)
    pixSetMasked (plain, white, (l_uint32) image->ground);
}

PIX *
zb_scan_hairlines_find (const ZbScanImage *image, gboolean vertical) {
  int along = MAX (2, (int) (ALONG * image->dpi)), across = MAX (2, (int) (ACROSS * image->dpi));
  g_autoptr (PIX) print = find_print (image, vertical);
  g_autoptr (PIX) plain = print != NULL ? pixCopy (NULL, image->pale) : NULL;
  g_autoptr (PIX) darker = NULL;
  g_autoptr (PIX) mean = NULL;
  g_autoptr (PIX) open = NULL;
  g_autoptr (PIX) visible = NULL;
  PIX *lines = NULL;

  if (plain == NULL)
    return NULL;
  pixSetMasked (plain, print, (l_uint32) image->ground);
  level_seals (image, plain);
  darker = find_darker (plain, along, across, vertical);
  open = pixConvert1To8 (NULL, print, 255, 0);
  mean = darker != NULL ? average (darker, along, vertical) : NULL;
  visible = open != NULL ? average (open, along, vertical) : NULL;
  if (mean == NULL || visible == NULL)
    return NULL;
  lines = choose_lines (mean, visible);
  if (lines != NULL) {
    go_to_end (lines, darker, along, vertical);
    go_behind (lines, print, MAX (2, (int) (BEHIND_PRINT * image->dpi)), vertical);
  }
  return lines;
}
