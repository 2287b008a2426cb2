/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "reader.h"

#include <string.h>

#include "layout-page.h"
#include "pdf-content.h"

static guint
recognize (GBytes *bytes, const char *filename) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, MIN (length, 1024), "%PDF-", 5) != NULL ? 100 : 0;
}

static PopplerDocument *
open_document (GBytes *bytes, GError **error) {
  g_autoptr (GError) local = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &local);

  if (pdf != NULL)
    return pdf;
  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, ZB_ERROR, ZB_ERROR_ENCRYPTED, "the PDF needs a password");
  else
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the PDF is damaged: %s", local->message);
  return NULL;
}

/* A page without text but with a picture is a scan that this reader cannot see into. */
static void
note_missing_text (ZbDocument *document, const ZbPageContent *content) {
  if (content->glyphs->len == 0 && content->images > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "page_without_text",
                        content->page, "the page is a picture without a text layer");
}

static void
count_losses (ZbDocument *document, const ZbPageContent *content, const ZbPdfLosses *losses) {
  guint lost = losses->placeless + losses->hidden;

  document->coverage.glyphs += content->glyphs->len + lost;
  document->coverage.left_out += lost;
  if (losses->placeless > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "glyph_without_place",
                        content->page, "%u characters have no place on the page",
                        losses->placeless);
  if (losses->hidden > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "hidden_text", content->page,
                        "%u characters of the text layer are clipped away and not seen",
                        losses->hidden);
}

static ZbPageLayout *
read_page (PopplerDocument *pdf, guint number, ZbDocument *document) {
  PopplerPage *page = poppler_document_get_page (pdf, (int) number - 1);
  g_autoptr (GObject) owner = (GObject *) page;
  g_autoptr (ZbPageContent) content = NULL;
  double width = 0, height = 0;
  ZbPdfLosses losses;

  if (page == NULL) {
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "page_unreadable", number,
                        "the page cannot be read");
    return NULL;
  }
  poppler_page_get_size (page, &width, &height);
  content = zb_page_content_new (number, width, height);
  losses = zb_pdf_content_read (page, content);
  count_losses (document, content, &losses);
  note_missing_text (document, content);
  return zb_page_layout_new (content);
}

static gboolean
check_limits (const ZbDocument *document, const GPtrArray *pages, const ZbReadOptions *options,
              GError **error) {
  guint64 cells = 0;

  for (guint i = 0; i < pages->len; i++) {
    const ZbPageLayout *layout = g_ptr_array_index (pages, i);

    for (guint j = 0; j < layout->tables->len; j++)
      cells += ((const ZbFoundTable *) g_ptr_array_index (layout->tables, j))->table->cells->len;
  }
  if (cells <= options->max_cells)
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more than %u table cells", options->max_cells);
  return FALSE;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  PopplerDocument *pdf = open_document (bytes, error);
  g_autoptr (GObject) owner = (GObject *) pdf;
  g_autoptr (ZbDocument) document = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_layout_free);
  int count;

  if (pdf == NULL)
    return NULL;
  count = poppler_document_get_n_pages (pdf);
  if (count <= 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the PDF has no pages");
    return NULL;
  }
  if ((guint) count > options->max_pages) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "%d pages, more than the limit of %u", count,
                 options->max_pages);
    return NULL;
  }
  document = zb_document_new ();
  document->pages = (guint) count;
  document->text_origin = ZB_TEXT_ORIGIN_DIGITAL;
  for (guint number = 1; number <= document->pages; number++) {
    ZbPageLayout *layout = read_page (pdf, number, document);

    if (layout != NULL)
      g_ptr_array_add (pages, layout);
    if (!check_limits (document, pages, options, error))
      return NULL;
  }
  if (document->coverage.glyphs == 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "no_text_layer", 0,
                        "no page has a text layer");
  zb_page_layout_mark_furniture (pages);
  zb_page_layout_join_tables (pages);
  zb_page_layout_emit (pages, document);
  return g_steal_pointer (&document);
}

const ZbReader zb_pdf_reader = {
  .name = "pdf",
  .media_type = "application/pdf",
  .recognize = recognize,
  .read = read_document,
};
