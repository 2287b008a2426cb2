/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

#include <cairo.h>
#include <math.h>

/* Poppler tells nobody which paths it draws. But cairo's observer surface calls back within each
 * drawing operation, while the path is still the current one of the very cairo_t that poppler
 * draws with: cairo_copy_path() then gives its exact corners, with no pixel to interpret. */

/* A bar thicker than this many points is shading, not a ruling. */
static const double MAX_THICKNESS = 3.0;
/* A line leaves its axis by less than this many points over its length. */
static const double MAX_SLANT = 0.6;
/* Rulings of one page beyond this number are a drawing or an attack, not a table. */
static const guint MAX_RULINGS = 50000;
/* The surface only has to exist, and a small one is fast; but poppler snaps strokes to its pixels,
 * so one pixel a point keeps edges right to half a point. */
static const double SCALE = 1.0;
/* A page larger than this many points a side is drawn smaller. */
static const double MAX_SIDE = 2000.0;

typedef struct {
  cairo_t *cairo; /* borrowed; the one that poppler draws with */
  ZbPageContent *content;
  double scale;
} Observation;

/* Corners of one subpath in points of the page. */
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
append_ruling (const Observation *observation, gboolean vertical, double at, double from,
               double to) {
  ZbRuling ruling = { .vertical = vertical, .at = at, .from = MIN (from, to),
                      .to = MAX (from, to) };

  if (!isfinite (at) || !isfinite (ruling.from) || !isfinite (ruling.to))
    return;
  if (observation->content->rulings->len < MAX_RULINGS)
    g_array_append_val (observation->content->rulings, ruling);
}

/* The part of the page that drawing can reach now. */
static ZbBox
get_clip (const Observation *observation) {
  ZbBox clip;
  double x[4], y[4];

  cairo_clip_extents (observation->cairo, &clip.x0, &clip.y0, &clip.x1, &clip.y1);
  x[0] = x[3] = clip.x0;
  x[1] = x[2] = clip.x1;
  y[0] = y[1] = clip.y0;
  y[2] = y[3] = clip.y1;
  for (guint i = 0; i < 4; i++)
    cairo_user_to_device (observation->cairo, &x[i], &y[i]);
  clip.x0 = MIN (MIN (x[0], x[1]), MIN (x[2], x[3])) / observation->scale;
  clip.x1 = MAX (MAX (x[0], x[1]), MAX (x[2], x[3])) / observation->scale;
  clip.y0 = MIN (MIN (y[0], y[1]), MIN (y[2], y[3])) / observation->scale;
  clip.y1 = MAX (MAX (y[0], y[1]), MAX (y[2], y[3])) / observation->scale;
  return clip;
}

/* A bar from corner to corner, cut to the clip; thin ones become rulings along their middle. */
static void
append_bar (const Observation *observation, const ZbBox *clip, const ZbBox *bar) {
  ZbBox seen = { MAX (bar->x0, clip->x0), MAX (bar->y0, clip->y0), MIN (bar->x1, clip->x1),
                 MIN (bar->y1, clip->y1) };
  double width = seen.x1 - seen.x0, height = seen.y1 - seen.y0;

  if (width < -1 || height < -1)
    return;
  if (height <= MAX_THICKNESS && width > height)
    append_ruling (observation, FALSE, (seen.y0 + seen.y1) / 2, seen.x0, seen.x1);
  else if (width <= MAX_THICKNESS && height > width)
    append_ruling (observation, TRUE, (seen.x0 + seen.x1) / 2, seen.y0, seen.y1);
}

static Corner
corner_at (const Observation *observation, const cairo_path_data_t *data) {
  Corner corner = { data->point.x, data->point.y };

  cairo_user_to_device (observation->cairo, &corner.x, &corner.y);
  corner.x /= observation->scale;
  corner.y /= observation->scale;
  return corner;
}

/* The sides of a border are often drawn as trapezoids with mitred ends, so only the extent counts. */
static void
finish_filled (const Observation *observation, const ZbBox *clip, const GArray *corners) {
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
  append_bar (observation, clip, &box);
}

static void
append_segment (const Observation *observation, const ZbBox *clip, const Corner *a,
                const Corner *b) {
  ZbBox bar = { MIN (a->x, b->x), MIN (a->y, b->y), MAX (a->x, b->x), MAX (a->y, b->y) };

  if (bar.x1 - bar.x0 <= MAX_SLANT || bar.y1 - bar.y0 <= MAX_SLANT)
    append_bar (observation, clip, &bar);
}

static void
finish_stroked (const Observation *observation, const ZbBox *clip, const GArray *corners,
                gboolean closed) {
  for (guint i = 0; i + 1 < corners->len; i++)
    append_segment (observation, clip, &g_array_index (corners, Corner, i),
                    &g_array_index (corners, Corner, i + 1));
  if (closed && corners->len > 2)
    append_segment (observation, clip, &g_array_index (corners, Corner, corners->len - 1),
                    &g_array_index (corners, Corner, 0));
}

/* Walks the current path. A subpath with a curve is a glyph or a drawing, never a ruling. */
static void
note_path (const Observation *observation, gboolean stroked) {
  cairo_path_t *path = cairo_copy_path (observation->cairo);
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  ZbBox clip = get_clip (observation);
  gboolean curved = FALSE;

  for (int i = 0; i <= path->num_data; i += i < path->num_data ? path->data[i].header.length : 1) {
    const cairo_path_data_t *data = i < path->num_data ? &path->data[i] : NULL;
    gboolean ends = data == NULL || data->header.type == CAIRO_PATH_MOVE_TO
                    || data->header.type == CAIRO_PATH_CLOSE_PATH;

    if (ends && !curved && stroked)
      finish_stroked (observation, &clip, corners, data != NULL
                      && data->header.type == CAIRO_PATH_CLOSE_PATH);
    else if (ends && !curved)
      finish_filled (observation, &clip, corners);
    if (ends) {
      g_array_set_size (corners, 0);
      curved = FALSE;
    }
    if (data != NULL && data->header.type == CAIRO_PATH_CURVE_TO)
      curved = TRUE;
    else if (data != NULL && data->header.type != CAIRO_PATH_CLOSE_PATH) {
      Corner corner = corner_at (observation, &data[1]);

      g_array_append_val (corners, corner);
    }
  }
  cairo_path_destroy (path);
}

static void
observe_fill (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  const Observation *observation = data;

  if (is_visible (observation->cairo))
    note_path (observation, FALSE);
}

static void
observe_stroke (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  const Observation *observation = data;
  double width = cairo_get_line_width (observation->cairo), other = width;

  cairo_user_to_device_distance (observation->cairo, &width, &other);
  if (MAX (fabs (width), fabs (other)) / observation->scale <= 2 * MAX_THICKNESS
      && is_visible (observation->cairo))
    note_path (observation, TRUE);
}

/* Poppler paints and masks nothing but pictures. */
static void
observe_image (cairo_surface_t *observer, cairo_surface_t *target, void *data) {
  Observation *observation = data;

  observation->content->images++;
}

void
zb_pdf_rulings_read (PopplerPage *page, ZbPageContent *content) {
  double side = MAX (content->width, content->height);
  Observation observation = { .content = content,
                              .scale = side > MAX_SIDE ? MAX_SIDE / side : SCALE };
  cairo_surface_t *image
    = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (content->width * observation.scale) + 1,
                                  (int) (content->height * observation.scale) + 1);
  cairo_surface_t *observer
    = cairo_surface_create_observer (image, CAIRO_SURFACE_OBSERVER_NORMAL);

  cairo_surface_observer_add_fill_callback (observer, observe_fill, &observation);
  cairo_surface_observer_add_stroke_callback (observer, observe_stroke, &observation);
  cairo_surface_observer_add_paint_callback (observer, observe_image, &observation);
  cairo_surface_observer_add_mask_callback (observer, observe_image, &observation);
  observation.cairo = cairo_create (observer);
  cairo_scale (observation.cairo, observation.scale, observation.scale);
  poppler_page_render (page, observation.cairo);
  cairo_destroy (observation.cairo);
  cairo_surface_destroy (observer);
  cairo_surface_destroy (image);
}
