/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-draw.h"

#include <cairo.h>
#include <poppler.h>

#include "pdf-worker.h"
#include "table-strokes.h"

/* Pixels a point: small print must be legible beside the numbers. */
static const double SCALE = 1.5;
/* No page becomes larger than this many pixels a side. */
static const double MAX_SIDE = 4000;

typedef struct {
  double red, green, blue;
} Colour;

static const Colour RULING = { 0.95, 0.1, 0.1 }, HEADER_CELL = { 0.1, 0.3, 0.95 },
                    BODY_CELL = { 0.05, 0.6, 0.2 }, CAPTION = { 0.8, 0, 0.8 },
                    HEADING = { 0.9, 0.45, 0 }, PARAGRAPH = { 0.2, 0.5, 0.6 },
                    FURNITURE = { 0.6, 0.6, 0.6 };

static void
set_colour (cairo_t *cairo, const Colour *colour, double alpha) {
  cairo_set_source_rgba (cairo, colour->red, colour->green, colour->blue, alpha);
}

static void
draw_box (cairo_t *cairo, const ZbBox *box, const Colour *colour) {
  cairo_rectangle (cairo, box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
  set_colour (cairo, colour, 0.1);
  cairo_fill_preserve (cairo);
  set_colour (cairo, colour, 0.9);
  cairo_set_line_width (cairo, 0.6);
  cairo_stroke (cairo);
}

static void
draw_number (cairo_t *cairo, const ZbBox *box, guint number, const Colour *colour) {
  g_autofree char *text = g_strdup_printf ("%u", number);

  set_colour (cairo, colour, 1);
  cairo_select_font_face (cairo, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cairo, 7);
  cairo_move_to (cairo, MAX (box->x0 - 12, 1), box->y0 + 7);
  cairo_show_text (cairo, text);
}

static void
draw_rulings (cairo_t *cairo, const GArray *rulings) {
  set_colour (cairo, &RULING, 0.6);
  cairo_set_line_width (cairo, 1.6);
  for (guint i = 0; i < rulings->len; i++) {
    const ZbRuling *ruling = &g_array_index (rulings, ZbRuling, i);

    cairo_move_to (cairo, ruling->vertical ? ruling->at : ruling->from,
                   ruling->vertical ? ruling->from : ruling->at);
    cairo_line_to (cairo, ruling->vertical ? ruling->at : ruling->to,
                   ruling->vertical ? ruling->to : ruling->at);
    cairo_stroke (cairo);
  }
}

static void
draw_table (cairo_t *cairo, const ZbTable *table, guint page, guint number) {
  gboolean first = TRUE;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    const Colour *colour = cell->row < table->header_rows ? &HEADER_CELL : &BODY_CELL;

    if (cell->origin.page != page || !cell->origin.has_box)
      continue;
    draw_box (cairo, &cell->origin.box, colour);
    if (first)
      draw_number (cairo, &cell->origin.box, number, colour);
    first = FALSE;
  }
}

static const Colour *
get_colour (const ZbBlock *block) {
  if (block->role == ZB_ROLE_CAPTION || block->role == ZB_ROLE_NOTE)
    return &CAPTION;
  if (block->kind == ZB_BLOCK_HEADING)
    return &HEADING;
  return block->kind == ZB_BLOCK_FURNITURE ? &FURNITURE : &PARAGRAPH;
}

static void
draw_text_block (cairo_t *cairo, const ZbBlock *block, guint page, guint number) {
  gboolean first = TRUE;

  for (guint i = 0; i < block->pieces->len; i++) {
    const ZbOrigin *origin = &g_array_index (block->pieces, ZbTextPiece, i).origin;

    if (origin->page != page || !origin->has_box)
      continue;
    draw_box (cairo, &origin->box, get_colour (block));
    if (first)
      draw_number (cairo, &origin->box, number, get_colour (block));
    first = FALSE;
  }
}

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length) {
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_page (PopplerPage *page, const ZbPageContent *content, const ZbDocument *document) {
  double scale = MIN (SCALE, MAX_SIDE / MAX (MAX (content->width, content->height), 1));
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) (content->width * scale)),
                                  MAX (1, (int) (content->height * scale)));
  cairo_t *cairo = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  cairo_save (cairo);
  poppler_page_render (page, cairo);
  cairo_restore (cairo);
  draw_rulings (cairo, content->rulings);
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      draw_table (cairo, block->table, content->page, i + 1);
    else
      draw_text_block (cairo, block, content->page, i + 1);
  }
  cairo_destroy (cairo);
  cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* Only pages that the worker survived are drawn here, for this process has no guard. */
gboolean
zb_pdf_draw_pages (GBytes *bytes, const ZbDocument *document, ZbPdfDrawSink sink, gpointer data,
                   GError **error) {
  g_autoptr (ZbPdfWorker) worker = zb_pdf_worker_new (bytes, &ZB_READ_OPTIONS_DEFAULT, error);
  g_autoptr (GObject) pdf = NULL;

  if (worker == NULL)
    return FALSE;
  pdf = (GObject *) poppler_document_new_from_bytes (bytes, NULL, error);
  if (pdf == NULL)
    return FALSE;
  for (guint number = 1; number <= zb_pdf_worker_get_pages (worker); number++) {
    g_autoptr (ZbPageContent) content = NULL;
    g_autoptr (GObject) page = NULL;
    g_autoptr (GBytes) png = NULL;
    ZbPdfLosses losses;
    ZbPdfPageState state = zb_pdf_worker_read_page (worker, number, &content, &losses);

    if (state == ZB_PDF_PAGE_STOPPED && !zb_pdf_worker_restart (worker, number + 1))
      return TRUE;
    if (state == ZB_PDF_PAGE_READ)
      page = (GObject *) poppler_document_get_page ((PopplerDocument *) pdf, (int) number - 1);
    if (page == NULL)
      continue;
    zb_table_strokes_remove (content);
    zb_page_content_turn (content, 4 - content->turn);
    png = draw_page ((PopplerPage *) page, content, document);
    if (!sink (number, png, data, error))
      return FALSE;
  }
  return TRUE;
}
