/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

ZbPdfLosses
zb_pdf_content_read (PopplerPage *page, ZbPageContent *content) {
  const ZbPdfDrawing *drawing = zb_pdf_canvas_draw (page, content);
  ZbPdfLosses losses = { 0 };

  losses.placeless = zb_pdf_glyphs_read (page, content);
  if (drawing->clipped_texts > 0)
    losses.hidden = zb_pdf_hidden_remove (content);
  zb_pdf_canvas_release ();
  return losses;
}
