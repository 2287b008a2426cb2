/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-number-reading.h"

#include "scan-code.h"
#include "scan-number.h"

/* The view at which the model of digits reads best, and another whose errors are others. */
static const ZbScanView FIRST = { ZB_SCAN_NUMBERS, 28, FALSE }, AGAIN = { ZB_SCAN_NUMBERS, 30, TRUE };
/* A number none of whose digits is less certain, and whose ink agrees, needs no reading as text: a digit
 * taken for another has less. In a number of so few digits all are less certain. */
static const double PLAIN = 0.98, PLAIN_SHORT = 0.9;
static const guint SHORT = 2;
/* A number with a lower mean is believed only if the text looks like one, too. */
static const double CONVINCING = 0.9;

/* Whether the ink contradicts what was read: fewer or more points, or digits that were not read.
 * Digits that touch are one piece, so too few of them prove nothing. */
static gboolean
contradicts_ink (const ZbScanReading *reading, const ZbScanInk *ink) {
  return ink->points != zb_scan_number_count_points (reading->text)
         || ink->digits > zb_scan_number_count_digits (reading->text) + 2;
}

static gboolean
is_mark (gunichar character) {
  return character == '.' || character == ',';
}

/* The confidence of the least sure of the digits of @symbols that stand behind no point or comma. */
static double
find_least_digit (const GArray *symbols) {
  double least = 1;

  for (guint i = 0; i < symbols->len; i++) {
    const ZbScanSymbol *symbol = &g_array_index (symbols, ZbScanSymbol, i);

    if (!is_mark (symbol->character) && (i == 0 || !is_mark ((symbol - 1)->character)))
      least = MIN (least, symbol->confidence);
  }
  return least;
}

/* Whether @number is as plain as its ink. */
static gboolean
is_plain (const ZbScanCandidate *number, const ZbScanInk *ink) {
  return zb_scan_number_shape (number->text) >= ZB_NUMBER_PLAIN && zb_scan_ink_shows (ink, number->text)
         && !zb_scan_code_is_likely (number->text)
         && find_least_digit (number->symbols) >= (number->symbols->len <= SHORT ? PLAIN_SHORT : PLAIN);
}

/* Whether another view has the digits of @number, too. The recogniser shares its confidence in a digit
 * behind a point between the digit and a second point, so there it does not tell one taken for another. */
static gboolean
has_same_digits_again (const ZbScanReading *reading, ZbScanRecogniser *recogniser, const ZbScanImage *image,
                       const ZbScanCandidate *number) {
  g_auto (ZbScanCandidate) again = { 0 };

  if (zb_scan_number_count_points (number->text) == 0)
    return TRUE;
  again = zb_scan_candidate_read (recogniser, image, &reading->line, &AGAIN);
  return zb_scan_number_has_same_digits (number->text, again.text);
}

gboolean
zb_scan_number_reading_start (ZbScanReading *reading, const ZbScanInk *ink, ZbScanRecogniser *recogniser,
                              const ZbScanImage *image, ZbScanCandidate *number) {
  if (!ink->narrow || ink->digits == 0 || ink->others > 0)
    return FALSE;
  *number = zb_scan_candidate_read (recogniser, image, &reading->line, &FIRST);
  if (!is_plain (number, ink) || !has_same_digits_again (reading, recogniser, image, number))
    return FALSE;
  for (guint i = 0; i < number->symbols->len; i++) {
    ZbScanSymbol *symbol = &g_array_index (number->symbols, ZbScanSymbol, i);

    symbol->confidence = MAX (symbol->confidence, PLAIN);
  }
  zb_scan_reading_replace (reading, g_array_ref (number->symbols));
  reading->number = TRUE;
  return TRUE;
}

static gboolean
is_number (const ZbScanCandidate *candidate) {
  return zb_scan_number_shape (candidate->text) >= ZB_NUMBER_PLAIN;
}

/* The one of @text and @number, read by different models, that the other confirms; NULL where they
 * differ. */
static const ZbScanCandidate *
choose_confirmed (const ZbScanCandidate *text, const ZbScanCandidate *number) {
  const ZbScanCandidate *best = zb_scan_number_is_confirmed (number->text, text->text) ? number
                          : zb_scan_number_is_confirmed (text->text, number->text) ? text : NULL;

  if (best != NULL)
    zb_scan_reading_confirm (best->symbols, 0, best->symbols->len,
                             best == text ? number->mean : text->mean);
  return best;
}

/* Chooses among the reading as a number, as text and as a number again. Two that agree are right;
 * two of the same model are only where the third has the same digits. Else the surest is kept, and
 * is suspect. */
static const ZbScanCandidate *
choose_number (const ZbScanCandidate *first, const ZbScanCandidate *text, const ZbScanCandidate *again,
               gboolean *suspect) {
  const ZbScanCandidate *best = choose_confirmed (text, again);

  *suspect = FALSE;
  if (best != NULL)
    return best;
  best = first;
  if (is_number (first) && zb_scan_number_is_equal (first->text, again->text)) {
    *suspect = zb_scan_number_is_doubtful (first->text, text->text);
    return first;
  }
  *suspect = TRUE;
  if (is_number (again) && (!is_number (best) || again->least > best->least))
    best = again;
  if (is_number (text) && (!is_number (best) || text->least > best->least))
    best = text;
  return best;
}

void
zb_scan_number_reading_decide (ZbScanReading *reading, const ZbScanInk *ink, ZbScanRecogniser *recogniser,
             const ZbScanImage *image, ZbScanCandidate *number) {
  g_auto (ZbScanCandidate) text = zb_scan_candidate_take (g_array_ref (reading->symbols));
  g_auto (ZbScanCandidate) again = { 0 };
  const ZbScanCandidate *best = NULL;

  if (number->symbols == NULL)
    *number = zb_scan_candidate_read (recogniser, image, &reading->line, &FIRST);
  best = choose_confirmed (&text, number);
  if (zb_scan_number_shape (number->text) != ZB_NUMBER_NONE
      && (number->mean >= MAX (text.mean, CONVINCING) || zb_scan_number_is_likely (text.text))) {
    reading->number = TRUE;
    if (best == NULL) {
      again = zb_scan_candidate_read (recogniser, image, &reading->line, &AGAIN);
      best = choose_number (number, &text, &again, &reading->suspect);
    }
    zb_scan_reading_replace (reading, g_array_ref (best->symbols));
    reading->suspect |= contradicts_ink (reading, ink);
  }
}

void
zb_scan_number_reading_per_cent (ZbScanReading *reading, ZbScanRecogniser *recogniser,
                                 const ZbScanImage *image) {
  g_auto (ZbScanCandidate) first = zb_scan_candidate_read (recogniser, image, &reading->line, &FIRST);
  g_auto (ZbScanCandidate) again = zb_scan_candidate_read (recogniser, image, &reading->line, &AGAIN);

  if (!g_str_equal (first.text, "%") || !g_str_equal (again.text, "%"))
    return;
  zb_scan_reading_confirm (first.symbols, 0, 1, again.mean);
  zb_scan_reading_replace (reading, g_array_ref (first.symbols));
}
