/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

#include <math.h>
#include <stdlib.h>

/* Spreadsheet programs print a cell's whole text and clip it to the cell: what does not fit is in
 * the text layer, over the neighbours, but on no page. Other text is drawn in the colour of its
 * ground, under a filled area, or not at all. Such text shows no ink at its place. Other print may
 * stand there, so whole runs are judged, not single glyphs. */

/* Glyphs of one run are at most this many font sizes apart … */
static const double RUN_GAP = 1.5;
/* … and their tops differ by less than this many points. */
static const double SAME_TOP = 0.3;
/* A run that may be clipped is hidden if this share shows no ink: what is seen there is other
 * print. */
static const double MIN_BARE_CLIPPED = 0.25;
/* A run without a clip is hidden as a whole … */
static const double MIN_BARE = 0.8;
/* … if it has several letters. */
static const guint MIN_BARE_LETTERS = 3;
/* If more than this share of the glyphs shows no ink, the fonts are missing, not the text … */
static const double MAX_HIDDEN = 0.5;
/* … and so is a font of which less than this share does. */
static const double MIN_SEEN = 0.2;
/* Of two runs in one place at least this share of the glyphs of the lower one lies under the upper. */
static const double MIN_UNDER = 0.5;
/* Lines of print share no more of their boxes than this, however tight they are set. */
static const double SHARED_AREA = 0.15;
/* Print of one place is of one size within this factor; what is larger is a watermark. */
static const double SAME_SIZE = 1.6;

typedef enum { INK_SEEN, INK_NONE, INK_UNJUDGED } Ink;

static gint
compare_places (gconstpointer a, gconstpointer b, gpointer data) {
  const GArray *glyphs = data;
  const ZbGlyph *left = &g_array_index (glyphs, ZbGlyph, *(const guint *) a);
  const ZbGlyph *right = &g_array_index (glyphs, ZbGlyph, *(const guint *) b);

  if (fabs (left->box.y0 - right->box.y0) >= SAME_TOP)
    return left->box.y0 < right->box.y0 ? -1 : 1;
  if (fabs (left->font_size - right->font_size) >= 0.1)
    return left->font_size < right->font_size ? -1 : 1;
  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

static gboolean
is_one_run (const ZbGlyph *before, const ZbGlyph *after) {
  return fabs (before->box.y0 - after->box.y0) < SAME_TOP
         && fabs (before->font_size - after->font_size) < 0.1 && before->bold == after->bold
         && after->box.x0 - before->box.x1 < RUN_GAP * MAX (after->font_size, 1);
}

/* One stroke that fills its box looks like a ruling. */
static gboolean
is_stroke (gunichar character) {
  return g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION || character == '_'
         || character == 0x4E00;
}

/* Upright strokes, stops and commas are too small to be sure of. */
static gboolean
is_small (gunichar character) {
  return !g_unichar_isalnum (character) || character == '1' || character == 'I' || character == 'l';
}

static Ink
get_ink (const ZbPageContent *content, const ZbGlyph *glyph, gboolean clipped) {
  ZbBox box = zb_box_turn_back (&glyph->box, content->turn, content->width, content->height);

  if (is_stroke (glyph->character))
    return INK_UNJUDGED;
  if (zb_pdf_canvas_has_ink (&box))
    return INK_SEEN;
  return !clipped && is_small (glyph->character) ? INK_UNJUDGED : INK_NONE;
}

/* Whether the run at @order shows so little ink that nobody sees it. */
static gboolean
is_run_hidden (const guint *order, guint count, const Ink *inks, gboolean clipped) {
  guint bare = 0, judged = 0;

  for (guint i = 0; i < count; i++) {
    bare += inks[order[i]] == INK_NONE;
    judged += inks[order[i]] != INK_UNJUDGED;
  }
  if (clipped)
    return bare >= MIN_BARE_CLIPPED * count && bare >= 2;
  return bare >= MIN_BARE * judged && bare >= MIN_BARE_LETTERS;
}

/* Whether glyphs of the font show ink; one that shows none may just not be installed. */
static gboolean *
find_seen_fonts (const ZbPageContent *content, const Ink *inks) {
  gboolean *seen = g_new0 (gboolean, content->fonts->len + 1);
  g_autofree guint *inked = g_new0 (guint, content->fonts->len + 1);
  g_autofree guint *judged = g_new0 (guint, content->fonts->len + 1);

  for (guint i = 0; i < content->glyphs->len; i++) {
    guint font = g_array_index (content->glyphs, ZbGlyph, i).font;

    inked[font] += inks[i] == INK_SEEN;
    judged[font] += inks[i] != INK_UNJUDGED;
  }
  for (guint i = 0; i <= content->fonts->len; i++)
    seen[i] = inked[i] > MIN_SEEN * judged[i];
  return seen;
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

static gboolean
lies_under (const ZbGlyph *lower, const ZbGlyph *upper) {
  double width = MIN (lower->box.x1, upper->box.x1) - MAX (lower->box.x0, upper->box.x0);
  double height = MIN (lower->box.y1, upper->box.y1) - MAX (lower->box.y0, upper->box.y0);
  double area = (lower->box.x1 - lower->box.x0) * (lower->box.y1 - lower->box.y0);

  return width > 0 && height > 0 && width * height > SHARED_AREA * area
         && upper->font_size < SAME_SIZE * lower->font_size
         && lower->font_size < SAME_SIZE * upper->font_size;
}

/* Whether @glyph is of the font and size of one of @print. */
static gboolean
is_of_print (const GArray *print, const ZbGlyph *glyph) {
  for (guint i = 0; i < print->len; i++) {
    const ZbGlyph *other = &g_array_index (print, ZbGlyph, i);

    if (other->font == glyph->font && fabs (other->font_size - glyph->font_size) < 0.1)
      return TRUE;
  }
  return FALSE;
}

/* One glyph (ZbGlyph) for each font and size of hidden runs. */
static GArray *
find_hidden_print (const ZbPageContent *content, const gboolean *hidden) {
  GArray *print = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));

  for (guint i = 0; i < content->glyphs->len; i++) {
    const ZbGlyph *glyph = &g_array_index (content->glyphs, ZbGlyph, i);

    if (hidden[i] && !is_of_print (print, glyph))
      g_array_append_val (print, *glyph);
  }
  return print;
}

/* Whether the run at @order lies under @over (ZbGlyph). */
static gboolean
is_run_under (const ZbPageContent *content, const guint *order, guint count, const GArray *over) {
  guint under = 0;

  for (guint i = 0; i < count; i++) {
    const ZbGlyph *glyph = &g_array_index (content->glyphs, ZbGlyph, order[i]);

    for (guint j = 0; j < over->len; j++)
      if (lies_under (glyph, &g_array_index (over, ZbGlyph, j))) {
        under++;
        break;
      }
  }
  return under >= 2 && under >= MIN_UNDER * count;
}

/* Two runs in one place cannot both be read. Where cells are clipped, the one in the print of other
 * hidden text is what its cell cut off, and the ink is that of print that hides nothing here. */
static void
mark_under (const ZbPageContent *content, const guint *order, gboolean *hidden) {
  const ZbGlyph *glyphs = (const ZbGlyph *) (const void *) content->glyphs->data;
  guint count = content->glyphs->len, start = 0;
  g_autoptr (GArray) print = find_hidden_print (content, hidden);
  g_autoptr (GArray) over = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));

  for (guint i = 0; i < count; i++)
    if (!is_of_print (print, &glyphs[i]))
      g_array_append_val (over, glyphs[i]);
  for (guint i = 1; i <= count && print->len > 0 && over->len > 0; i++)
    if (i == count || !is_one_run (&glyphs[order[i - 1]], &glyphs[order[i]])) {
      if (!hidden[order[start]] && is_of_print (print, &glyphs[order[start]])
          && is_run_under (content, order + start, i - start, over))
        for (guint j = start; j < i; j++)
          hidden[order[j]] = TRUE;
      start = i;
    }
}

/* Marks the runs that nobody sees. */
static gboolean *
mark_hidden (const ZbPageContent *content, const Ink *inks, gboolean clipped) {
  const ZbGlyph *glyphs = (const ZbGlyph *) (const void *) content->glyphs->data;
  guint count = content->glyphs->len, start = 0;
  gboolean *hidden = g_new0 (gboolean, count + 1);
  g_autofree gboolean *seen = find_seen_fonts (content, inks);
  g_autofree guint *order = g_new0 (guint, count + 1);

  for (guint i = 0; i < count; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) count, sizeof *order, compare_places, content->glyphs);
  for (guint i = 1; i <= count; i++)
    if (i == count || !is_one_run (&glyphs[order[i - 1]], &glyphs[order[i]])) {
      if ((clipped || seen[glyphs[order[start]].font])
          && is_run_hidden (order + start, i - start, inks, clipped))
        for (guint j = start; j < i; j++)
          hidden[order[j]] = TRUE;
      start = i;
    }
  if (clipped)
    mark_under (content, order, hidden);
  return hidden;
}

guint
zb_pdf_hidden_remove (ZbPageContent *content, gboolean clipped) {
  guint count = content->glyphs->len, bare = 0;
  g_autofree Ink *inks = g_new0 (Ink, count + 1);
  g_autofree gboolean *hidden = NULL;

  for (guint i = 0; i < count; i++) {
    inks[i] = get_ink (content, &g_array_index (content->glyphs, ZbGlyph, i), clipped);
    bare += inks[i] == INK_NONE;
  }
  if (bare < 2 || (clipped && bare > MAX_HIDDEN * count))
    return 0;
  hidden = mark_hidden (content, inks, clipped);
  return remove_marked (content->glyphs, hidden);
}
