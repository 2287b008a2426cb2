/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "page-content.h"

G_BEGIN_DECLS

/* Documents that are pictures and nothing else, as a scanner makes them: their pages need not be drawn,
 * for which each picture is decoded, only to see that there is nothing but the picture. */

/* Whether no page of @document names a font. */
gboolean zb_pdf_bare_is_document (PopplerDocument *document);

/* Whether one picture covers all of @page, which is of such a document; notes it in @content. */
gboolean zb_pdf_bare_read (PopplerPage *page, ZbPageContent *content);

G_END_DECLS
