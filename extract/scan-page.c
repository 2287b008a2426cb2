/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-page.h"

#include "scan-columns.h"
#include "scan-glyphs.h"
#include "scan-reading.h"
#include "scan-rulings.h"
#include "table-cells.h"
#include "table-edges.h"
#include "table-finder.h"

/* Print lower than this share of the usual height, and narrower, is dirt, or a mark that lost its line. */
static const double DIRT = 0.4;

/* A page of so many lines that reads worse than this may lie on its side; so many lines, read after
 * each turn, tell which is clearly better. */
static const double UPRIGHT = 0.93, CLEARLY = 0.04;
enum { MIN_LINES = 3, SAMPLE = 12 };

typedef struct {
  ZbScanRecogniser *recogniser;
  ZbScanImage *image;
  ZbScanPage *page;
  GPtrArray *readings;
  int usual;    /* height of lines, pixels */
  guint sample; /* lines to read at most; 0: all */
  double scale; /* points a pixel */
} Work;

static int
to_pixels (const Work *work, double points) {
  return (int) (points / work->scale + 0.5);
}

static gboolean
is_dirt (const Work *work, const ZbScanBox *box) {
  return box->y1 - box->y0 < DIRT * work->usual && box->x1 - box->x0 < DIRT * work->usual;
}

/* A sample is taken of lines that are long enough to tell. */
static gboolean
is_wanted (const Work *work, const ZbScanLine *line) {
  return work->sample == 0
         || (work->readings->len < work->sample && line->lines == 1
             && line->box.x1 - line->box.x0 > 4 * (line->box.y1 - line->box.y0));
}

/* Reads the lines within @region; @column as in ZbScanReading. */
static void
read_region (Work *work, const ZbScanBox *region, gint column, gboolean parted) {
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (ZbScanLine));

  zb_scan_lines_find (work->image->ink, region, work->usual, parted, lines);
  for (guint i = 0; i < lines->len; i++) {
    const ZbScanLine *line = &g_array_index (lines, ZbScanLine, i);
    ZbScanReading *reading = NULL;

    if (is_dirt (work, &line->box) || !is_wanted (work, line))
      continue;
    reading = zb_scan_reading_new (work->recogniser, work->image, line);
    reading->column = column;
    g_ptr_array_add (work->readings, reading);
  }
}

static double
line_at (const GArray *lines, guint i) {
  return g_array_index (lines, double, i);
}

/* Reads the cells of one table, one by one, and takes their print off the page. */
static void
read_table (Work *work, const ZbRaster *raster) {
  g_autoptr (GArray) cells = zb_raster_get_cells (raster);
  guint start = work->readings->len;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  int x0 = to_pixels (work, line_at (raster->xs, 0)), y0 = to_pixels (work, line_at (raster->ys, 0));

  for (guint i = 0; i < cells->len; i++) {
    const ZbRasterCell *cell = &g_array_index (cells, ZbRasterCell, i);
    ZbScanBox box = { to_pixels (work, line_at (raster->xs, cell->col)),
                      to_pixels (work, line_at (raster->ys, cell->row)),
                      to_pixels (work, line_at (raster->xs, cell->col + cell->colspan)),
                      to_pixels (work, line_at (raster->ys, cell->row + cell->rowspan)) };

    read_region (work, &box, cell->colspan == 1 ? (gint) cell->col : -1, FALSE);
  }
  for (guint i = start; i < work->readings->len; i++)
    g_ptr_array_add (own, g_ptr_array_index (work->readings, i));
  zb_scan_columns_compare (own);
  pixRasterop (work->image->ink, x0, y0, to_pixels (work, line_at (raster->xs, raster->cols)) - x0,
               to_pixels (work, line_at (raster->ys, raster->rows)) - y0, PIX_CLR, NULL, 0, 0);
}

static gint
compare_areas (gconstpointer a, gconstpointer b) {
  const ZbRaster *rasters[2] = { *(const ZbRaster *const *) a, *(const ZbRaster *const *) b };
  double areas[2];

  for (guint i = 0; i < 2; i++)
    areas[i] = (line_at (rasters[i]->xs, rasters[i]->cols) - line_at (rasters[i]->xs, 0))
               * (line_at (rasters[i]->ys, rasters[i]->rows) - line_at (rasters[i]->ys, 0));
  return areas[0] < areas[1] ? -1 : areas[0] > areas[1];
}

/* Reads the tables, inner ones first, and then what is left of the page. */
static void
read_print (Work *work) {
  g_autoptr (GArray) edges = zb_table_edges_new (work->page->content->rulings);
  g_autoptr (GPtrArray) rasters = zb_table_finder_collect_rasters (edges);
  ZbScanBox rest = { 0, 0, pixGetWidth (work->image->ink), pixGetHeight (work->image->ink) };

  g_ptr_array_sort (rasters, compare_areas);
  for (guint i = 0; i < rasters->len; i++)
    read_table (work, g_ptr_array_index (rasters, i));
  read_region (work, &rest, -1, TRUE);
}

static void
reading_free (gpointer reading) {
  zb_scan_reading_free (reading);
}

/* The pixels of @picture as leptonica has them, where they are: its own go up in them. */
static PIX *
take_pixels (ZbScanPicture *picture) {
  PIX *pix = pixCreateHeader ((int) picture->width, (int) picture->height, 32);
  gsize count = (gsize) picture->width * picture->height;

  if (pix == NULL)
    return NULL;
  for (gsize i = 0; i < count; i++)
    picture->pixels[i] <<= 8;
  pixSetData (pix, g_steal_pointer (&picture->pixels));
  return pix;
}

/* Reads the page after @quarters clockwise quarter turns. Where @sample is not 0 it reads no more
 * than so many lines, and no tables: enough to tell which way up the page is. */
static ZbScanPage *
read_turned (ZbScanRecogniser *recogniser, PIX *pixels, double dpi, guint quarters, guint sample) {
  g_autoptr (ZbScanImage) image = zb_scan_image_new (pixels, dpi, quarters);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);
  Work work = { .recogniser = recogniser, .image = image, .readings = readings, .scale = 72 / dpi,
                .sample = sample };

  if (image == NULL)
    return zb_scan_page_new_problem ("the picture of the page cannot be made");
  work.page = zb_scan_page_new_problem (NULL);
  work.page->pose = image->pose;
  work.page->pose.width *= work.scale;
  work.page->pose.height *= work.scale;
  work.page->seals = image->seals;
  work.page->content = zb_page_content_new (1, work.page->pose.width, work.page->pose.height);
  zb_scan_rulings_take (image, work.page->content->rulings);
  work.usual = zb_scan_lines_measure (image->ink, dpi);
  if (sample > 0)
    g_array_set_size (work.page->content->rulings, 0);
  read_print (&work);
  zb_scan_glyphs_take (work.page, readings, work.usual, work.scale);
  return work.page;
}

/* How many quarter turns make the page upright, which reads badly as it is, with @confidence. */
static guint
find_quarters (ZbScanRecogniser *recogniser, PIX *pixels, double dpi, double confidence) {
  guint best = 0;

  for (guint quarters = 1; quarters < 4; quarters++) {
    g_autoptr (ZbScanPage) page = read_turned (recogniser, pixels, dpi, quarters, SAMPLE);

    if (page->lines > 0 && page->confidence > confidence + CLEARLY) {
      confidence = page->confidence;
      best = quarters;
    }
  }
  return best;
}

ZbScanPage *
zb_scan_page_read (ZbScanRecogniser *recogniser, ZbScanPicture *picture, guint number) {
  g_autoptr (PIX) pixels = take_pixels (picture);
  g_autoptr (ZbScanPage) page = NULL;
  guint quarters = 0;

  if (pixels == NULL)
    return zb_scan_page_new_problem ("the picture of the page cannot be made");
  page = read_turned (recogniser, pixels, picture->dpi, 0, 0);
  if (page->content != NULL && page->lines + page->unread >= MIN_LINES && page->confidence < UPRIGHT)
    quarters = find_quarters (recogniser, pixels, picture->dpi, page->confidence);
  if (quarters > 0) {
    zb_scan_page_free (page);
    page = read_turned (recogniser, pixels, picture->dpi, quarters, 0);
  }
  if (page->content != NULL)
    page->content->page = number;
  return g_steal_pointer (&page);
}
