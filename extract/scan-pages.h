/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout-page.h"
#include "scan-workers.h"

G_BEGIN_DECLS

/* Recognises the pages of @job and puts their layouts into @layouts (ZbPageLayout *) in the place of
 * those of the same pages. What could not be recognised becomes diagnostics of @document, what was
 * counts into its coverage. Returns the pages (ZbScanPage *), which the caller unrefs after
 * zb_scan_pages_place(). */
GPtrArray *zb_scan_pages_read (const ZbScanJob *job, const ZbReadOptions *options,
                               ZbDocument *document, GPtrArray *layouts);

/* Puts the layout of the recognised @page, which has a content, into @layouts in the place of that of the same
 * page, and says in @document how it was read. */
void zb_scan_pages_use (const ZbScanPage *page, ZbDocument *document, GPtrArray *layouts);

/* Moves what @document holds of the recognised @pages to where it stands on the scanned sheets. */
void zb_scan_pages_place (const GPtrArray *pages, ZbDocument *document);

G_END_DECLS
