/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"
#include "reader.h"

G_BEGIN_DECLS

/* What a recogniser wrote down: words with boxes on pages. The readers of hOCR, ALTO and PAGE XML
 * collect them here; the page layout, which reads PDF pages too, makes lines, paragraphs and tables
 * of them. Coordinates are those of the source until a page knows its scale. */
typedef struct {
  ZbDocument *document;
  const ZbReadOptions *options;
  GPtrArray *pages; /* ZbPageContent * */
  GArray *words;    /* of the line that is open */
  GArray *heights;  /* double: of the lines of the page that is open, in points */
  GArray *ends;     /* guint: the number of glyphs of the page before each line */
  double scale;     /* points per unit of the source */
  double confidences; /* sum over the words of the page, 0 to 1 each */
  guint judged, doubtful; /* words with a confidence, and with a low one */
  guint placeless;  /* glyphs without a box, of the page */
} ZbOcrPages;

void zb_ocr_pages_init (ZbOcrPages *pages, ZbDocument *document, const ZbReadOptions *options);
void zb_ocr_pages_clear (ZbOcrPages *pages);

/* Begins a page of @width × @height units, of which @dpi are an inch; 0: not known, then the page
 * is taken for A4. Errors: ZB_ERROR_LIMIT beyond max_pages. */
gboolean zb_ocr_pages_begin (ZbOcrPages *pages, double width, double height, double dpi,
                             GError **error);

/* Adds a word to the open line; @box NULL: it has no place. @confidence is 0 to 1, below 0 where
 * the source says none. */
void zb_ocr_pages_add_word (ZbOcrPages *pages, const char *text, const ZbBox *box,
                            double confidence);

/* Ends the line. */
void zb_ocr_pages_end_line (ZbOcrPages *pages);

/* Adds a printed line between columns or rows, given by its box. */
void zb_ocr_pages_add_separator (ZbOcrPages *pages, const ZbBox *box);

/* Ends the last page and makes the document's blocks of all pages. Errors: ZB_ERROR_LIMIT. */
gboolean zb_ocr_pages_finish (ZbOcrPages *pages, GError **error);

/* @text as a finite number of reasonable size; FALSE where it is none. *@end (may be NULL) is set
 * to what follows it. */
gboolean zb_ocr_pages_parse_number (const char *text, double *number, const char **end);

G_END_DECLS
