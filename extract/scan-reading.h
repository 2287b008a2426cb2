/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-recogniser.h"

G_BEGIN_DECLS

/* One line as it was understood, after as many looks at it as it needed. */
typedef struct {
  ZbScanLine line;
  GArray *symbols;    /* ZbScanSymbol */
  char *text;         /* of the symbols, a space between words */
  double confidence;  /* mean over the symbols, 0 to 1 */
  gboolean number;    /* the whole line is one number */
  gboolean suspect;   /* it is, and a digit or a point of it may be wrong */
  gint column;        /* of its table; -1 outside tables and in cells of several columns */
} ZbScanReading;

/* Reads @line of @image. The caller frees the result. */
ZbScanReading *zb_scan_reading_new (ZbScanRecogniser *recogniser, const ZbScanImage *image,
                                    const ZbScanLine *line);
void zb_scan_reading_free (ZbScanReading *reading);

/* The text of @symbols, which the caller frees; *@mean takes their mean confidence. */
char *zb_scan_reading_print (const GArray *symbols, double *mean);
/* Another reading with the mean confidence @mean has the same @symbols from @start to @end: each is
 * as sure as two witnesses make it. */
void zb_scan_reading_confirm (GArray *symbols, guint start, guint end, double mean);
/* Puts @take_symbols in the place of what was read. */
void zb_scan_reading_replace (ZbScanReading *reading, GArray *take_symbols);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbScanReading, zb_scan_reading_free)

G_END_DECLS
