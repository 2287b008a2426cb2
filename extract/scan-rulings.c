/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-rulings.h"

#include "scan-hairlines.h"

/* In inches: the shortest line across and down that may be a ruling. A stroke of a character is
 * shorter, but for those of large titles, which meet no line across. */
static const double SHORTEST_ACROSS = 0.36, SHORTEST_DOWN = 0.16,
                    SHORTEST_BEHIND_SEAL = 0.13;
/* A line down of this length needs no lines across at its ends to be a ruling. */
static const double LONG_DOWN = 0.7;
/* A thicker line is a bar or a picture. */
static const double THICKEST = 0.06;
/* A line down that ends this near a line across meets it: strokes of large print come near. */
static const double REACH = 0.016;
/* Noise and residual slope break a line; pieces within this much are put together, across it … */
static const double WAVER = 0.008;
/* … and around a line, this much is print of its edge. */
static const double EDGE = 0.007;

/* No seal is larger than this many inches. */
static const double SEAL = 2.6;

typedef struct {
  const ZbScanImage *image;
  gboolean vertical;
  PIX *mask; /* of the accepted lines */
} Search;

static int
to_pixels (const ZbScanImage *image, double inches) {
  return MAX (1, (int) (inches * image->dpi + 0.5));
}

/* What closing the gaps of @pieces adds under seals: looked for no farther around them than a gap. */
static PIX *
find_bridges (const ZbScanImage *image, gboolean vertical, PIX *pieces) {
  int gap = to_pixels (image, SEAL), x, y, width, height;
  PIX *bridges = pixCreateTemplate (pieces);
  BOX *seals = NULL;
  BOX *around = NULL;
  g_autoptr (PIX) part = NULL;
  g_autoptr (PIX) closed = NULL;

  if (bridges == NULL || pixClipToForeground (image->covered, NULL, &seals) != 0 || seals == NULL)
    return bridges;
  boxGetGeometry (seals, &x, &y, &width, &height);
  boxDestroy (&seals);
  around = vertical ? boxCreate (x, y - gap, width, height + 2 * gap)
                    : boxCreate (x - gap, y, width + 2 * gap, height);
  part = pixClipRectangle (pieces, around, &seals);
  boxDestroy (&around);
  if (part == NULL)
    return bridges;
  boxGetGeometry (seals, &x, &y, &width, &height);
  boxDestroy (&seals);
  closed = vertical ? pixCloseSafeCompBrick (NULL, part, 1, gap) : pixCloseSafeCompBrick (NULL, part, gap, 1);
  pixRasterop (bridges, x, y, width, height, PIX_SRC, closed, 0, 0);
  pixAnd (bridges, bridges, image->covered);
  return bridges;
}

/* Lengthens the lines of @runs through seals, to pieces of lines on the other side that may be shorter
 * than a whole one. */
static void
bridge_seals (const ZbScanImage *image, gboolean vertical, PIX *ink, PIX *runs) {
  int length = to_pixels (image, SHORTEST_BEHIND_SEAL);
  g_autoptr (PIX) pieces
    = vertical ? pixOpenCompBrick (NULL, ink, 1, length) : pixOpenCompBrick (NULL, ink, length, 1);
  g_autoptr (PIX) bridges = find_bridges (image, vertical, pieces);

  pixOr (bridges, bridges, pieces);
  pixOr (bridges, bridges, runs);
  pixSeedfillBinary (runs, runs, bridges, 8);
}

/* The straight runs of ink in one direction. */
static PIX *
find_runs (const ZbScanImage *image, gboolean vertical) {
  int waver = to_pixels (image, WAVER), length;
  PIX *runs;
  g_autoptr (PIX) hairlines = zb_scan_hairlines_find (image, vertical);
  g_autoptr (PIX) thick = NULL;

  thick = vertical ? pixDilateBrick (NULL, image->ink, waver, 1)
                   : pixDilateBrick (NULL, image->ink, 1, waver);
  if (hairlines != NULL)
    pixOr (thick, thick, hairlines);
  length = to_pixels (image, vertical ? SHORTEST_DOWN : SHORTEST_ACROSS);
  runs = vertical ? pixOpenCompBrick (NULL, thick, 1, length) : pixOpenCompBrick (NULL, thick, length, 1);
  if (runs != NULL && image->covered != NULL)
    bridge_seals (image, vertical, thick, runs);
  return runs;
}

/* Whether a line across passes the line down at @end. */
static gboolean
ends_at_line_across (const GArray *rulings, const ZbRuling *line, double end) {
  const double reach = REACH * 72;

  for (guint i = 0; i < rulings->len; i++) {
    const ZbRuling *other = &g_array_index (rulings, ZbRuling, i);

    if (!other->vertical && ABS (other->at - end) <= reach && line->at >= other->from - reach
        && line->at <= other->to + reach)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_ruling (const Search *search, const GArray *rulings, const ZbRuling *line) {
  double length = (line->to - line->from) / 72;

  if (!search->vertical || length >= LONG_DOWN)
    return TRUE;
  return ends_at_line_across (rulings, line, line->from)
         && ends_at_line_across (rulings, line, line->to);
}

/* Appends the component at @box as a ruling, where it is one. */
static void
take_component (Search *search, PIX *component, BOX *box, GArray *rulings) {
  double scale = 72 / search->image->dpi;
  int x, y, width, height;
  ZbRuling line = { .vertical = search->vertical };

  boxGetGeometry (box, &x, &y, &width, &height);
  if ((search->vertical ? width : height) > to_pixels (search->image, THICKEST))
    return;
  line.at = (search->vertical ? x + width / 2.0 : y + height / 2.0) * scale;
  line.from = (search->vertical ? y : x) * scale;
  line.to = line.from + (search->vertical ? height : width) * scale;
  if (!is_ruling (search, rulings, &line))
    return;
  g_array_append_val (rulings, line);
  pixRasterop (search->mask, x, y, width, height, PIX_PAINT, component, 0, 0);
}

static void
take_direction (Search *search, GArray *rulings) {
  g_autoptr (PIX) runs = find_runs (search->image, search->vertical);
  PIXA *components = NULL;
  BOXA *boxes = runs != NULL ? pixConnComp (runs, &components, 8) : NULL;

  for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
    BOX *box = boxaGetBox (boxes, i, L_CLONE);
    PIX *component = pixaGetPix (components, i, L_CLONE);

    take_component (search, component, box, rulings);
    pixDestroy (&component);
    boxDestroy (&box);
  }
  boxaDestroy (&boxes);
  pixaDestroy (&components);
}

void
zb_scan_rulings_take (ZbScanImage *image, GArray *rulings) {
  Search search = { .image = image };
  g_autoptr (PIX) mask = NULL;
  int edge = 2 * to_pixels (image, EDGE) + 1;

  zb_scan_hairlines_level_seals (image);
  search.mask = pixCreateTemplate (image->ink);
  take_direction (&search, rulings);
  search.vertical = TRUE;
  take_direction (&search, rulings);
  mask = pixDilateBrick (NULL, search.mask, edge, edge);
  pixDestroy (&search.mask);
  pixSubtract (image->ink, image->ink, mask);
  pixSetMasked (image->grey, mask, 255);
}
