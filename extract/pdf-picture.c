/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-picture.h"

#include <cairo.h>
#include <math.h>
#include <poppler.h>

/* What office scanners use, and what the models were trained on. */
static const double DPI = 300;

static gpointer
open_document (GBytes *bytes, GError **error) {
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, error);

  return document;
}

static ZbScanPicture *
draw_page (PopplerPage *page, GError **error) {
  double width, height, dpi = DPI;
  g_autoptr (ZbScanPicture) picture = NULL;
  cairo_surface_t *surface;
  cairo_t *cairo;

  poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && height >= 1 && isfinite (width * height))) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the page has no size");
    return NULL;
  }
  dpi = MIN (dpi, 72 * sqrt (ZB_SCAN_MAX_PIXELS / (width * height)));
  picture = zb_scan_picture_new ((guint) MAX (1, width * dpi / 72),
                                 (guint) MAX (1, height * dpi / 72), dpi);
  surface = cairo_image_surface_create_for_data ((guchar *) picture->pixels, CAIRO_FORMAT_RGB24,
                                                 (int) picture->width, (int) picture->height,
                                                 (int) picture->width * 4);
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, dpi / 72, dpi / 72);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_steal_pointer (&picture);
}

static ZbScanPicture *
draw (gpointer source, guint number, GError **error) {
  PopplerPage *page = poppler_document_get_page (source, (int) number - 1);
  ZbScanPicture *picture = NULL;

  if (page == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the page cannot be read");
    return NULL;
  }
  picture = draw_page (page, error);
  g_object_unref (page);
  return picture;
}

const ZbScanSource zb_pdf_picture_source = {
  .open = open_document,
  .draw = draw,
  .close = g_object_unref,
};
