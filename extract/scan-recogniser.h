/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"
#include "scan-lines.h"

G_BEGIN_DECLS

/* Tesseract, held so that it reads one piece of a page at a time. */
typedef struct ZbScanRecogniser ZbScanRecogniser;

typedef enum {
  ZB_SCAN_TEXT,    /* the languages asked for */
  ZB_SCAN_NUMBERS, /* digits, points, commas, signs and per cents only */
  ZB_SCAN_CODES,   /* digits, capital letters and hyphens only */
} ZbScanAlphabet;

/* One recognised character. */
typedef struct {
  gunichar character;
  double confidence; /* 0 to 1 */
  ZbScanBox box;     /* pixels of the page; as good as the recogniser's guess */
  gboolean starts_word;
  gboolean doubtful; /* part of a number that was read in two ways */
} ZbScanSymbol;

/* How a line is shown to the recogniser. Two views of one line err independently enough that what
 * they agree on can be believed. */
typedef struct {
  ZbScanAlphabet alphabet;
  double height; /* pixels that the line is scaled to; 0: as it is */
  gboolean bare; /* as it is cut, without a search for the line in it: short words come out better */
} ZbScanView;

/* Loads the models of @languages, such as `chi_sim` or `chi_sim+eng`. NULL with @error
 * (ZB_ERROR_UNSUPPORTED) set where one is missing; the message names the Debian package. */
ZbScanRecogniser *zb_scan_recogniser_new (const char *languages, GError **error);
void zb_scan_recogniser_free (ZbScanRecogniser *recogniser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbScanRecogniser, zb_scan_recogniser_free)

/* What decides how recognition with @languages turns out: names and versions of models and
 * program. Results under other settings may differ. The caller frees it. */
char *zb_scan_recogniser_print_settings (const char *languages);

/* Reads @line of @grey. The caller unrefs the array (ZbScanSymbol, white space left out). */
GArray *zb_scan_recogniser_read (ZbScanRecogniser *recogniser, PIX *grey, const ZbScanLine *line,
                                 const ZbScanView *view);

G_END_DECLS
