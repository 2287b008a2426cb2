/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-hairlines.h"

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

/* The pale image with its print painted over, so that only lines are left. */
static PIX *
hide_print (const ZbScanImage *image, gboolean vertical) {
  int thick = MAX (2, (int) (THICK * image->dpi));
  g_autoptr (PIX) print = pixSelectBySize (image->ink, thick, thick, 8,
                                           vertical ? L_SELECT_WIDTH : L_SELECT_HEIGHT,
                                           L_SELECT_IF_GT, NULL);
  g_autoptr (PIX) wide = print != NULL ? pixDilateBrick (NULL, print, 2 * HALO + 1, 2 * HALO + 1) : NULL;
  PIX *plain = wide != NULL ? pixCopy (NULL, image->pale) : NULL;

  if (plain != NULL)
    pixSetMasked (plain, wide, (l_uint32) image->ground);
  return plain;
}

PIX *
zb_scan_hairlines_find (const ZbScanImage *image, gboolean vertical) {
  int along = MAX (2, (int) (ALONG * image->dpi)), across = MAX (2, (int) (ACROSS * image->dpi));
  g_autoptr (PIX) plain = hide_print (image, vertical);
  g_autoptr (PIX) ground = NULL;
  g_autoptr (PIX) darker = NULL;
  g_autoptr (PIX) mean = NULL;

  if (plain == NULL)
    return NULL;
  ground = vertical ? pixBlockconv (plain, across, along) : pixBlockconv (plain, along, across);
  darker = ground != NULL ? pixSubtractGray (NULL, ground, plain) : NULL;
  if (darker == NULL)
    return NULL;
  pixGammaTRC (darker, darker, 1, 0, DARKER);
  /* one pixel across, too: leptonica averages either both ways or not at all */
  mean = vertical ? pixBlockconv (darker, 1, along) : pixBlockconv (darker, along, 1);
  if (mean == NULL)
    return NULL;
  pixInvert (mean, mean);
  return pixThresholdToBinary (mean, 255 - SHARE);
}
