/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#include "scan-file.h"
#include "scan-pages.h"

static gboolean
starts_with (GBytes *bytes, const char *magic, gsize length) {
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > length && memcmp (data, magic, length) == 0;
}

static guint
recognize_png (GBytes *bytes, const char *filename) {
  return starts_with (bytes, "\x89PNG\r\n\x1a\n", 8) ? 100 : 0;
}

static guint
recognize_jpeg (GBytes *bytes, const char *filename) {
  return starts_with (bytes, "\xff\xd8\xff", 3) ? 100 : 0;
}

static guint
recognize_tiff (GBytes *bytes, const char *filename) {
  return starts_with (bytes, "II*\0", 4) || starts_with (bytes, "MM\0*", 4) ? 100 : 0;
}

/* Recognises all pages, or says of each that it may not. */
static GPtrArray *
read_pages (GBytes *bytes, const ZbReadOptions *options, ZbDocument *document, GPtrArray *layouts) {
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  ZbScanJob job = { bytes, &zb_scan_file_source, numbers };

  for (guint number = 1; number <= document->pages; number++) {
    g_array_append_val (numbers, number);
    if (options->ocr == ZB_OCR_NEVER)
      zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "page_without_text", number,
                          "the page is a picture, and recognition is not wanted");
  }
  if (options->ocr == ZB_OCR_NEVER)
    return g_ptr_array_new ();
  return zb_scan_pages_read (&job, options, document, layouts);
}

/* FALSE with @error set where no page is a picture that can be decoded. */
static gboolean
check_pages (const GPtrArray *pages, GError **error) {
  const ZbScanPage *first = pages->len > 0 ? g_ptr_array_index (pages, 0) : NULL;

  for (guint i = 0; i < pages->len; i++)
    if (((const ZbScanPage *) g_ptr_array_index (pages, i))->content != NULL)
      return TRUE;
  if (first != NULL)
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "%s", first->problem);
  return first == NULL;
}

static ZbDocument *
read_pictures (GBytes *bytes, guint pages, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (GPtrArray) layouts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_layout_free);
  g_autoptr (GPtrArray) recognised = NULL;

  if (pages == 0 || pages > options->max_pages) {
    g_set_error (error, ZB_ERROR, pages == 0 ? ZB_ERROR_CORRUPT : ZB_ERROR_LIMIT,
                 pages == 0 ? "the picture is damaged" : "more than max_pages %u pages",
                 options->max_pages);
    return NULL;
  }
  document->pages = pages;
  document->text_origin = ZB_TEXT_ORIGIN_OCR;
  recognised = read_pages (bytes, options, document, layouts);
  if (!check_pages (recognised, error)
      || !zb_page_layout_check_cells (layouts, options->max_cells, error))
    return NULL;
  zb_page_layout_mark_furniture (layouts);
  zb_page_layout_join_tables (layouts, document->diagnostics);
  zb_page_layout_emit (layouts, document);
  zb_scan_pages_place (recognised, document);
  return g_steal_pointer (&document);
}

static ZbDocument *
read_picture (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  return read_pictures (bytes, 1, options, error);
}

static ZbDocument *
read_tiff (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  return read_pictures (bytes, zb_scan_file_count_tiff (bytes, options->max_pages), options, error);
}

const ZbReader zb_png_reader = {
  .name = "png",
  .media_type = "image/png",
  .recognize = recognize_png,
  .read = read_picture,
};

const ZbReader zb_jpeg_reader = {
  .name = "jpeg",
  .media_type = "image/jpeg",
  .recognize = recognize_jpeg,
  .read = read_picture,
};

const ZbReader zb_tiff_reader = {
  .name = "tiff",
  .media_type = "image/tiff",
  .recognize = recognize_tiff,
  .read = read_tiff,
};
