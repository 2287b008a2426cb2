/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-pages.h"

/* A page with a lower mean confidence deserves a warning. */
static const double LOW_MEAN = 0.8;

static void
report_page (ZbDocument *document, const ZbScanPage *page) {
  guint number = page->content->page;

  if (page->lines == 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "page_without_text", number,
                        "nothing was recognised on the picture of the page");
  else
    zb_diagnostics_add (document->diagnostics,
                        page->confidence < LOW_MEAN ? ZB_SEVERITY_WARNING : ZB_SEVERITY_INFO,
                        "ocr_confidence", number,
                        "recognised with a mean confidence of %.0f %%; %u of %u lines are doubtful",
                        page->confidence * 100, page->doubtful, page->lines);
  if (page->unread > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "ocr_left_out", number,
                        "%u pieces of print are pictures or not legible", page->unread);
  if (page->seals > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "seal_removed", number,
                        "%u coloured seals were taken away before recognition", page->seals);
}

static void
report_problem (ZbDocument *document, guint number, const char *problem) {
  zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "page_without_text", number,
                      "the page is a picture without a text layer, and was not recognised: %s",
                      problem);
}

static void
replace_layout (GPtrArray *layouts, ZbPageLayout *take_layout) {
  for (guint i = 0; i < layouts->len; i++) {
    ZbPageLayout *old = g_ptr_array_index (layouts, i);

    if (old->page != take_layout->page)
      continue;
    layouts->pdata[i] = take_layout;
    zb_page_layout_free (old);
    return;
  }
  g_ptr_array_add (layouts, take_layout);
}

void
zb_scan_pages_use (const ZbScanPage *page, ZbDocument *document, GPtrArray *layouts) {
  report_page (document, page);
  document->coverage.glyphs += page->content->glyphs->len;
  replace_layout (layouts, zb_page_layout_new (page->content));
}

/* Without a model no page can be recognised; that is said once, and what to install. */
static void
report_missing_model (const ZbScanJob *job, ZbDocument *document, const GError *error) {
  zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "ocr_unavailable", 0, "%s",
                      error->message);
  for (guint i = 0; i < job->pages->len; i++)
    report_problem (document, g_array_index (job->pages, guint, i), "no model");
}

GPtrArray *
zb_scan_pages_read (const ZbScanJob *job, const ZbReadOptions *options, ZbDocument *document,
                    GPtrArray *layouts) {
  g_autoptr (GError) error = NULL;
  GPtrArray *pages = zb_scan_workers_run (job, options, &error);

  if (pages == NULL) {
    report_missing_model (job, document, error);
    return g_ptr_array_new ();
  }
  for (guint i = 0; i < pages->len; i++) {
    ZbScanPage *page = g_ptr_array_index (pages, i);

    if (page->content == NULL) {
      report_problem (document, g_array_index (job->pages, guint, i), page->problem);
      continue;
    }
    zb_scan_pages_use (page, document, layouts);
  }
  return pages;
}

void
zb_scan_pages_place (const GPtrArray *pages, ZbDocument *document) {
  for (guint i = 0; i < pages->len; i++) {
    const ZbScanPage *page = g_ptr_array_index (pages, i);

    if (page->content != NULL)
      zb_scan_pose_apply (&page->pose, page->content->page, document);
  }
}
