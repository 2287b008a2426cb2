/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-image.h"

#include <math.h>

/* Grey values from here on are paper once the background is even. */
static const int PAPER = 208;
/* And from here on, where the background is even but pale print is to be seen. */
static const int PALE_PAPER = 212;
/* An even background has this grey value; tiles of so many pixels tell it. */
static const int BACKGROUND = 235, TILE = 32, SMOOTHING = 2;
/* Once it is even, this and whatever is lighter is white, and this is black. */
static const int WHITE = 215, BLACK = 50;
/* Print that is smaller than this many inches either way is a speck. A decimal point is larger. */
static const double SPECK = 0.006;
/* Channels that differ by this much make a colour; a greyish one is ink or JPEG's guess at it. Where
 * the brightest of them is below the other, black print lies under it. */
static const int COLOURED = 45, PRINT_UNDER_COLOUR = 130;
/* The width and height of a seal in inches; neither is half again the other. */
static const double SEAL_LEAST = 0.75, SEAL_MOST = 2.6, SEAL_ASPECT = 1.5;
/* Colour within so many inches belongs to one seal. */
static const double SEAL_GAP = 0.09;
/* A picture is straight within this many degrees; beyond the other, leptonica is mistaken. */
static const double STRAIGHT = 0.03, MOST_ASKEW = 8;
/* Angles so far apart are tried first, in degrees: a page of ruled rows is told from one askew only near its own, but
 * leptonica is the surer of print the coarser the steps are. */
static const float STEPS[] = { 0.5F, 1 };
/* Below this leptonica finds no lines to tell the angle by. */
static const double SURE_OF_ANGLE = 3;

/* Where @picture (32 bits) is coloured. */
static PIX *
find_colour (PIX *picture) {
  g_autoptr (PIX) high = pixConvertRGBToGrayMinMax (picture, L_CHOOSE_MAX);
  g_autoptr (PIX) low = pixConvertRGBToGrayMinMax (picture, L_CHOOSE_MIN);
  g_autoptr (PIX) difference = pixSubtractGray (NULL, high, low);
  g_autoptr (PIX) even = difference != NULL ? pixThresholdToBinary (difference, COLOURED) : NULL;

  return even != NULL ? pixInvert (NULL, even) : NULL;
}

/* The boxes of the coloured seals of @picture (32 bits). */
static BOXA *
find_seals (PIX *picture, double dpi) {
  g_autoptr (PIX) half = pixScaleAreaMap2 (picture);
  g_autoptr (PIX) colour = half != NULL ? find_colour (half) : NULL;
  g_autoptr (PIX) small = colour != NULL ? pixReduceRankBinaryCascade (colour, 1, 0, 0, 0) : NULL;
  int gap = MAX (3, (int) (SEAL_GAP * dpi / 4));
  g_autoptr (PIX) joined = small != NULL ? pixCloseSafeBrick (NULL, small, gap, gap) : NULL;
  BOXA *all = joined != NULL ? pixConnComp (joined, NULL, 8) : NULL;
  BOXA *seals = boxaCreate (4);

  for (int i = 0; all != NULL && i < boxaGetCount (all); i++) {
    int x, y, width, height;
    double longer, shorter;

    boxaGetBoxGeometry (all, i, &x, &y, &width, &height);
    longer = MAX (width, height) * 4 / dpi;
    shorter = MIN (width, height) * 4 / dpi;
    if (shorter >= SEAL_LEAST && longer <= SEAL_MOST && longer <= SEAL_ASPECT * shorter)
      boxaAddBox (seals, boxCreate (x * 4 - 8, y * 4 - 8, width * 4 + 16, height * 4 + 16), L_INSERT);
  }
  boxaDestroy (&all);
  return seals;
}

/* Paints what is coloured in @box of @grey, and is not black under the colour, with the shade of
 * paper. */
static void
clear_seal (PIX *grey, PIX *plain, BOX *box) {
  g_autoptr (PIX) part = pixClipRectangle (plain, box, NULL);
  g_autoptr (PIX) colour = part != NULL ? find_colour (part) : NULL;
  g_autoptr (PIX) brightest = colour != NULL ? pixConvertRGBToGrayMinMax (part, L_CHOOSE_MAX) : NULL;
  g_autoptr (PIX) print = NULL;
  g_autoptr (PIX) wide = NULL;
  int x, y;

  if (brightest == NULL)
    return;
  print = pixThresholdToBinary (brightest, PRINT_UNDER_COLOUR);
  wide = pixDilateBrick (NULL, colour, 3, 3);
  pixSubtract (wide, wide, print);
  boxGetGeometry (box, &x, &y, NULL, NULL);
  pixSetMaskedGeneral (grey, wide, 255, MAX (x, 0), MAX (y, 0));
}

/* The grey values of @picture without its coloured seals; *@covered, where there are any, is set in
 * the rectangles around them. */
static PIX *
make_grey (PIX *picture, double dpi, guint *seals, PIX **covered) {
  g_autoptr (PIX) plain = pixRemoveColormap (picture, REMOVE_CMAP_BASED_ON_SRC);
  PIX *grey = NULL;
  BOXA *boxes;

  *seals = 0;
  if (plain == NULL || pixGetDepth (plain) != 32)
    return plain != NULL ? pixConvertTo8 (plain, FALSE) : NULL;
  grey = pixConvertRGBToGray (plain, 0.3F, 0.5F, 0.2F);
  boxes = find_seals (plain, dpi);
  *seals = (guint) boxaGetCount (boxes);
  for (int i = 0; i < boxaGetCount (boxes); i++) {
    BOX *box = boxaGetBox (boxes, i, L_CLONE);

    clear_seal (grey, plain, box);
    boxDestroy (&box);
  }
  if (*seals > 0) {
    *covered = pixCreate (pixGetWidth (grey), pixGetHeight (grey), 1);
    pixMaskBoxa (*covered, *covered, boxes, L_SET_PIXELS);
  }
  boxaDestroy (&boxes);
  return grey;
}

/* Makes the background even. A picture too small or too dark for that stays as it is. */
static PIX *
even_background (PIX *grey) {
  PIX *even = NULL;

  if (pixGetWidth (grey) > 4 * TILE && pixGetHeight (grey) > 4 * TILE)
    even = pixBackgroundNorm (grey, NULL, NULL, TILE, TILE, 100, TILE * TILE / 3, BACKGROUND, SMOOTHING,
                              SMOOTHING);
  return even != NULL ? even : pixCopy (NULL, grey);
}

/* @even with white paper and black print. */
static PIX *
make_clear (PIX *even) {
  return pixGammaTRC (NULL, even, 1, BLACK, WHITE);
}

static PIX *
turn_upright (PIX *pix, guint quarters) {
  return quarters > 0 ? pixRotateOrth (pix, (int) quarters) : pixClone (pix);
}

static PIX *
turn_mask (PIX *mask, guint quarters, double angle) {
  g_autoptr (PIX) upright = turn_upright (mask, quarters);

  return upright != NULL ? pixRotate (upright, (float) angle, L_ROTATE_SAMPLING, L_BRING_IN_WHITE, 0, 0)
                         : NULL;
}

/* What is darker than @paper and no speck. */
static PIX *
find_ink (PIX *grey, int paper, double dpi) {
  g_autoptr (PIX) raw = pixThresholdToBinary (grey, paper);
  int speck = MAX (1, (int) lround (SPECK * dpi));

  return pixSelectBySize (raw, speck, speck, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, NULL);
}

/* The angle in degrees by which the page must turn clockwise to be straight; FALSE where its ink does
 * not tell. */
static gboolean
measure_angle (PIX *ink, double *angle) {
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++) {
    float found = 0, sure = 0;

    if (pixFindSkewSweepAndSearch (ink, &found, &sure, 4, 2, (float) MOST_ASKEW, STEPS[i], 0.01F) != 0
        || sure < SURE_OF_ANGLE)
      continue;
    *angle = found;
    return TRUE;
  }
  return FALSE;
}

/* The same in radians; 0 where the page is straight. Where print is sparse, the pale rulings of @even
 * tell the angle. */
static double
find_angle (PIX *ink, PIX *even, double dpi) {
  g_autoptr (PIX) pale = NULL;
  double angle = 0;

  if (!measure_angle (ink, &angle)) {
    pale = find_ink (even, PALE_PAPER, dpi);
    if (!measure_angle (pale, &angle))
      return 0;
  }
  return fabs (angle) < STRAIGHT ? 0 : angle * G_PI / 180;
}

/* Makes the crooked @image anew from its pale picture, each piece in the memory of the one before. */
static gboolean
straighten (ZbScanImage *image) {
  PIX *pale;

  pixDestroy (&image->grey);
  pixDestroy (&image->ink);
  pale = pixRotateAMGray (image->pale, (float) image->pose.angle, (l_uint8) BACKGROUND);
  pixDestroy (&image->pale);
  image->pale = pale;
  image->grey = pale != NULL ? make_clear (pale) : NULL;
  image->ink = image->grey != NULL ? find_ink (image->grey, PAPER, image->dpi) : NULL;
  return image->ink != NULL;
}

/* The grey values of @picture, upright and with an even background. */
static PIX *
make_even (PIX *picture, double dpi, guint quarters, ZbScanImage *image) {
  g_autoptr (PIX) covered = NULL;
  g_autoptr (PIX) grey = make_grey (picture, dpi, &image->seals, &covered);
  g_autoptr (PIX) upright = grey != NULL ? turn_upright (grey, quarters) : NULL;

  image->covered = g_steal_pointer (&covered);
  return upright != NULL ? even_background (upright) : NULL;
}

ZbScanImage *
zb_scan_image_new (PIX *picture, double dpi, guint quarters) {
  g_autoptr (ZbScanImage) image = g_new0 (ZbScanImage, 1);
  g_autoptr (PIX) covered = NULL;

  image->pale = make_even (picture, dpi, quarters, image);
  image->grey = image->pale != NULL ? make_clear (image->pale) : NULL;
  image->ink = image->grey != NULL ? find_ink (image->grey, PAPER, dpi) : NULL;
  if (image->ink == NULL)
    return NULL;
  image->dpi = dpi;
  image->ground = BACKGROUND;
  image->pose = (ZbScanPose){ .quarters = quarters, .angle = find_angle (image->ink, image->pale, dpi),
                              .width = pixGetWidth (image->pale), .height = pixGetHeight (image->pale) };
  if (image->covered != NULL) {
    covered = image->covered;
    image->covered = turn_mask (covered, quarters, image->pose.angle);
  }
  if (image->pose.angle != 0 && !straighten (image))
    return NULL;
  return g_steal_pointer (&image);
}

void
zb_scan_image_free (ZbScanImage *image) {
  pixDestroy (&image->grey);
  pixDestroy (&image->ink);
  pixDestroy (&image->pale);
  pixDestroy (&image->covered);
  g_free (image);
}
