/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-reading.h"

#include "scan-code.h"
#include "scan-marks.h"
#include "scan-number-reading.h"
#include "scan-number.h"
#include "scan-sentence.h"
#include "scan-sign.h"

/* The views at which the models read best, each with another whose errors are others. */
static const ZbScanView TEXT[] = { { ZB_SCAN_TEXT, 44, TRUE }, { ZB_SCAN_TEXT, 26, FALSE },
                                   { ZB_SCAN_TEXT, 36, TRUE } };
/* A line with a lower mean is read again. */
static const double CONVINCING = 0.9;
/* A line none of whose characters is less certain is not read again. */
static const double CERTAIN = 0.95;
/* A line not wider than this many heights may be a short number. */
static const double NARROW = 1.6;
/* No sign is wider than this many of its heights. */
static const double SIGN = 4;

char *
zb_scan_reading_print (const GArray *symbols, double *mean) {
  GString *text = g_string_new (NULL);
  double sum = 0;

  for (guint i = 0; i < symbols->len; i++) {
    const ZbScanSymbol *symbol = &g_array_index (symbols, ZbScanSymbol, i);

    if (i > 0 && symbol->starts_word)
      g_string_append_c (text, ' ');
    g_string_append_unichar (text, symbol->character);
    sum += symbol->confidence;
  }
  *mean = symbols->len > 0 ? sum / symbols->len : 0;
  return g_string_free (text, FALSE);
}

void
zb_scan_reading_confirm (GArray *symbols, guint start, guint end, double mean) {
  for (guint i = start; i < end; i++) {
    ZbScanSymbol *symbol = &g_array_index (symbols, ZbScanSymbol, i);

    symbol->confidence = 1 - (1 - symbol->confidence) * (1 - mean);
  }
}

void
zb_scan_reading_replace (ZbScanReading *reading, GArray *take_symbols) {
  g_clear_pointer (&reading->symbols, g_array_unref);
  g_free (reading->text);
  reading->symbols = take_symbols;
  reading->text = zb_scan_reading_print (take_symbols, &reading->confidence);
}

/* Pairs that reports hardly print, and that the recogniser makes of 支出, 收支 and 金 without a doubt.
 * A line that holds one is looked at again; only another look can put it right. */
static gboolean
is_odd (const GArray *symbols) {
  static const gunichar ODD[][2] = { { 0x6587, 0x51FA } /* 文出 */, { 0x6536, 0x6587 } /* 收文 */,
                                   { 0x4EBA, 0x91D1 } /* 人金 */ };

  for (guint i = 0; i + 1 < symbols->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ODD); j++)
      if (g_array_index (symbols, ZbScanSymbol, i).character == ODD[j][0]
          && g_array_index (symbols, ZbScanSymbol, i + 1).character == ODD[j][1])
        return TRUE;
  return FALSE;
}

/* Whether @text is the number that the other model read, too: no further view could be surer. */
static gboolean
is_same_number (const char *text, const ZbScanCandidate *number) {
  return number->text != NULL && (zb_scan_number_is_confirmed (text, number->text)
                                  || zb_scan_number_is_confirmed (number->text, text));
}

/* Reads the line in one view after the other until one convinces; keeps the best. */
static void
read_text (ZbScanReading *reading, ZbScanRecogniser *recogniser, const ZbScanImage *image,
           const ZbScanCandidate *number) {
  double best = -1;

  for (guint i = 0; i < G_N_ELEMENTS (TEXT); i++) {
    g_auto (ZbScanCandidate) look
      = zb_scan_candidate_read (recogniser, image, &reading->line, &TEXT[i]);
    gboolean odd = is_odd (look.symbols);

    if (look.mean + look.least - odd > best) {
      best = look.mean + look.least - odd;
      zb_scan_reading_replace (reading, g_array_ref (look.symbols));
    }
    if (!odd && (look.least >= CERTAIN || (i > 0 && reading->confidence >= CONVINCING)
                 || is_same_number (reading->text, number)))
      break;
  }
}

/* A single digit or two: the model of the text takes them for characters. */
static gboolean
is_narrow (const ZbScanLine *line) {
  return line->box.x1 - line->box.x0 < NARROW * (line->box.y1 - line->box.y0);
}

/* A sign by itself, which its shape tells better than the recogniser. */
static gboolean
read_sign (ZbScanReading *reading, const ZbScanImage *image) {
  const ZbScanLine *line = &reading->line;
  gboolean short_line = line->box.x1 - line->box.x0 < SIGN * (line->box.y1 - line->box.y0);
  ZbScanSymbol symbol = { short_line ? zb_scan_sign_read (image->ink, &line->box) : 0, CERTAIN, line->box,
                          TRUE, FALSE };
  GArray *symbols = NULL;

  if (symbol.character == 0)
    return FALSE;
  symbols = g_array_new (FALSE, FALSE, sizeof (ZbScanSymbol));
  g_array_append_val (symbols, symbol);
  zb_scan_reading_replace (reading, symbols);
  return TRUE;
}

/* The recogniser hardly tells 一 from a hyphen; its ink does. */
static void
restore_one (ZbScanReading *reading, const ZbScanImage *image) {
  ZbScanSymbol *first = &g_array_index (reading->symbols, ZbScanSymbol, 0);

  if (reading->symbols->len < 2 || first->character != '-'
      || g_unichar_get_script ((first + 1)->character) != G_UNICODE_SCRIPT_HAN
      || !zb_scan_ink_starts_with_bar (image->ink, &reading->line.box))
    return;
  first->character = 0x4E00;
  zb_scan_reading_replace (reading, g_array_ref (reading->symbols));
}

/* Reads a line that is no plain number; *@number is what the model of numbers made of it, or nothing
 * yet. */
static void
read_words (ZbScanReading *reading, const ZbScanInk *ink, ZbScanRecogniser *recogniser,
            const ZbScanImage *image, ZbScanCandidate *number) {
  const ZbScanLine *line = &reading->line;

  read_text (reading, recogniser, image, number);
  if (line->lines == 1 && !zb_scan_code_is_likely (reading->text)
      && (is_narrow (line) || zb_scan_number_is_likely (reading->text)))
    zb_scan_number_reading_decide (reading, ink, recogniser, image, number);
  if (line->lines == 1 && is_narrow (line) && !reading->number && reading->confidence < CONVINCING)
    zb_scan_number_reading_per_cent (reading, recogniser, image);
  if (!reading->number) {
    zb_scan_marks_pair (reading->symbols);
    if (line->lines == 1)
      restore_one (reading, image);
    zb_scan_sentence_confirm (reading, recogniser, image);
    reading->number = zb_scan_number_shape (reading->text) >= ZB_NUMBER_PLAIN;
  }
}

ZbScanReading *
zb_scan_reading_new (ZbScanRecogniser *recogniser, const ZbScanImage *image, const ZbScanLine *line) {
  ZbScanReading *reading = g_new0 (ZbScanReading, 1);
  ZbScanInk ink = { 0 };
  g_auto (ZbScanCandidate) number = { 0 };

  reading->line = *line;
  reading->column = -1;
  if (line->lines == 1) {
    ink = zb_scan_ink_count (image->ink, &line->box);
    if (read_sign (reading, image))
      return reading;
  }
  if (line->lines != 1 || !zb_scan_number_reading_start (reading, &ink, recogniser, image, &number))
    read_words (reading, &ink, recogniser, image, &number);
  return reading;
}

void
zb_scan_reading_free (ZbScanReading *reading) {
  g_array_unref (reading->symbols);
  g_free (reading->text);
  g_free (reading);
}
