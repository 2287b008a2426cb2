/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-sign.h"

#include <leptonica/allheaders.h>

/* A bar is this many times as wide as it is high. */
static const double FLAT = 3.5;
/* Two bars, or an angle and its bar, begin and end within this share of their width. */
static const double EVEN = 0.15, NEARLY_EVEN = 0.3;
/* The bars of = are no farther apart than this share of their width; those of 二 are. */
static const double CLOSE = 0.6;
/* An angle is at least and at most so high for its width; the bar below is lower than this share of it. */
static const double LOWEST = 0.35, HIGHEST = 1.5, LOWER = 0.85;
/* Where an angle is looked at: near its point and near its open end, as shares of its width. */
static const double NEAR = 0.08, FAR = 0.8;

typedef struct {
  int x, y, width, height;
} Part;

static Part
get_part (BOXA *boxes, int i) {
  Part part;

  boxaGetBoxGeometry (boxes, i, &part.x, &part.y, &part.width, &part.height);
  return part;
}

static gboolean
is_even (const Part *a, const Part *b, double share) {
  double most = share * MAX (a->width, b->width);

  return ABS (a->x - b->x) <= most && ABS (a->x + a->width - b->x - b->width) <= most;
}

static gboolean
are_bars (const Part *upper, const Part *lower) {
  return upper->width >= FLAT * upper->height && lower->width >= FLAT * lower->height
         && is_even (upper, lower, EVEN)
         && lower->y - (upper->y + upper->height) <= CLOSE * upper->width;
}

/* How many strokes the column of @piece at @x crosses; *@middle is where the first is, 0 to 1. */
static guint
count_strokes (PIX *piece, int x, double *middle) {
  int height = pixGetHeight (piece), start = 0;
  guint strokes = 0;
  l_uint32 before = 0;

  for (int y = 0; y <= height; y++) {
    l_uint32 set = 0;

    if (y < height)
      pixGetPixel (piece, x, y, &set);
    if (set && !before)
      start = y;
    if (!set && before && strokes++ == 0)
      *middle = (start + y) / 2.0 / height;
    before = set;
  }
  return strokes;
}

/* Whether @piece is an angle whose point is on its left, or with @right, on its right. */
static gboolean
is_angle (PIX *piece, gboolean right) {
  int width = pixGetWidth (piece);
  double middle = 0, other = 0;
  int near = (int) (NEAR * width), far = (int) (FAR * width);

  return count_strokes (piece, right ? width - 1 - near : near, &middle) == 1 && middle > 0.25
         && middle < 0.75 && count_strokes (piece, right ? width - 1 - far : far, &other) == 2;
}

static gunichar
read_angle (PIX *piece, const Part *upper, const Part *lower) {
  if (upper->height < LOWEST * upper->width || upper->height > HIGHEST * upper->width
      || lower->height > LOWER * upper->height || !is_even (upper, lower, NEARLY_EVEN))
    return 0;
  return is_angle (piece, FALSE) ? 0x2264 : is_angle (piece, TRUE) ? 0x2265 : 0;
}

gunichar
zb_scan_sign_read (PIX *ink, const ZbScanBox *box) {
  BOX *clip = boxCreate (box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
  g_autoptr (PIX) cut = pixClipRectangle (ink, clip, NULL);
  PIXA *pieces = NULL;
  BOXA *boxes = cut != NULL ? pixConnComp (cut, &pieces, 8) : NULL;
  gunichar sign = 0;

  if (boxes != NULL && boxaGetCount (boxes) == 2) {
    Part first = get_part (boxes, 0), second = get_part (boxes, 1);
    gboolean down = 2 * first.y + first.height < 2 * second.y + second.height;
    const Part *upper = down ? &first : &second, *lower = down ? &second : &first;
    PIX *piece = pixaGetPix (pieces, down ? 0 : 1, L_CLONE);

    sign = are_bars (upper, lower) ? '=' : read_angle (piece, upper, lower);
    pixDestroy (&piece);
  }
  boxDestroy (&clip);
  boxaDestroy (&boxes);
  pixaDestroy (&pieces);
  return sign;
}
