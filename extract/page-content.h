/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* What is drawn on one page, before anybody asks what it means. Coordinates are those of ZbBox. */

/* One visible character. */
typedef struct {
  gunichar character;
  gboolean bold;
  double font_size; /* points */
  ZbBox box;
  guint font; /* its place among the fonts of the page, from 1; 0 where unknown */
  ZbRecognition recognition;
} ZbGlyph;

/* A straight line, or a filled bar thin enough to be one. A horizontal ruling stands at y = `at`
 * and runs over x from `from` to `to`; a vertical one stands at x = `at` and runs over y. */
typedef struct {
  gboolean vertical;
  double at, from, to;
} ZbRuling;

/* The shape of one printed digit: how many areas of its ground it encloses. */
typedef struct {
  guint font; /* as in ZbGlyph */
  guint digit, enclosed;
} ZbDigitShape;

/* The content of one page. The caller of zb_page_content_new() frees it. */
typedef struct {
  guint page; /* 1-based */
  double width, height; /* after the turn */
  guint turn; /* quarter turns clockwise that made most of its text read from left to right */
  GPtrArray *fonts; /* char *: the names of its fonts */
  GArray *glyphs;  /* ZbGlyph, none of them white space, no character twice at one place */
  GArray *rulings; /* ZbRuling, in the order of drawing */
  GArray *digits;  /* ZbDigitShape: of some digits of fonts that no page before has shown */
  guint images;    /* pictures drawn on the page */
  gboolean unseen; /* none of its glyphs is drawn: the text lies behind a picture */
  double image_area; /* square points that they cover, each by itself */
  double slack; /* points by which the place of a glyph may be wrong: 0 but for prints of text */
} ZbPageContent;

ZbPageContent *zb_page_content_new (guint page, double width, double height);
void zb_page_content_free (ZbPageContent *content);

/* The characters of @content of its @font (as in ZbGlyph; 0: of all), in the order of its glyphs, with a
 * space where one does not stand beside the one before. The caller frees it. */
char *zb_page_content_print (const ZbPageContent *content, guint font);

/* Turns everything on the page by @turn quarters clockwise, and its size with it. */
void zb_page_content_turn (ZbPageContent *content, guint turn);

/* The quarter turns clockwise after which most glyphs stand to the right of the one before them in
 * @glyphs (ZbGlyph, in the order of reading): 0 for an upright page, 1 for a table that is printed
 * sideways and read from below, 3 for one read from above. */
guint zb_page_content_find_turn (const GArray *glyphs);

/* Where @box, which lies on a page turned by @turn that now is @width × @height, lay before. */
ZbBox zb_box_turn_back (const ZbBox *box, guint turn, double width, double height);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPageContent, zb_page_content_free)

G_END_DECLS
