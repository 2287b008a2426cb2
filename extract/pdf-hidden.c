/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

#include <math.h>
#include <stdlib.h>

/* Spreadsheet programs print a cell's whole text and clip it to the cell: what does not fit is in
 * the text layer, over the neighbours, but on no page. Such text shows no ink at its place. Other
 * print may stand there, so whole runs are judged, not single glyphs. */

/* Glyphs of one run are at most this many font sizes apart … */
static const double RUN_GAP = 1.5;
/* … and their tops differ by less than this many points. */
static const double SAME_TOP = 0.3;
/* A run of which this share shows no ink is hidden: what is seen there is other print. */
static const double MIN_BARE = 0.25;
/* If more than this share of the glyphs shows no ink, the fonts are missing, not the text. */
static const double MAX_HIDDEN = 0.5;

static gint
compare_places (gconstpointer a, gconstpointer b, gpointer data) {
  const GArray *glyphs = data;
  const ZbBox *left = &g_array_index (glyphs, ZbGlyph, *(const guint *) a).box;
  const ZbBox *right = &g_array_index (glyphs, ZbGlyph, *(const guint *) b).box;

  if (fabs (left->y0 - right->y0) >= SAME_TOP)
    return left->y0 < right->y0 ? -1 : 1;
  return left->x0 < right->x0 ? -1 : left->x0 > right->x0;
}

static gboolean
is_one_run (const ZbGlyph *before, const ZbGlyph *after) {
  return fabs (before->box.y0 - after->box.y0) < SAME_TOP
         && fabs (before->font_size - after->font_size) < 0.1 && before->bold == after->bold
         && after->box.x0 - before->box.x1 < RUN_GAP * MAX (after->font_size, 1);
}

/* A dash that fills its box looks like a ruling. */
static gboolean
is_dash (gunichar character) {
  return g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION || character == '_'
         || character == 0x4E00;
}

/* Marks the run at @order as hidden where enough of it shows no ink. */
static void
judge_run (const guint *order, guint count, const gboolean *inked, gboolean *hidden) {
  guint bare = 0;

  for (guint i = 0; i < count; i++)
    bare += !inked[order[i]];
  for (guint i = 0; i < count; i++)
    hidden[order[i]] = bare >= MIN_BARE * count && bare >= 2;
}

static guint
remove_marked (GArray *glyphs, const gboolean *hidden) {
  guint kept = 0, before = glyphs->len;

  for (guint i = 0; i < glyphs->len; i++)
    if (!hidden[i])
      g_array_index (glyphs, ZbGlyph, kept++) = g_array_index (glyphs, ZbGlyph, i);
  g_array_set_size (glyphs, kept);
  return before - kept;
}

guint
zb_pdf_hidden_remove (ZbPageContent *content) {
  GArray *glyphs = content->glyphs;
  guint count = glyphs->len, bare = 0, start = 0;
  g_autofree gboolean *inked = g_new0 (gboolean, count + 1);
  g_autofree gboolean *hidden = g_new0 (gboolean, count + 1);
  g_autofree guint *order = g_new0 (guint, count + 1);

  for (guint i = 0; i < count; i++) {
    order[i] = i;
    inked[i] = is_dash (g_array_index (glyphs, ZbGlyph, i).character)
               || zb_pdf_canvas_has_ink (&g_array_index (glyphs, ZbGlyph, i).box);
    bare += !inked[i];
  }
  if (bare < 2 || bare > MAX_HIDDEN * count)
    return 0;
  g_qsort_with_data (order, (gint) count, sizeof *order, compare_places, glyphs);
  for (guint i = 1; i <= count; i++)
    if (i == count
        || !is_one_run (&g_array_index (glyphs, ZbGlyph, order[i - 1]),
                        &g_array_index (glyphs, ZbGlyph, order[i]))) {
      judge_run (order + start, i - start, inked, hidden);
      start = i;
    }
  return remove_marked (glyphs, hidden);
}
