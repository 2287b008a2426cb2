/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* Takes the picture of one page; FALSE with @error set stops the drawing. */
typedef gboolean (*ZbPdfDrawSink) (guint page, GBytes *png, gpointer data, GError **error);

/* Draws every page of the PDF in @bytes as PNG, with what @document, read from the same bytes, makes
 * of it drawn over: rulings, cells (those of headers in another colour) and text blocks with their
 * number in reading order. A page that cannot be read is left out. FALSE with @error set where the
 * bytes are no PDF, or the sink fails. */
gboolean zb_pdf_draw_pages (GBytes *bytes, const ZbDocument *document, ZbPdfDrawSink sink,
                            gpointer data, GError **error);

G_END_DECLS
