/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-ink.h"

/* Shares of the line's height: a point is smaller, its middle lower, a digit higher, and either is
 * narrower than a character. */
static const double POINT = 0.42, LOW = 0.55, DIGIT = 0.6, NARROW = 0.82;

/* A bar of this width and no more than that height is a character by itself. */
static const double BAR_WIDE = 0.65, BAR_HIGH = 0.3;

static char
judge_piece (BOXA *pieces, int i, int height, gboolean *narrow) {
  int y, wide, high;

  boxaGetBoxGeometry (pieces, i, NULL, &y, &wide, &high);
  *narrow &= wide < NARROW * height;
  if (high >= DIGIT * height)
    return '0';
  return high < POINT * height && wide < POINT * height && y + high / 2.0 > LOW * height ? '.' : '?';
}

/* The pieces of @ink within @box, from left to right; NULL where there are none. */
static BOXA *
find_pieces (PIX *ink, const ZbScanBox *box) {
  BOX *clip = boxCreate (box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
  g_autoptr (PIX) part = pixClipRectangle (ink, clip, NULL);
  BOXA *found = part != NULL ? pixConnComp (part, NULL, 8) : NULL;
  BOXA *pieces = found != NULL ? boxaSort (found, L_SORT_BY_X, L_SORT_INCREASING, NULL) : NULL;

  boxDestroy (&clip);
  boxaDestroy (&found);
  return pieces;
}

ZbScanInk
zb_scan_ink_count (PIX *ink, const ZbScanBox *box) {
  ZbScanInk counts = { .narrow = TRUE };
  BOXA *pieces = find_pieces (ink, box);
  int count = pieces != NULL ? boxaGetCount (pieces) : 0;

  for (int i = 0; i < count; i++) {
    char piece = judge_piece (pieces, i, box->y1 - box->y0, &counts.narrow);

    counts.points += piece == '.';
    counts.digits += piece == '0';
    counts.others += piece == '?';
    if (count <= ZB_SCAN_INK_MOST)
      counts.pieces[i] = piece;
  }
  boxaDestroy (&pieces);
  return counts;
}

gboolean
zb_scan_ink_shows (const ZbScanInk *ink, const char *text) {
  const char *piece = ink->pieces;

  for (const char *at = text; *at != '\0'; at++) {
    if (*at == ' ')
      continue;
    if (*piece != (g_ascii_isdigit (*at) ? '0' : *at == '.' || *at == ',' ? '.' : '\0'))
      return FALSE;
    piece++;
  }
  return *piece == '\0' && piece > ink->pieces;
}

gboolean
zb_scan_ink_starts_with_bar (PIX *ink, const ZbScanBox *box) {
  BOXA *pieces = find_pieces (ink, box);
  int wide = 0, high = 0, height = box->y1 - box->y0;

  if (pieces != NULL && boxaGetCount (pieces) > 0)
    boxaGetBoxGeometry (pieces, 0, NULL, NULL, &wide, &high);
  boxaDestroy (&pieces);
  return wide >= BAR_WIDE * height && high <= BAR_HIGH * height;
}
