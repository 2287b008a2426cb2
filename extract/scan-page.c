/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-page.h"

#include "scan-columns.h"
#include "scan-reading.h"
#include "scan-rulings.h"
#include "table-cells.h"
#include "table-edges.h"
#include "table-finder.h"
#include "text-fold.h"

/* Below this mean a piece of print is a picture, or as good as one. */
static const double LEAST_CONFIDENCE = 0.4;
/* Below this a line or a number is one to be unsure of. */
static const double SURE = 0.8;
/* Lines whose height is nearer to the usual one than this share are set in its size. */
static const double SAME_HEIGHT = 0.35;
/* Print lower than this share of the usual height, and narrower, is dirt, or a mark that lost its line. */
static const double DIRT = 0.4;

/* A mark such as ； fills this share of the character's room from its print on. */
static const double MARK = 0.85;

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

/* Spreads the characters from @start to @end evenly over the place that they take together: the
 * recogniser's guess at one of them is rough. */
static void
spread (GArray *glyphs, guint start, guint end) {
  double from = g_array_index (glyphs, ZbGlyph, start).box.x0;
  double to = g_array_index (glyphs, ZbGlyph, end - 1).box.x1;

  for (guint i = start; i < end; i++) {
    ZbBox *box = &g_array_index (glyphs, ZbGlyph, i).box;

    box->x0 = from + (to - from) * (i - start) / (end - start);
    box->x1 = from + (to - from) * (i + 1 - start) / (end - start);
  }
}

/* Evens out the words of Latin letters and digits among the glyphs from @start on. */
static void
even_words (const ZbScanReading *reading, GArray *glyphs, guint start) {
  guint from = 0;

  for (guint i = 1; i <= reading->symbols->len; i++) {
    const ZbScanSymbol *first = &g_array_index (reading->symbols, ZbScanSymbol, from);

    if (i < reading->symbols->len
        && !g_array_index (reading->symbols, ZbScanSymbol, i).starts_word
        && zb_character_is_cjk (first->character)
             == zb_character_is_cjk (g_array_index (reading->symbols, ZbScanSymbol, i).character))
      continue;
    if (!zb_character_is_cjk (first->character))
      spread (glyphs, start + from, start + i);
    from = i;
  }
}

/* The height of the line's print on the page in points, and its top; what has no full height, such
 * as a dash, gets it. */
static double
measure_line (const Work *work, const ZbScanReading *reading, double *top) {
  const ZbScanBox *box = &reading->line.box;
  double height = (box->y1 - box->y0) / (double) reading->line.lines, usual = work->usual;
  double middle = (box->y0 + box->y1) / 2.0;

  if (height < (1 + SAME_HEIGHT) * usual)
    height = usual;
  *top = (middle - height / 2) * work->scale;
  return height * work->scale;
}

static ZbRecognition
judge_symbol (const ZbScanReading *reading, const ZbScanSymbol *symbol) {
  ZbRecognition recognition = ZB_RECOGNISED;
  gboolean numeric = g_unichar_isdigit (symbol->character) || symbol->character == '.'
                     || symbol->character == ',';

  if (symbol->confidence < SURE && (reading->number || numeric))
    recognition |= ZB_RECOGNISED_UNSURE;
  else if (symbol->confidence < SURE && g_unichar_isalpha (symbol->character))
    recognition |= ZB_RECOGNISED_WORD_UNSURE;
  if (symbol->doubtful || (reading->suspect && (reading->number || numeric)))
    recognition |= ZB_RECOGNISED_DIGIT_SUSPECT;
  return recognition;
}

/* Gives marks at the ends of a line the room of a whole character that print leaves for them: lines
 * of one paragraph then end at one margin. */
static void
fill_ends (GArray *glyphs, guint start, double size) {
  ZbGlyph *first = &g_array_index (glyphs, ZbGlyph, start);
  ZbGlyph *last = &g_array_index (glyphs, ZbGlyph, glyphs->len - 1);

  if (first->character == '(' || first->character == 0xFF08 || first->character == 0x201C)
    first->box.x0 = MIN (first->box.x0, first->box.x1 - MARK * size);
  if (g_unichar_ispunct (last->character))
    last->box.x1 = MAX (last->box.x1, last->box.x0 + MARK * size);
}

/* The recogniser's boxes overlap; the characters from @start on stand one after the other. */
static void
part_boxes (GArray *glyphs, guint start) {
  for (guint i = start + 1; i < glyphs->len; i++) {
    ZbBox *before = &g_array_index (glyphs, ZbGlyph, i - 1).box;
    ZbBox *box = &g_array_index (glyphs, ZbGlyph, i).box;
    double least = before->x0 + 0.1;

    if (box->x0 >= before->x1)
      continue;
    before->x1 = box->x0 = MAX ((before->x1 + box->x0) / 2, least);
    box->x1 = MAX (box->x1, box->x0 + 0.1);
  }
}

static void
add_glyphs (Work *work, const ZbScanReading *reading) {
  GArray *glyphs = work->page->content->glyphs;
  double top, height = measure_line (work, reading, &top);
  guint start = glyphs->len;

  for (guint i = 0; i < reading->symbols->len; i++) {
    const ZbScanSymbol *symbol = &g_array_index (reading->symbols, ZbScanSymbol, i);
    ZbGlyph glyph = { .character = symbol->character, .font_size = height };
    double x0 = CLAMP (symbol->box.x0, reading->line.box.x0, reading->line.box.x1);
    double x1 = CLAMP (symbol->box.x1, x0, reading->line.box.x1);

    glyph.recognition = judge_symbol (reading, symbol);
    glyph.box = (ZbBox){ x0 * work->scale, top, MAX (x1, x0 + 1) * work->scale, top + height };
    if (reading->line.lines > 1) {
      glyph.box.y0 = symbol->box.y0 * work->scale;
      glyph.box.y1 = symbol->box.y1 * work->scale;
    }
    g_array_append_val (glyphs, glyph);
  }
  if (reading->number && glyphs->len > start) {
    g_array_index (glyphs, ZbGlyph, start).box.x0 = reading->line.box.x0 * work->scale;
    g_array_index (glyphs, ZbGlyph, glyphs->len - 1).box.x1 = reading->line.box.x1 * work->scale;
    spread (glyphs, start, glyphs->len);
  } else if (reading->line.lines == 1) {
    part_boxes (glyphs, start);
    even_words (reading, glyphs, start);
    if (glyphs->len > start)
      fill_ends (glyphs, start, height);
  }
}

static void
collect_glyphs (Work *work) {
  double sum = 0;
  guint characters = 0;

  for (guint i = 0; i < work->readings->len; i++) {
    const ZbScanReading *reading = g_ptr_array_index (work->readings, i);

    if (reading->symbols->len == 0 || reading->confidence < LEAST_CONFIDENCE) {
      work->page->unread++;
      continue;
    }
    add_glyphs (work, reading);
    work->page->lines++;
    work->page->doubtful += reading->confidence < SURE || reading->suspect;
    sum += reading->confidence * reading->symbols->len;
    characters += reading->symbols->len;
  }
  work->page->confidence = characters > 0 ? sum / characters : 0;
}

static void
reading_free (gpointer reading) {
  zb_scan_reading_free (reading);
}

/* The pixels as leptonica has them. */
static PIX *
copy_pixels (const ZbScanPicture *picture) {
  PIX *pix = pixCreate ((int) picture->width, (int) picture->height, 32);

  for (guint y = 0; pix != NULL && y < picture->height; y++) {
    guint32 *to = pixGetData (pix) + (gsize) y * (gsize) pixGetWpl (pix);
    const guint32 *from = picture->pixels + (gsize) y * picture->width;

    for (guint x = 0; x < picture->width; x++)
      to[x] = from[x] << 8;
  }
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
  collect_glyphs (&work);
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
zb_scan_page_read (ZbScanRecogniser *recogniser, const ZbScanPicture *picture, guint number) {
  g_autoptr (PIX) pixels = copy_pixels (picture);
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
