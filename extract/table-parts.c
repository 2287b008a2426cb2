/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-parts.h"

/* So many rows must show the columns by their text … */
static const guint MIN_ROWS = 3;
/* … and this share of the rows with text that no edge parts. */
static const double MIN_SHARE = 0.6;

typedef enum {
  BAND_PARTED,  /* an edge parts the row */
  BAND_BLANK,   /* no text */
  BAND_WORDS,   /* text in one column, or across a column line */
  BAND_COLUMNS, /* text in several columns, clear of all lines */
} BandKind;

static double
line_at (const GArray *lines, guint i) {
  return g_array_index (lines, double, i);
}

static gboolean
is_parted (const ZbRaster *raster, guint row) {
  for (guint col = 0; col + 1 < raster->cols; col++)
    if (raster->right[row * raster->cols + col])
      return TRUE;
  return FALSE;
}

/* Whether an edge bounds the whole row above and below. */
static gboolean
is_band (const ZbRaster *raster, guint row) {
  for (guint col = 0; col < raster->cols; col++)
    if ((row > 0 && !raster->below[(row - 1) * raster->cols + col])
        || (row + 1 < raster->rows && !raster->below[row * raster->cols + col]))
      return FALSE;
  return TRUE;
}

static BandKind
get_band_kind (const ZbRaster *raster, const ZbTextRuns *runs, guint row) {
  double top = line_at (raster->ys, row), bottom = line_at (raster->ys, row + 1);
  gint first = -1;
  gboolean several = FALSE;

  if (is_parted (raster, row) || !is_band (raster, row))
    return BAND_PARTED;
  for (guint i = 0; i < runs->runs->len; i++) {
    const ZbBox *box = &g_array_index (runs->runs, ZbTextRun, i).box;
    double middle = (box->y0 + box->y1) / 2;
    gint from = zb_raster_lookup (raster->xs, box->x0), to = zb_raster_lookup (raster->xs, box->x1);

    if (middle < top || middle > bottom || (from < 0 && to < 0))
      continue;
    if (from != to)
      return BAND_WORDS;
    several |= first >= 0 && first != from;
    first = from;
  }
  return several ? BAND_COLUMNS : first >= 0 ? BAND_WORDS : BAND_BLANK;
}

guint
zb_raster_part_bands (ZbRaster *raster, const ZbTextRuns *runs) {
  g_autofree BandKind *kinds = g_new0 (BandKind, raster->rows);
  guint columns = 0, words = 0;

  for (guint row = 0; row < raster->rows; row++) {
    kinds[row] = get_band_kind (raster, runs, row);
    columns += kinds[row] == BAND_COLUMNS;
    words += kinds[row] == BAND_WORDS;
  }
  if (columns < MIN_ROWS || columns < MIN_SHARE * (columns + words))
    return 0;
  for (guint row = 0; row < raster->rows; row++)
    for (guint col = 0; kinds[row] == BAND_COLUMNS && col + 1 < raster->cols; col++)
      raster->right[row * raster->cols + col] = TRUE;
  return columns;
}
