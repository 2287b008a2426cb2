/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

#include <math.h>

/* A bar thicker than this many points is shading, not a ruling. */
static const double MAX_THICKNESS = 3.0;
/* A line leaves its axis by less than this many points over its length. */
static const double MAX_SLANT = 0.6;
/* Rulings of one page beyond this number are a drawing or an attack, not a table. */
static const guint MAX_RULINGS = 50000;

/* A corner of a subpath in points of the page. */
typedef struct {
  double x, y;
} Corner;

static gboolean
is_visible (cairo_t *cairo) {
  double red, green, blue, alpha;
  cairo_status_t status
    = cairo_pattern_get_rgba (cairo_get_source (cairo), &red, &green, &blue, &alpha);

  if (status != CAIRO_STATUS_SUCCESS)
    return TRUE;
  return alpha > 0.05 && MIN (red, MIN (green, blue)) < 0.99;
}

static void
append_ruling (const ZbPdfDrawing *drawing, gboolean vertical, double at, double from,
               double to) {
  ZbRuling ruling = { .vertical = vertical, .at = at, .from = MIN (from, to),
                      .to = MAX (from, to) };

  if (!isfinite (at) || !isfinite (ruling.from) || !isfinite (ruling.to))
    return;
  if (drawing->content->rulings->len < MAX_RULINGS)
    g_array_append_val (drawing->content->rulings, ruling);
}

/* A bar from corner to corner, cut to the clip; thin ones become rulings along their middle. */
static void
append_bar (const ZbPdfDrawing *drawing, const ZbBox *clip, const ZbBox *bar) {
  ZbBox seen = { MAX (bar->x0, clip->x0), MAX (bar->y0, clip->y0), MIN (bar->x1, clip->x1),
                 MIN (bar->y1, clip->y1) };
  double width = seen.x1 - seen.x0, height = seen.y1 - seen.y0;

  if (width < -1 || height < -1)
    return;
  if (height <= MAX_THICKNESS && width > height)
    append_ruling (drawing, FALSE, (seen.y0 + seen.y1) / 2, seen.x0, seen.x1);
  else if (width <= MAX_THICKNESS && height > width)
    append_ruling (drawing, TRUE, (seen.x0 + seen.x1) / 2, seen.y0, seen.y1);
}

static Corner
corner_at (const ZbPdfDrawing *drawing, const cairo_path_data_t *data) {
  Corner corner = { data->point.x, data->point.y };

  cairo_user_to_device (drawing->cairo, &corner.x, &corner.y);
  corner.x /= drawing->scale;
  corner.y /= drawing->scale;
  return corner;
}

/* The sides of a border are often trapezoids with mitred ends, so only the extent counts. */
static void
finish_filled (const ZbPdfDrawing *drawing, const ZbBox *clip, const GArray *corners) {
  ZbBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  if (corners->len < 4 || corners->len > 6)
    return;
  for (guint i = 0; i < corners->len; i++) {
    const Corner *corner = &g_array_index (corners, Corner, i);
    box.x0 = MIN (box.x0, corner->x);
    box.y0 = MIN (box.y0, corner->y);
    box.x1 = MAX (box.x1, corner->x);
    box.y1 = MAX (box.y1, corner->y);
  }
  append_bar (drawing, clip, &box);
}

static void
append_segment (const ZbPdfDrawing *drawing, const ZbBox *clip, const Corner *a,
                const Corner *b) {
  ZbBox bar = { MIN (a->x, b->x), MIN (a->y, b->y), MAX (a->x, b->x), MAX (a->y, b->y) };

  if (bar.x1 - bar.x0 <= MAX_SLANT || bar.y1 - bar.y0 <= MAX_SLANT)
    append_bar (drawing, clip, &bar);
}

static void
finish_stroked (const ZbPdfDrawing *drawing, const ZbBox *clip, const GArray *corners,
                gboolean closed) {
  for (guint i = 0; i + 1 < corners->len; i++)
    append_segment (drawing, clip, &g_array_index (corners, Corner, i),
                    &g_array_index (corners, Corner, i + 1));
  if (closed && corners->len > 2)
    append_segment (drawing, clip, &g_array_index (corners, Corner, corners->len - 1),
                    &g_array_index (corners, Corner, 0));
}

/* A subpath with a curve is a glyph or a drawing, never a ruling. */
static void
read_path (const ZbPdfDrawing *drawing, gboolean stroked) {
  cairo_path_t *path = cairo_copy_path (drawing->cairo);
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  ZbBox clip = zb_pdf_drawing_get_clip (drawing);
  gboolean curved = FALSE;

  for (int i = 0; i <= path->num_data; i += i < path->num_data ? path->data[i].header.length : 1) {
    const cairo_path_data_t *data = i < path->num_data ? &path->data[i] : NULL;
    gboolean ends = data == NULL || data->header.type == CAIRO_PATH_MOVE_TO
                    || data->header.type == CAIRO_PATH_CLOSE_PATH;

    if (ends && !curved && stroked)
      finish_stroked (drawing, &clip, corners, data != NULL
                      && data->header.type == CAIRO_PATH_CLOSE_PATH);
    else if (ends && !curved)
      finish_filled (drawing, &clip, corners);
    if (ends) {
      g_array_set_size (corners, 0);
      curved = FALSE;
    }
    if (data != NULL && data->header.type == CAIRO_PATH_CURVE_TO)
      curved = TRUE;
    else if (data != NULL && data->header.type != CAIRO_PATH_CLOSE_PATH) {
      Corner corner = corner_at (drawing, &data[1]);

      g_array_append_val (corners, corner);
    }
  }
  cairo_path_destroy (path);
}

void
zb_pdf_rulings_note_path (const ZbPdfDrawing *drawing, gboolean stroked) {
  double width = cairo_get_line_width (drawing->cairo), other = width;

  if (!is_visible (drawing->cairo))
    return;
  cairo_user_to_device_distance (drawing->cairo, &width, &other);
  if (!stroked || MAX (fabs (width), fabs (other)) <= 2 * MAX_THICKNESS * drawing->scale)
    read_path (drawing, stroked);
}
