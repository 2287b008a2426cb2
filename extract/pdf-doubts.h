/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "pdf-content.h"
#include "reader.h"

G_BEGIN_DECLS

/* Pages whose text layer may not say what is printed: their fonts give their glyphs wrong characters,
 * or none. Such a page is recognised as it is drawn, and what doubtful fonts say on it counts only
 * where recognition finds it, too. */
typedef struct ZbPdfDoubts ZbPdfDoubts;

ZbPdfDoubts *zb_pdf_doubts_new (void);
void zb_pdf_doubts_free (ZbPdfDoubts *doubts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPdfDoubts, zb_pdf_doubts_free)

/* Counts what the text layer of one page says, and how many glyphs have no character. */
void zb_pdf_doubts_add (ZbPdfDoubts *doubts, const ZbPageContent *content, const ZbPdfLosses *losses);

/* How many of the pages have any text of their own. */
guint zb_pdf_doubts_count_layers (const ZbPdfDoubts *doubts);

/* Once all pages are added: names the doubtful fonts in diagnostics of @document, and fills its
 * `doubtful_pages`. */
void zb_pdf_doubts_note (const ZbPdfDoubts *doubts, ZbDocument *document);

/* Recognises the doubtful pages of the PDF @bytes. Where its layer is confirmed, a page is doubtful no
 * more; where it is not, and the page could be read well, what was recognised takes the place of its
 * layout in @layouts (ZbPageLayout *) and of its glyphs in the coverage of @document. Returns the pages
 * (ZbScanPage *) that were replaced; the caller unrefs them after zb_scan_pages_place(). */
GPtrArray *zb_pdf_doubts_settle (const ZbPdfDoubts *doubts, GBytes *bytes, const ZbReadOptions *options,
                                 ZbDocument *document, GPtrArray *layouts);

G_END_DECLS
