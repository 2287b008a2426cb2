/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-file.h"

#include <leptonica/allheaders.h>
#include <math.h>

#include "scan-image.h"

/* Inches: the longer side of A4; the least and the most that a sheet of paper has. */
static const double A4_LONG = 11.69, LEAST_SIDE = 3, MOST_SIDE = 34;
/* Screens have the one, no scanner more than the other. */
static const double LEAST_DPI = 96, MOST_DPI = 600;
/* Recognition is at home between these; other pictures are scaled to the third. */
static const double FINE = 220, COARSE = 360, WANTED = 300;
/* A picture with more pixels is an attack or a poster. */
static const double MAX_DECODED = 150e6;

/* The number that the @count bytes at @at make. */
static guint64
read_number (const guint8 *at, guint count, gboolean little) {
  guint64 number = 0;

  for (guint i = 0; i < count; i++)
    number = number << 8 | at[little ? count - 1 - i : i];
  return number;
}

guint
zb_scan_file_count_tiff (GBytes *bytes, guint limit) {
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean little = length > 0 && data[0] == 'I';
  guint64 at = length >= 8 ? read_number (data + 4, 4, little) : 0;
  guint pages = 0;

  while (at != 0 && at + 2 <= length && pages <= limit) {
    guint64 next = at + 2 + 12 * read_number (data + at, 2, little);

    pages++;
    at = next + 4 <= length ? read_number (data + next, 4, little) : 0;
  }
  return pages;
}

double
zb_scan_file_guess_dpi (guint width, guint height, double stated) {
  double longer = MAX (width, height);

  if (stated > 0 && longer / stated >= LEAST_SIDE && longer / stated <= MOST_SIDE)
    return stated;
  return CLAMP (longer / A4_LONG, LEAST_DPI, MOST_DPI);
}

static gpointer
open_file (GBytes *bytes, GError **error) {
  return g_bytes_ref (bytes);
}

static void
close_file (gpointer source) {
  g_bytes_unref (source);
}

/* The picture of page @number as it is stored. */
static PIX *
decode (GBytes *bytes, guint number, GError **error) {
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  int format = 0, width = 0, height = 0;
  PIX *pix = NULL;

  setMsgSeverity (L_SEVERITY_NONE);
  findFileFormatBuffer (data, &format);
  if (format == IFF_PNG || format == IFF_JFIF_JPEG) {
    if (pixReadHeaderMem (data, length, NULL, &width, &height, NULL, NULL, NULL) == 0
        && (double) width * height <= MAX_DECODED)
      pix = pixReadMem (data, length);
  } else if (readHeaderMemTiff (data, length, (int) number - 1, &width, &height, NULL, NULL, NULL,
                                NULL, NULL) == 0
             && (double) width * height <= MAX_DECODED)
    pix = pixReadMemTiff (data, length, (int) number - 1);
  if (pix == NULL)
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the picture is damaged or too large");
  return pix;
}

static ZbScanPicture *
copy_picture (PIX *pix, double dpi) {
  g_autoptr (PIX) plain = pixRemoveColormap (pix, REMOVE_CMAP_BASED_ON_SRC);
  g_autoptr (PIX) colours = plain != NULL ? pixConvertTo32 (plain) : NULL;
  ZbScanPicture *picture;

  if (colours == NULL)
    return NULL;
  picture = zb_scan_picture_new ((guint) pixGetWidth (colours), (guint) pixGetHeight (colours), dpi);
  for (guint y = 0; y < picture->height; y++) {
    const guint32 *from = pixGetData (colours) + (gsize) y * (gsize) pixGetWpl (colours);
    guint32 *to = picture->pixels + (gsize) y * picture->width;

    for (guint x = 0; x < picture->width; x++)
      to[x] = from[x] >> 8;
  }
  return picture;
}

static ZbScanPicture *
draw (gpointer source, guint number, GError **error) {
  g_autoptr (PIX) pix = decode (source, number, error);
  g_autoptr (PIX) scaled = NULL;
  ZbScanPicture *picture = NULL;
  double dpi, pixels, factor = 1;

  if (pix == NULL)
    return NULL;
  dpi = zb_scan_file_guess_dpi ((guint) pixGetWidth (pix), (guint) pixGetHeight (pix),
                                pixGetXRes (pix));
  if (dpi < FINE || dpi > COARSE)
    factor = WANTED / dpi;
  pixels = (double) pixGetWidth (pix) * pixGetHeight (pix) * factor * factor;
  if (pixels > ZB_SCAN_MAX_PIXELS)
    factor *= sqrt (ZB_SCAN_MAX_PIXELS / pixels);
  scaled = factor != 1 ? pixScale (pix, (float) factor, (float) factor) : pixClone (pix);
  if (scaled != NULL)
    picture = copy_picture (scaled, dpi * factor);
  if (picture == NULL)
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the picture cannot be used");
  return picture;
}

const ZbScanSource zb_scan_file_source = {
  .open = open_file,
  .draw = draw,
  .close = close_file,
};
