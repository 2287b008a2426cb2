/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "page-content.h"

G_BEGIN_DECLS

/* The raw half of the PDF reader: everything that knows poppler and cairo. */

/* Draws @page once and notes its rulings and pictures in @content. Poppler keeps the text that
 * passes by, so reading glyphs is cheap afterwards. */
void zb_pdf_rulings_read (PopplerPage *page, ZbPageContent *content);

/* Appends the characters of the page's text layer, each place once. Returns the number of
 * characters that have no finite box and were left out. */
guint zb_pdf_glyphs_read (PopplerPage *page, ZbPageContent *content);

G_END_DECLS
