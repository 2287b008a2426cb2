/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

ZbPdfLosses
zb_pdf_content_read (PopplerPage *page, ZbPageContent *content) {
  const ZbPdfDrawing *drawing = zb_pdf_canvas_draw (page, content);
  ZbPdfLosses losses = { 0 };

  zb_pdf_glyphs_read (page, content, &losses);
  content->unseen = drawing->texts == 0 && content->glyphs->len > 0;
  if (!content->unseen)
    losses.hidden = zb_pdf_hidden_remove (content, drawing->clipped_texts > 0);
  zb_pdf_canvas_release ();
  if (!content->unseen)
    zb_pdf_digits_read (page, content);
  return losses;
}
