/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

/* A font that maps its glyphs to the wrong characters is worst with digits, for any digit is as
 * likely as another. But a digit has a shape: an 8 encloses two areas of its ground, a 6 one, a 7
 * none. The page is recorded once, and single digits of it are drawn large. */

/* Pixels of a side of the picture of one digit; a margin stays blank. */
enum { SIDE = 90, MARGIN = 3, PIXELS = SIDE * SIDE };
/* Of each digit of a font, so many are looked at … */
enum { SAMPLES = 2 };
/* … on this many pages at most: some documents embed a font of its own name for every page. */
static const guint MAX_PAGES = 6;
/* Grounds of less than this share of the picture are specks. */
static const double MIN_AREA = 0.004;
/* Boxes of some fonts are lower than their glyphs: so much of the height is added at both ends. */
static const double HEADROOM = 0.15;
/* Ink and ground differ by this grey value at least. */
static const guint8 MIN_CONTRAST = 60;
/* Thin strokes are drawn light: what leaves the ground by this share of the contrast is ink. */
static const double MIN_INK = 0.25;

/* What this process has looked at. */
static struct {
  GHashTable *samples; /* font name and digit → number */
  guint pages;
} seen;

/* Whether the digit at @glyph is to be looked at; counts it. */
static gboolean
claim_sample (const ZbPageContent *content, const ZbGlyph *glyph) {
  g_autofree char *key = NULL;
  guint count;

  if (glyph->character < '0' || glyph->character > '9' || glyph->font == 0)
    return FALSE;
  if (seen.samples == NULL)
    seen.samples = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  key = g_strdup_printf ("%c%s", (char) glyph->character,
                         (const char *) g_ptr_array_index (content->fonts, glyph->font - 1));
  count = GPOINTER_TO_UINT (g_hash_table_lookup (seen.samples, key));
  if (count >= SAMPLES)
    return FALSE;
  g_hash_table_insert (seen.samples, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
  return TRUE;
}

/* The drawn part of a picture, in pixels. */
typedef struct {
  guint x0, y0, x1, y1;
} Frame;

/* Draws @box of the recorded page into @picture; returns where. */
static Frame
draw_box (cairo_surface_t *page, cairo_surface_t *picture, const ZbBox *box) {
  cairo_t *cairo = cairo_create (picture);
  double width = box->x1 - box->x0, height = box->y1 - box->y0;
  double scale = (SIDE - 2 * MARGIN) / MAX (width, height);
  Frame frame = { MARGIN, MARGIN, MARGIN + (guint) (width * scale),
                  MARGIN + (guint) (height * scale) };

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_translate (cairo, MARGIN, MARGIN);
  cairo_scale (cairo, scale, scale);
  cairo_rectangle (cairo, 0, 0, width, height);
  cairo_clip (cairo);
  cairo_set_source_surface (cairo, page, -box->x0, -box->y0);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (picture);
  return frame;
}

/* Sets @ground where the picture does not differ from what most of it within @frame is; FALSE where
 * there is no contrast. Light print on a dark ground is print, too. */
static gboolean
find_ground (cairo_surface_t *picture, const Frame *frame, gboolean *ground) {
  const guint8 *data = cairo_image_surface_get_data (picture);
  gsize stride = (gsize) cairo_image_surface_get_stride (picture);
  guint light = 0, area = (frame->x1 - frame->x0) * (frame->y1 - frame->y0);
  int low = 255, high = 0, from;

  for (guint y = frame->y0; y < frame->y1; y++)
    for (guint x = frame->x0; x < frame->x1; x++) {
      low = MIN (low, data[y * stride + 4 * x + 1]);
      high = MAX (high, data[y * stride + 4 * x + 1]);
    }
  if (high - low < MIN_CONTRAST)
    return FALSE;
  for (guint y = frame->y0; y < frame->y1; y++)
    for (guint x = frame->x0; x < frame->x1; x++)
      light += data[y * stride + 4 * x + 1] > (low + high) / 2;
  from = 2 * light > area ? high : low;
  for (guint i = 0; i < PIXELS; i++) {
    guint x = i % SIDE, y = i / SIDE;

    ground[i] = x < frame->x0 || x >= frame->x1 || y < frame->y0 || y >= frame->y1
                || ABS (data[y * stride + 4 * x + 1] - from) < MIN_INK * (high - low);
  }
  return TRUE;
}

/* Whether ink meets a side of the drawn part: the box cuts the digit, or something else is there. */
static gboolean
is_cut (const Frame *frame, const gboolean *ground) {
  for (guint y = frame->y0; y < frame->y1; y++)
    if (!ground[y * SIDE + frame->x0] || !ground[y * SIDE + frame->x1 - 1])
      return TRUE;
  for (guint x = frame->x0; x < frame->x1; x++)
    if (!ground[frame->y0 * SIDE + x] || !ground[(frame->y1 - 1) * SIDE + x])
      return TRUE;
  return FALSE;
}

/* Clears the piece of ground around @start and returns its size. */
static guint
clear_piece (gboolean *ground, guint *stack, guint start) {
  guint depth = 0, size = 0;

  stack[depth++] = start;
  ground[start] = FALSE;
  while (depth > 0) {
    guint at = stack[--depth], x = at % SIDE, y = at / SIDE;
    guint next[4] = { at - 1, at + 1, at - SIDE, at + SIDE };
    gboolean within[4] = { x > 0, x + 1 < SIDE, y > 0, y + 1 < SIDE };

    size++;
    for (guint i = 0; i < 4; i++)
      if (within[i] && ground[next[i]]) {
        ground[next[i]] = FALSE;
        stack[depth++] = next[i];
      }
  }
  return size;
}

/* The pieces of ground that ink encloses; the first is the one around the digit. */
static guint
count_enclosed (gboolean *ground) {
  guint stack[PIXELS], enclosed = 0;

  clear_piece (ground, stack, 0);
  for (guint i = 0; i < PIXELS; i++)
    if (ground[i] && clear_piece (ground, stack, i) >= MIN_AREA * PIXELS)
      enclosed++;
  return enclosed;
}

static cairo_surface_t *
record_page (PopplerPage *page) {
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);

  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  return surface;
}

/* What a digit encloses is the same whichever way it lies. */
static void
read_shape (ZbPageContent *content, cairo_surface_t *page, cairo_surface_t *picture,
            const ZbGlyph *glyph) {
  gboolean ground[PIXELS];
  ZbDigitShape shape = { .font = glyph->font, .digit = glyph->character - '0' };
  ZbBox box = glyph->box;
  double headroom = HEADROOM * (box.y1 - box.y0);
  Frame frame;

  if (!(box.x1 > box.x0) || !(box.y1 > box.y0))
    return;
  box.y0 -= headroom;
  box.y1 += headroom;
  box = zb_box_turn_back (&box, content->turn, content->width, content->height);
  frame = draw_box (page, picture, &box);
  if (!find_ground (picture, &frame, ground) || is_cut (&frame, ground))
    return;
  shape.enclosed = count_enclosed (ground);
  g_array_append_val (content->digits, shape);
}

void
zb_pdf_digits_read (PopplerPage *page, ZbPageContent *content) {
  cairo_surface_t *recorded = NULL, *picture = NULL;

  if (seen.pages >= MAX_PAGES)
    return;
  for (guint i = 0; i < content->glyphs->len; i++) {
    const ZbGlyph *glyph = &g_array_index (content->glyphs, ZbGlyph, i);

    if (!claim_sample (content, glyph))
      continue;
    if (recorded == NULL) {
      recorded = record_page (page);
      picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
      seen.pages++;
    }
    read_shape (content, recorded, picture, glyph);
  }
  g_clear_pointer (&recorded, cairo_surface_destroy);
  g_clear_pointer (&picture, cairo_surface_destroy);
}
