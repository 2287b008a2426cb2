/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-hairlines.h"

#include "scan-blocks.h"
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
static const int VISIBLE = 95;
/* … and a line is taken to go on behind print that stands in its way for so many inches. */
static const double BEHIND_PRINT = 0.2;

/* What is whiter than paper by so many grey values, where a seal was, was part of it. */
static const int WHITER = 6;
/* At the end of a line, the mean over one part in so many of the way has to be this (of 255). */
enum { CLOSER = 4, END_SHARE = 140 };

/* Where print is, and what is beside it. */
static PIX *
find_print (const ZbScanImage *image, gboolean vertical) {
  int thick = MAX (2, (int) (THICK * image->dpi));
  g_autoptr (PIX) print = pixSelectBySize (image->ink, thick, thick, 8,
                                           vertical ? L_SELECT_WIDTH : L_SELECT_HEIGHT,
                                           L_SELECT_IF_GT, NULL);

  return print != NULL ? pixDilateBrick (NULL, print, 2 * HALO + 1, 2 * HALO + 1) : NULL;
}

/* The mean of the blocks of an image over @along pixels to either side along a line, and one pixel
 * across it. */
static PIX *
average (PIX *blocks, int along, gboolean vertical) {
  int reach = MAX (1, along / ZB_SCAN_BLOCK);

  return vertical ? zb_scan_means_new (blocks, 1, reach) : zb_scan_means_new (blocks, reach, 1);
}

/* How much darker than its ground each block of @plain is; 255: as dark as that of a black line. */
static PIX *
find_darker (PIX *plain, int along, int across, gboolean vertical) {
  g_autoptr (PIX) blocks = zb_scan_blocks_new (plain, vertical);
  int reach = MAX (1, along / ZB_SCAN_BLOCK);
  g_autoptr (PIX) ground = NULL;

  if (blocks == NULL)
    return NULL;
  ground = vertical ? zb_scan_means_new (blocks, across, reach) : zb_scan_means_new (blocks, reach, across);
  return ground != NULL ? zb_scan_blocks_compare (plain, ground, DARKER, vertical) : NULL;
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

/* Lengthens @lines behind print that stands between two pieces of one, in blocks; @open is 0 where there is
 * nothing but print: what is seen beside it tells by itself. */
static void
go_behind (PIX *lines, PIX *open, int gap, gboolean vertical) {
  g_autoptr (PIX) print = pixThresholdToBinary (open, 1);
  g_autoptr (PIX) closed = vertical ? pixCloseSafeCompBrick (NULL, lines, 1, gap)
                                    : pixCloseSafeCompBrick (NULL, lines, gap, 1);

  if (print == NULL || closed == NULL)
    return;
  pixAnd (closed, closed, print);
  pixOr (lines, lines, closed);
}

/* Lengthens @lines to where they end: beyond the end of a pale one, the mean falls too soon. */
static void
go_to_end (PIX *lines, PIX *darker, int along, gboolean vertical) {
  int reach = MAX (1, along / ZB_SCAN_BLOCK);
  g_autoptr (PIX) near = average (darker, MAX (1, along / CLOSER), vertical);
  g_autoptr (PIX) dark = NULL;
  g_autoptr (PIX) longer = vertical ? pixDilateCompBrick (NULL, lines, 1, reach) : pixDilateCompBrick (NULL, lines, reach, 1);

  if (near == NULL || longer == NULL)
    return;
  pixInvert (near, near);
  dark = pixThresholdToBinary (near, 255 - END_SHARE);
  pixAnd (longer, longer, dark);
  pixOr (lines, lines, longer);
}

/* The picture with paper in place of print; @open is 255 where there is none. */
static PIX *
cover_print (const ZbScanImage *image, PIX *open) {
  PIX *plain = pixCreateTemplate (image->pale);
  gsize words = (gsize) pixGetWpl (image->pale) * (gsize) pixGetHeight (image->pale);
  const l_uint32 paper = (l_uint32) image->ground * 0x01010101U, *pale = pixGetData (image->pale);
  const l_uint32 *kept = pixGetData (open);
  l_uint32 *to = plain != NULL ? pixGetData (plain) : NULL;

  for (gsize i = 0; to != NULL && i < words; i++)
    to[i] = (pale[i] & kept[i]) | (paper & ~kept[i]);
  return plain;
}

/* The lines in blocks along them. */
static PIX *
find_lines (const ZbScanImage *image, PIX *open, gboolean vertical) {
  int along = MAX (2, (int) (ALONG * image->dpi)), across = MAX (2, (int) (ACROSS * image->dpi));
  int behind = MAX (2, (int) (BEHIND_PRINT * image->dpi / ZB_SCAN_BLOCK));
  g_autoptr (PIX) plain = cover_print (image, open);
  g_autoptr (PIX) darker = plain != NULL ? find_darker (plain, along, across, vertical) : NULL;
  g_autoptr (PIX) clear = darker != NULL ? zb_scan_blocks_new (open, vertical) : NULL;
  g_autoptr (PIX) mean = clear != NULL ? average (darker, along, vertical) : NULL;
  g_autoptr (PIX) visible = mean != NULL ? average (clear, along, vertical) : NULL;
  PIX *lines = visible != NULL ? choose_lines (mean, visible) : NULL;

  if (lines != NULL) {
    go_to_end (lines, darker, along, vertical);
    go_behind (lines, clear, behind, vertical);
  }
  return lines;
}

PIX *
zb_scan_hairlines_find (const ZbScanImage *image, gboolean vertical) {
  g_autoptr (PIX) print = find_print (image, vertical);
  g_autoptr (PIX) open = print != NULL ? pixConvert1To8 (NULL, print, 255, 0) : NULL;
  g_autoptr (PIX) lines = open != NULL ? find_lines (image, open, vertical) : NULL;

  if (lines == NULL)
    return NULL;
  return zb_scan_blocks_expand (lines, pixGetWidth (image->pale), pixGetHeight (image->pale), vertical);
}

/* Beside the white that a seal leaves, paper would look like a line. */
void
zb_scan_hairlines_level_seals (ZbScanImage *image) {
  g_autoptr (PIX) covered = NULL;
  g_autoptr (PIX) part = NULL;
  g_autoptr (PIX) paper = NULL;
  BOX *box = NULL;
  int x, y;

  if (image->covered == NULL || pixClipToForeground (image->covered, &covered, &box) != 0 || box == NULL)
    return;
  part = pixClipRectangle (image->pale, box, NULL);
  paper = part != NULL ? pixThresholdToBinary (part, image->ground + WHITER) : NULL;
  boxGetGeometry (box, &x, &y, NULL, NULL);
  boxDestroy (&box);
  if (paper == NULL)
    return;
  pixSubtract (covered, covered, paper);
  pixSetMaskedGeneral (image->pale, covered, (l_uint32) image->ground, x, y);
}
