/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-lines.h"

/* Text of official print, in inches: what is lower is no line, what is higher is no usual one. */
static const double LOWEST = 0.055, HIGHEST = 0.45;
/* Strokes of one character lie within this share of the usual height … */
static const double STROKE_GAP = 0.75;
/* … and together are no higher than this many. */
static const double ONE_LINE = 1.3;
/* A band higher than this many usual lines holds several. */
static const double SEVERAL = 1.9;
/* Rows between lines that are joined by specks have this share of the ink of the fullest row. */
static const double SPARSE = 0.05;
/* A gap of so many heights parts columns. */
static const double COLUMN_GAP = 1.8;
/* How often a region is cut across and down in turn. */
static const guint MAX_DEPTH = 4;

/* A digit is narrower than this share of the height of its line. */
static const double NARROW = 0.82;

typedef struct {
  int from, to;
} Span;

typedef struct {
  PIX *ink;
  int usual;
  gboolean parted;
  GArray *lines;
} Search;

/* The spans of @region along one axis that have ink: more than the share @sparse of the fullest. */
static GArray *
find_spans (PIX *ink, const ZbScanBox *region, gboolean rows, double sparse) {
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  BOX *box = boxCreate (region->x0, region->y0, region->x1 - region->x0, region->y1 - region->y0);
  g_autoptr (PIX) part = pixClipRectangle (ink, box, NULL);
  NUMA *counts = NULL;
  Span span = { -1, -1 };
  int start = rows ? region->y0 : region->x0, count;
  float most = 0;

  boxDestroy (&box);
  if (part == NULL)
    return spans;
  counts = rows ? pixCountPixelsByRow (part, NULL) : pixCountPixelsByColumn (part);
  count = numaGetCount (counts);
  numaGetMax (counts, &most, NULL);
  for (int i = 0; i <= count; i++) {
    int pixels = 0;

    if (i < count)
      numaGetIValue (counts, i, &pixels);
    if (pixels > sparse * most && span.from < 0)
      span.from = start + i;
    if (pixels > sparse * most || span.from < 0)
      continue;
    span.to = start + i;
    g_array_append_val (spans, span);
    span.from = -1;
  }
  numaDestroy (&counts);
  return spans;
}

/* Puts the strokes of one character together: 二 is two spans of rows, but one line. */
static void
join_strokes (GArray *spans, int usual) {
  guint kept = 0;

  for (guint i = 1; i < spans->len; i++) {
    Span *before = &g_array_index (spans, Span, kept);
    Span next = g_array_index (spans, Span, i);
    int lower = MIN (before->to - before->from, next.to - next.from);

    if (next.from - before->to <= STROKE_GAP * usual && next.to - before->from <= ONE_LINE * usual
        && lower < 0.6 * usual)
      before->to = next.to;
    else
      g_array_index (spans, Span, ++kept) = next;
  }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

/* Joins spans of columns whose gap is narrower than @gap. */
static void
join_words (GArray *spans, double gap) {
  guint kept = 0;

  for (guint i = 1; i < spans->len; i++) {
    Span next = g_array_index (spans, Span, i);

    if (next.from - g_array_index (spans, Span, kept).to < gap)
      g_array_index (spans, Span, kept).to = next.to;
    else
      g_array_index (spans, Span, ++kept) = next;
  }
  if (spans->len > 0)
    g_array_set_size (spans, kept + 1);
}

static gint
compare_ints (gconstpointer a, gconstpointer b) {
  int left = *(const int *) a, right = *(const int *) b;

  return left < right ? -1 : left > right;
}

int
zb_scan_lines_measure (PIX *ink, double dpi) {
  int lowest = MAX (2, (int) (LOWEST * dpi)), highest = (int) (HIGHEST * dpi), usual;
  BOXA *boxes = pixConnComp (ink, NULL, 8);
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
    int height, width;

    boxaGetBoxGeometry (boxes, i, NULL, NULL, &width, &height);
    if (height >= lowest && height <= highest && width <= 2 * height)
      g_array_append_val (heights, height);
  }
  boxaDestroy (&boxes);
  if (heights->len == 0)
    return MAX (4, (int) (dpi / 7));
  /* parts of characters are lower than characters, so the usual height is above the middle */
  g_array_sort (heights, compare_ints);
  usual = g_array_index (heights, int, heights->len * 3 / 4);
  return MAX (usual, 4);
}

static void find_rows (Search *search, const ZbScanBox *region, guint depth);

static void
add_line (Search *search, const ZbScanBox *box, int height) {
  ZbScanLine line = { .box = *box, .lines = 1 };

  if (height > SEVERAL * search->usual)
    line.lines = (guint) (height / (1.2 * search->usual));
  g_array_append_val (search->lines, line);
}

/* Cuts the row at @region where columns part; a piece may hold several rows again. */
static void
cut_row (Search *search, const ZbScanBox *region, guint depth) {
  g_autoptr (GArray) spans = find_spans (search->ink, region, FALSE, 0);
  int height = region->y1 - region->y0;
  double gap = COLUMN_GAP * MIN (height, 2 * search->usual);

  join_words (spans, search->parted ? gap : G_MAXINT);
  for (guint i = 0; i < spans->len; i++) {
    Span span = g_array_index (spans, Span, i);
    ZbScanBox box = { span.from, region->y0, span.to, region->y1 };

    if (spans->len > 1 && depth < MAX_DEPTH)
      find_rows (search, &box, depth + 1);
    else
      add_line (search, &box, height);
  }
}

/* Cuts @region, which is too high for one line, where specks alone join its lines. */
static void
split_rows (Search *search, const ZbScanBox *region, guint depth) {
  g_autoptr (GArray) spans = find_spans (search->ink, region, TRUE, SPARSE);

  join_strokes (spans, search->usual);
  for (guint i = 0; i < spans->len; i++) {
    Span span = g_array_index (spans, Span, i);
    ZbScanBox row = { region->x0, i > 0 ? span.from : region->y0, region->x1,
                      i + 1 < spans->len ? span.to : region->y1 };

    cut_row (search, &row, depth);
  }
}

static void
find_rows (Search *search, const ZbScanBox *region, guint depth) {
  g_autoptr (GArray) spans = find_spans (search->ink, region, TRUE, 0);

  join_strokes (spans, search->usual);
  for (guint i = 0; i < spans->len; i++) {
    Span span = g_array_index (spans, Span, i);
    ZbScanBox row = { region->x0, span.from, region->x1, span.to };

    if (span.to - span.from > SEVERAL * search->usual)
      split_rows (search, &row, depth);
    else
      cut_row (search, &row, depth);
  }
}

void
zb_scan_lines_find (PIX *ink, const ZbScanBox *region, int usual, gboolean parted, GArray *lines) {
  Search search = { ink, usual, parted, lines };

  if (region->x1 > region->x0 && region->y1 > region->y0)
    find_rows (&search, region, 0);
}

void
zb_scan_lines_snap (PIX *ink, ZbScanBox *box) {
  int reach = box->y1 - box->y0;
  ZbScanBox wide = { MAX (box->x0 - reach, 0), box->y0, MIN (box->x1 + reach, pixGetWidth (ink)),
                     box->y1 };
  g_autoptr (GArray) spans = find_spans (ink, &wide, FALSE, 0);
  ZbScanBox snapped = { G_MAXINT, box->y0, 0, box->y1 };

  for (guint i = 0; i < spans->len; i++) {
    Span span = g_array_index (spans, Span, i);
    int middle = (span.from + span.to) / 2;

    if (middle < box->x0 || middle >= box->x1)
      continue;
    snapped.x0 = MIN (snapped.x0, span.from);
    snapped.x1 = MAX (snapped.x1, span.to);
  }
  if (snapped.x0 < snapped.x1)
    *box = snapped;
}

/* Narrows @box to the @count spans from @start on; FALSE where one of them is no digit. */
static gboolean
keep_spans (const GArray *spans, guint start, guint count, ZbScanBox *box) {
  for (guint i = start; i < start + count; i++) {
    const Span *span = &g_array_index (spans, Span, i);

    if (span->to - span->from >= NARROW * (box->y1 - box->y0))
      return FALSE;
  }
  box->x0 = g_array_index (spans, Span, start).from;
  box->x1 = g_array_index (spans, Span, start + count - 1).to;
  return TRUE;
}

gboolean
zb_scan_lines_keep (PIX *ink, guint count, gboolean last, ZbScanBox *box) {
  g_autoptr (GArray) spans = find_spans (ink, box, FALSE, 0);

  return count > 0 && spans->len >= count
         && keep_spans (spans, last ? spans->len - count : 0, count, box);
}
