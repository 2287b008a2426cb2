/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "reader.h"

#include <string.h>

#include "layout-page.h"
#include "pdf-doubts.h"
#include "pdf-picture.h"
#include "pdf-worker.h"
#include "scan-layer.h"
#include "scan-pages.h"

static guint
recognize (GBytes *bytes, const char *filename) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, MIN (length, 1024), "%PDF-", 5) != NULL ? 100 : 0;
}

/* Pictures that cover this share of a page are the page; fewer glyphs than these on top of it are not
 * its text. */
static const double COVERED = 0.6;
static const guint FEW_GLYPHS = 30;

/* The document while its pages come in. */
typedef struct {
  ZbDocument *document;
  const ZbReadOptions *options;
  GPtrArray *layouts; /* ZbPageLayout * */
  GArray *pictures;   /* guint: the pages that are to be recognised */
  GHashTable *layers; /* of them, where somebody laid text over the picture: number → text */
  ZbPdfDoubts *doubts;
} Reading;

/* Whether the page's picture is to be recognised: it has no text, or none that could be trusted. What
 * somebody's recognition laid invisibly over a scan is not, and a page number stamped on it is not
 * its text. */
static gboolean
is_picture (const Reading *reading, const ZbPageContent *content) {
  gboolean covered = content->image_area >= COVERED * content->width * content->height;

  if (reading->options->ocr == ZB_OCR_ALWAYS)
    return content->glyphs->len > 0 || content->images > 0;
  if (content->glyphs->len == 0)
    return content->images > 0;
  return reading->options->ocr == ZB_OCR_AUTO && covered
         && (content->unseen || content->glyphs->len < FEW_GLYPHS);
}

static void
note_picture (Reading *reading, ZbPageContent *content) {
  char *layer = zb_scan_layer_print (content);

  if (layer != NULL)
    g_hash_table_insert (reading->layers, GUINT_TO_POINTER (content->page), layer);
  if (reading->options->ocr == ZB_OCR_NEVER)
    zb_diagnostics_add (reading->document->diagnostics, ZB_SEVERITY_ERROR, "page_without_text",
                        content->page, "the page is a picture without a text layer");
  else
    g_array_append_val (reading->pictures, content->page);
  g_array_set_size (content->glyphs, 0);
}

/* Text of which nothing is drawn is what somebody's recogniser made of the picture before it, or
 * it is hidden. */
static void
note_unseen_text (ZbDocument *document, const ZbPageContent *content) {
  if (content->unseen)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "unseen_text", content->page,
                        content->images > 0
                          ? "the page is a picture; its text layer was recognised by somebody else"
                          : "none of the text layer is drawn on the page");
}

static void
count_losses (ZbDocument *document, const ZbPageContent *content, const ZbPdfLosses *losses) {
  guint lost = losses->placeless + losses->nameless + losses->hidden;

  document->coverage.glyphs += content->glyphs->len + lost;
  document->coverage.left_out += lost;
  if (losses->placeless > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "glyph_without_place",
                        content->page, "%u characters have no place on the page",
                        losses->placeless);
  if (losses->hidden > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "hidden_text", content->page,
                        "%u characters of the text layer are clipped away, covered or without "
                        "colour, and not seen",
                        losses->hidden);
  if (losses->nameless > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "glyph_without_character",
                        content->page, "%u glyphs of which their font says no character",
                        losses->nameless);
}

/* Appends the layouts of all pages that can be read. */
static void
read_pages (ZbPdfWorker *worker, Reading *reading) {
  ZbDocument *document = reading->document;

  for (guint number = 1; number <= document->pages; number++) {
    g_autoptr (ZbPageContent) content = NULL;
    ZbPdfLosses losses = { 0 };
    ZbPdfPageState state = zb_pdf_worker_read_page (worker, number, &content, &losses);

    if (state == ZB_PDF_PAGE_READ) {
      note_unseen_text (document, content);
      if (is_picture (reading, content))
        note_picture (reading, content);
      else {
        count_losses (document, content, &losses);
        zb_pdf_doubts_add (reading->doubts, content, &losses);
      }
      g_ptr_array_add (reading->layouts, zb_page_layout_new (content));
      continue;
    }
    if (state == ZB_PDF_PAGE_STOPPED && number < document->pages
        && !zb_pdf_worker_restart (worker, number + 1)) {
      zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "page_unreadable", number,
                          "the page stops its decoder; nothing is read from here on");
      return;
    }
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "page_unreadable", number,
                        state == ZB_PDF_PAGE_STOPPED ? "the page stops its decoder"
                                                     : "the page cannot be read");
  }
}

/* Holds the text layers of the recognised @pages against what was read. */
static void
compare_layers (const Reading *reading, const GPtrArray *pages) {
  for (guint i = 0; i < pages->len; i++) {
    const ZbScanPage *page = g_ptr_array_index (pages, i);
    const char *layer = page->content != NULL
                          ? g_hash_table_lookup (reading->layers, GUINT_TO_POINTER (page->content->page))
                          : NULL;

    if (layer != NULL)
      zb_scan_layer_report (layer, page->content, reading->document);
  }
}

/* Recognises the pages that are pictures. */
static GPtrArray *
read_pictures (Reading *reading, GBytes *bytes) {
  ZbScanJob job = { bytes, &zb_pdf_picture_source, reading->pictures };
  GPtrArray *pages;

  if (reading->pictures->len == 0)
    return g_ptr_array_new ();
  pages = zb_scan_pages_read (&job, reading->options, reading->document, reading->layouts);
  compare_layers (reading, pages);
  return pages;
}

/* Where the text comes from, with so many pages that have a layer, of which @replaced ones and others
 * without a layer were @recognised. */
static ZbTextOrigin
tell_origin (guint layers, guint replaced, guint recognised) {
  if (replaced + recognised == 0)
    return ZB_TEXT_ORIGIN_DIGITAL;
  return layers > replaced ? ZB_TEXT_ORIGIN_MIXED : ZB_TEXT_ORIGIN_OCR;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbPdfWorker) worker = zb_pdf_worker_new (bytes, options, error);
  g_autoptr (ZbDocument) document = NULL;
  g_autoptr (ZbPdfDoubts) doubts = zb_pdf_doubts_new ();
  g_autoptr (GPtrArray) pages
    = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_layout_free);
  g_autoptr (GArray) pictures = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) replaced = NULL;
  g_autoptr (GPtrArray) recognised = NULL;
  g_autoptr (GHashTable) layers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reading reading = { NULL, options, pages, pictures, layers, doubts };

  if (worker == NULL)
    return NULL;
  document = zb_document_new ();
  document->pages = zb_pdf_worker_get_pages (worker);
  reading.document = document;
  read_pages (worker, &reading);
  zb_pdf_doubts_note (doubts, document);
  replaced = zb_pdf_doubts_settle (doubts, bytes, options, document, pages);
  recognised = read_pictures (&reading, bytes);
  document->text_origin = tell_origin (zb_pdf_doubts_count_layers (doubts), replaced->len, recognised->len);
  if (!zb_page_layout_check_cells (pages, options->max_cells, error))
    return NULL;
  if (document->coverage.glyphs == 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "no_text_layer", 0,
                        "no page has a text layer");
  zb_page_layout_mark_furniture (pages);
  zb_page_layout_join_tables (pages, document->diagnostics);
  zb_page_layout_emit (pages, document);
  zb_scan_pages_place (replaced, document);
  zb_scan_pages_place (recognised, document);
  return g_steal_pointer (&document);
}

const ZbReader zb_pdf_reader = {
  .name = "pdf",
  .media_type = "application/pdf",
  .recognize = recognize,
  .read = read_document,
};
