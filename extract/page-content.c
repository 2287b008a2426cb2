/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-content.h"

#include <math.h>

/* Glyphs of one word are at most this many font sizes apart. */
static const double WORD_STEP = 1.6;
/* A gap of so many heights of the lower glyph parts words. */
static const double BESIDE = 0.3;
/* A page is turned when this share of its steps from glyph to glyph says so. */
static const double MOST = 0.6;

ZbPageContent *
zb_page_content_new (guint page, double width, double height) {
  ZbPageContent *content = g_new0 (ZbPageContent, 1);

  content->page = page;
  content->width = width;
  content->height = height;
  content->glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
  content->rulings = g_array_new (FALSE, FALSE, sizeof (ZbRuling));
  content->digits = g_array_new (FALSE, FALSE, sizeof (ZbDigitShape));
  content->fonts = g_ptr_array_new_with_free_func (g_free);
  return content;
}

void
zb_page_content_free (ZbPageContent *content) {
  g_array_unref (content->glyphs);
  g_array_unref (content->rulings);
  g_array_unref (content->digits);
  g_ptr_array_unref (content->fonts);
  g_free (content);
}

/* Whether @glyph stands in the line of the one @before it, and no wide gap is between them. */
static gboolean
stands_beside (const ZbGlyph *before, const ZbGlyph *glyph) {
  double height = MIN (before->box.y1 - before->box.y0, glyph->box.y1 - glyph->box.y0);
  double gap = glyph->box.x0 - before->box.x1;

  return MIN (before->box.y1, glyph->box.y1) - MAX (before->box.y0, glyph->box.y0) > height / 2
         && gap < BESIDE * height && gap > -height;
}

char *
zb_page_content_print (const ZbPageContent *content, guint font) {
  GString *text = g_string_new (NULL);
  const ZbGlyph *before = NULL;

  for (guint i = 0; i < content->glyphs->len; i++) {
    const ZbGlyph *glyph = &g_array_index (content->glyphs, ZbGlyph, i);

    if (font != 0 && glyph->font != font)
      continue;
    if (before != NULL && !stands_beside (before, glyph))
      g_string_append_c (text, ' ');
    g_string_append_unichar (text, glyph->character);
    before = glyph;
  }
  return g_string_free (text, FALSE);
}

/* @box after one quarter turn clockwise of a page of this @height. */
static ZbBox
turn_box (const ZbBox *box, double height) {
  return (ZbBox) { height - box->y1, box->x0, height - box->y0, box->x1 };
}

ZbBox
zb_box_turn_back (const ZbBox *box, guint turn, double width, double height) {
  ZbBox turned = *box;

  for (guint i = turn % 4; i > 0 && i < 4; i++) {
    double side = width;

    turned = turn_box (&turned, height);
    width = height;
    height = side;
  }
  return turned;
}

static void
turn_once (ZbPageContent *content) {
  double height = content->height;

  for (guint i = 0; i < content->glyphs->len; i++) {
    ZbGlyph *glyph = &g_array_index (content->glyphs, ZbGlyph, i);

    glyph->box = turn_box (&glyph->box, height);
  }
  for (guint i = 0; i < content->rulings->len; i++) {
    ZbRuling *ruling = &g_array_index (content->rulings, ZbRuling, i);

    ruling->vertical = !ruling->vertical;
    if (ruling->vertical)
      ruling->at = height - ruling->at;
    else {
      double from = height - ruling->to;

      ruling->to = height - ruling->from;
      ruling->from = from;
    }
  }
  content->height = content->width;
  content->width = height;
}

void
zb_page_content_turn (ZbPageContent *content, guint turn) {
  for (guint i = 0; i < turn % 4; i++)
    turn_once (content);
  content->turn = (content->turn + turn) % 4;
}

guint
zb_page_content_find_turn (const GArray *glyphs) {
  guint steps[4] = { 0 }, all = 0, best = 0;

  for (guint i = 1; i < glyphs->len; i++) {
    const ZbGlyph *before = &g_array_index (glyphs, ZbGlyph, i - 1), *after = before + 1;
    double x = after->box.x0 + after->box.x1 - before->box.x0 - before->box.x1;
    double y = after->box.y0 + after->box.y1 - before->box.y0 - before->box.y1;

    /* The sums of two edges count every distance twice. */
    if (MAX (fabs (x), fabs (y)) > 2 * WORD_STEP * after->font_size || before->font != after->font)
      continue;
    if (fabs (x) > fabs (y))
      steps[x > 0 ? 0 : 2]++;
    else
      steps[y < 0 ? 1 : 3]++;
    all++;
  }
  for (guint i = 1; i < 4; i++)
    if (steps[i] > MOST * all)
      best = i;
  return best;
}
