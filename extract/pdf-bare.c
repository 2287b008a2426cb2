/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-bare.h"

/* Of the page: what a scanner's picture leaves of it is a margin without print. */
static const double WHOLE = 0.98;

gboolean
zb_pdf_bare_is_document (PopplerDocument *document) {
  PopplerFontInfo *fonts = poppler_font_info_new (document);
  PopplerFontsIter *found = NULL;

  /* page by page: a document with text is told by its first */
  for (int page = 0; found == NULL && page < poppler_document_get_n_pages (document); page++)
    poppler_font_info_scan (fonts, 1, &found);
  g_object_unref (fonts);
  if (found == NULL)
    return TRUE;
  poppler_fonts_iter_free (found);
  return FALSE;
}

/* The area of the picture at @place that lies on the page, in square points. */
static double
measure_area (const PopplerRectangle *place, const ZbPageContent *content) {
  double width = MIN (MAX (place->x1, place->x2), content->width) - MAX (MIN (place->x1, place->x2), 0);
  double height = MIN (MAX (place->y1, place->y2), content->height) - MAX (MIN (place->y1, place->y2), 0);

  return width > 0 && height > 0 ? width * height : 0;
}

gboolean
zb_pdf_bare_read (PopplerPage *page, ZbPageContent *content) {
  GList *pictures = poppler_page_get_image_mapping (page);
  double area = 0;

  if (pictures != NULL && pictures->next == NULL)
    area = measure_area (&((const PopplerImageMapping *) pictures->data)->area, content);
  poppler_page_free_image_mapping (pictures);
  if (area < WHOLE * content->width * content->height)
    return FALSE;
  content->images = 1;
  content->image_area = area;
  return TRUE;
}
