/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

#include <math.h>

/* Poppler tells nobody which paths it draws. But cairo's observer surface calls back within each
 * drawing operation, while the path is still the current one of the very cairo_t that poppler
 * draws with: cairo_copy_path() then gives its exact corners, with no pixel to interpret. */

/* Poppler snaps strokes to pixels, so one pixel a point keeps edges right to half a point. */
static const double SCALE = 1.0;
/* Pixels a side of the surface; a larger page is drawn smaller. */
enum { SIDE = 1400 };
/* Text drawn within a clip of less than this share of the page may be hidden behind it. */
static const double SMALL_CLIP = 0.6;
/* Grey values that differ by less than this are one shade. */
static const guint8 SAME_SHADE = 12;

/* Cairo never frees the callbacks of an observer, so one canvas serves the whole process. */
static struct {
  GMutex mutex;
  cairo_surface_t *image, *observer;
  ZbPdfDrawing drawing; /* what the callbacks see; content is NULL between pages */
} canvas;

ZbBox
zb_pdf_drawing_get_clip (const ZbPdfDrawing *drawing) {
  ZbBox clip;
  double x[4], y[4];

  cairo_clip_extents (drawing->cairo, &clip.x0, &clip.y0, &clip.x1, &clip.y1);
  x[0] = x[3] = clip.x0;
  x[1] = x[2] = clip.x1;
  y[0] = y[1] = clip.y0;
  y[2] = y[3] = clip.y1;
  for (guint i = 0; i < 4; i++)
    cairo_user_to_device (drawing->cairo, &x[i], &y[i]);
  clip.x0 = MIN (MIN (x[0], x[1]), MIN (x[2], x[3])) / drawing->scale;
  clip.x1 = MAX (MAX (x[0], x[1]), MAX (x[2], x[3])) / drawing->scale;
  clip.y0 = MIN (MIN (y[0], y[1]), MIN (y[2], y[3])) / drawing->scale;
  clip.y1 = MAX (MAX (y[0], y[1]), MAX (y[2], y[3])) / drawing->scale;
  return clip;
}

static void
note_picture (ZbPdfDrawing *drawing, const ZbBox *box) {
  double width = MIN (box->x1, drawing->content->width) - MAX (box->x0, 0);
  double height = MIN (box->y1, drawing->content->height) - MAX (box->y0, 0);

  drawing->content->images++;
  if (width > 0 && height > 0)
    drawing->content->image_area += width * height;
}

/* Poppler draws most pictures by filling their outline with them. A tile repeats itself. */
static gboolean
fills_with_picture (const ZbPdfDrawing *drawing) {
  cairo_pattern_t *source = cairo_get_source (drawing->cairo);

  return cairo_pattern_get_type (source) == CAIRO_PATTERN_TYPE_SURFACE
         && cairo_pattern_get_extend (source) != CAIRO_EXTEND_REPEAT;
}

/* The part of the page that the current path covers. */
static ZbBox
get_path_box (const ZbPdfDrawing *drawing) {
  ZbBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double x[2], y[2];

  cairo_fill_extents (drawing->cairo, &x[0], &y[0], &x[1], &y[1]);
  for (guint i = 0; i < 4; i++) {
    double corner_x = x[i / 2], corner_y = y[i % 2];

    cairo_user_to_device (drawing->cairo, &corner_x, &corner_y);
    box.x0 = MIN (box.x0, corner_x / drawing->scale);
    box.x1 = MAX (box.x1, corner_x / drawing->scale);
    box.y0 = MIN (box.y0, corner_y / drawing->scale);
    box.y1 = MAX (box.y1, corner_y / drawing->scale);
  }
  return box;
}

static void
observe_fill (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  ZbPdfDrawing *drawing = data;

  if (drawing->content != NULL && fills_with_picture (drawing)) {
    ZbBox box = get_path_box (drawing);

    note_picture (drawing, &box);
  } else
    zb_pdf_rulings_note_path (data, FALSE);
}

static void
observe_stroke (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  zb_pdf_rulings_note_path (data, TRUE);
}

/* Poppler paints and masks nothing but pictures. */
static void
observe_image (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  ZbPdfDrawing *drawing = data;
  ZbBox clip;

  if (drawing->content == NULL)
    return;
  clip = zb_pdf_drawing_get_clip (drawing);
  note_picture (drawing, &clip);
}

static void
observe_glyphs (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  ZbPdfDrawing *drawing = data;
  const ZbPageContent *content = drawing->content;
  ZbBox clip = zb_pdf_drawing_get_clip (drawing);

  drawing->texts++;
  if ((clip.x1 - clip.x0) * (clip.y1 - clip.y0) < SMALL_CLIP * content->width * content->height)
    drawing->clipped_texts++;
}

static void
create_canvas (void) {
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_surface_t *observer
    = cairo_surface_create_observer (image, CAIRO_SURFACE_OBSERVER_NORMAL);

  cairo_surface_observer_add_fill_callback (observer, observe_fill, &canvas.drawing);
  cairo_surface_observer_add_stroke_callback (observer, observe_stroke, &canvas.drawing);
  cairo_surface_observer_add_paint_callback (observer, observe_image, &canvas.drawing);
  cairo_surface_observer_add_mask_callback (observer, observe_image, &canvas.drawing);
  cairo_surface_observer_add_glyphs_callback (observer, observe_glyphs, &canvas.drawing);
  canvas.image = image;
  canvas.observer = observer;
}

const ZbPdfDrawing *
zb_pdf_canvas_draw (PopplerPage *page, ZbPageContent *content) {
  cairo_t *cairo;

  g_mutex_lock (&canvas.mutex);
  if (canvas.observer == NULL)
    create_canvas ();
  canvas.drawing.scale
    = MIN (SCALE, SIDE / MAX (MAX (content->width, content->height), 1));
  canvas.drawing.texts = canvas.drawing.clipped_texts = 0;
  cairo = canvas.drawing.cairo = cairo_create (canvas.observer);
  cairo_scale (cairo, canvas.drawing.scale, canvas.drawing.scale);
  cairo_rectangle (cairo, 0, 0, content->width, content->height);
  cairo_clip (cairo);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  canvas.drawing.content = content;
  poppler_page_render (page, cairo);
  canvas.drawing.content = NULL;
  cairo_destroy (cairo);
  return &canvas.drawing;
}

void
zb_pdf_canvas_release (void) {
  g_mutex_unlock (&canvas.mutex);
}

/* Whether the shade changes along @count pixels that are @step bytes apart. */
static gboolean
has_change (const guint8 *pixel, gsize step, int count) {
  guint8 low = 255, high = 0;

  for (int i = 0; i < count; i++, pixel += step) {
    low = MIN (low, *pixel);
    high = MAX (high, *pixel);
  }
  return high - low > SAME_SHADE;
}

gboolean
zb_pdf_canvas_has_ink (const ZbBox *box) {
  gsize stride = (gsize) cairo_image_surface_get_stride (canvas.image);
  double scale = canvas.drawing.scale, margin = (box->y1 - box->y0) / 6;
  int x0 = CLAMP ((int) (box->x0 * scale), 0, SIDE - 1);
  int y0 = CLAMP ((int) ((box->y0 + margin) * scale), 0, SIDE - 1);
  int width = CLAMP ((int) ceil (box->x1 * scale) - x0 + 1, 1, SIDE - x0);
  int height = CLAMP ((int) ceil ((box->y1 - margin) * scale) - y0 + 1, 1, SIDE - y0);
  const guint8 *corner = cairo_image_surface_get_data (canvas.image) + (gsize) y0 * stride
                         + 4 * (gsize) x0 + 1; /* the green of each pixel */
  gboolean across = FALSE, down = FALSE;

  for (int y = 0; y < height && !across; y++)
    across = has_change (corner + (gsize) y * stride, 4, width);
  for (int x = 0; x < width && !down; x++)
    down = has_change (corner + 4 * (gsize) x, stride, height);
  return across && down;
}
