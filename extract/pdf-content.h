/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <poppler.h>

#include "page-content.h"

G_BEGIN_DECLS

/* The raw half of the PDF reader: everything that knows poppler and cairo. */

/* Characters of the text layer that did not become glyphs. */
typedef struct {
  guint placeless; /* without a finite box */
  guint nameless;  /* the font does not say which characters they are */
  guint hidden;    /* nobody sees them: clipped away, covered, or without colour */
} ZbPdfLosses;

/* Reads glyphs, rulings, pictures and fonts of @page into @content, turned so that most of its text
 * reads from left to right. */
ZbPdfLosses zb_pdf_content_read (PopplerPage *page, ZbPageContent *content);

/* A page while poppler draws it, as the callbacks of the canvas see it. */
typedef struct {
  cairo_t *cairo; /* borrowed; the one that poppler draws with */
  ZbPageContent *content;
  double scale; /* pixels a point */
  guint texts;         /* pieces of text that were drawn */
  guint clipped_texts; /* … within a small part of the page only */
} ZbPdfDrawing;

/* Draws @page once and notes its rulings and pictures in @content. Poppler keeps the text that
 * passes by, so reading glyphs is cheap afterwards. The picture stays until the canvas, which one
 * thread at a time has, is released with zb_pdf_canvas_release(). */
const ZbPdfDrawing *zb_pdf_canvas_draw (PopplerPage *page, ZbPageContent *content);
void zb_pdf_canvas_release (void);

/* Whether the picture changes its shade within the middle of @box, both across and down: shading
 * changes in neither direction, and a ruling in one only. */
gboolean zb_pdf_canvas_has_ink (const ZbBox *box);

/* The part of the page that drawing can reach now. */
ZbBox zb_pdf_drawing_get_clip (const ZbPdfDrawing *drawing);

/* Appends the rulings that the current path of the drawing makes when filled or @stroked. */
void zb_pdf_rulings_note_path (const ZbPdfDrawing *drawing, gboolean stroked);

/* Appends the characters of the page's text layer, each place once, turns the content the way its
 * text reads, and adds what was left out to @losses. */
void zb_pdf_glyphs_read (PopplerPage *page, ZbPageContent *content, ZbPdfLosses *losses);

/* Removes the glyphs that the picture on the canvas does not show, although it shows others of
 * their font; returns their number. @clipped: whether text was drawn within small clips, which
 * leave parts of words. */
guint zb_pdf_hidden_remove (ZbPageContent *content, gboolean clipped);

/* Appends to content->digits the shapes of some digits of each font that was not seen before in this
 * process, as the page draws them. */
void zb_pdf_digits_read (PopplerPage *page, ZbPageContent *content);

G_END_DECLS
