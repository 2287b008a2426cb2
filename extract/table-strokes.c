/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-strokes.h"

/* A stroke may reach this many points beyond the box of its glyph. */
static const double OVERSHOOT = 0.7;
/* A line along the outermost share of a glyph's box may frame or underline it. */
static const double FRAME = 0.06;

static gint
compare_tops (gconstpointer a, gconstpointer b) {
  const ZbGlyph *left = a, *right = b;

  return left->box.y0 < right->box.y0 ? -1 : left->box.y0 > right->box.y0;
}

static double
get_highest (const GArray *glyphs) {
  double highest = 0;

  for (guint i = 0; i < glyphs->len; i++) {
    const ZbBox *box = &g_array_index (glyphs, ZbGlyph, i).box;

    highest = MAX (highest, box->y1 - box->y0);
  }
  return highest;
}

static gboolean
is_stroke_of (const ZbRuling *ruling, const ZbBox *box) {
  double low = ruling->vertical ? box->x0 : box->y0, high = ruling->vertical ? box->x1 : box->y1;
  double from = ruling->vertical ? box->y0 : box->x0, to = ruling->vertical ? box->y1 : box->x1;
  double frame = FRAME * (high - low);

  return ruling->at > low + frame && ruling->at < high - frame
         && ruling->from >= from - OVERSHOOT && ruling->to <= to + OVERSHOOT;
}

/* The index of the first of the @glyphs (ordered by their tops) that starts at @top or below. */
static guint
find_first (const GArray *glyphs, double top) {
  guint low = 0, high = glyphs->len;

  while (low < high) {
    guint half = low + (high - low) / 2;

    if (g_array_index (glyphs, ZbGlyph, half).box.y0 < top)
      low = half + 1;
    else
      high = half;
  }
  return low;
}

static gboolean
is_stroke (const GArray *glyphs, const ZbRuling *ruling, double highest) {
  double top = ruling->vertical ? ruling->from : ruling->at;
  double bottom = ruling->vertical ? ruling->to : ruling->at;

  if (ruling->to - ruling->from > 3 * highest)
    return FALSE;
  for (guint i = find_first (glyphs, bottom - highest - OVERSHOOT); i < glyphs->len; i++) {
    const ZbGlyph *glyph = &g_array_index (glyphs, ZbGlyph, i);

    if (glyph->box.y0 > top + OVERSHOOT)
      break;
    if (is_stroke_of (ruling, &glyph->box))
      return TRUE;
  }
  return FALSE;
}

guint
zb_table_strokes_remove (ZbPageContent *content) {
  GArray *rulings = content->rulings;
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
  guint kept = 0, before = rulings->len;
  double highest;

  g_array_append_vals (glyphs, content->glyphs->data, content->glyphs->len);
  g_array_sort (glyphs, compare_tops);
  highest = get_highest (glyphs);
  for (guint i = 0; i < rulings->len; i++) {
    ZbRuling ruling = g_array_index (rulings, ZbRuling, i);

    if (!is_stroke (glyphs, &ruling, highest))
      g_array_index (rulings, ZbRuling, kept++) = ruling;
  }
  g_array_set_size (rulings, kept);
  return before - kept;
}
