/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-reading.h"

#include "scan-code.h"
#include "scan-marks.h"
#include "scan-number.h"
#include "scan-sentence.h"
#include "scan-sign.h"

/* The views at which the models read best, each with another whose errors are others. */
static const ZbScanView TEXT[] = { { ZB_SCAN_TEXT, 44, TRUE }, { ZB_SCAN_TEXT, 26, FALSE },
                                   { ZB_SCAN_TEXT, 36, TRUE } };
static const ZbScanView NUMBER = { ZB_SCAN_NUMBERS, 28, FALSE },
                        NUMBER_AGAIN = { ZB_SCAN_NUMBERS, 30, TRUE };
/* A line with a lower mean is read again. */
static const double CONVINCING = 0.9;
/* A line none of whose characters is less certain is not read again. */
static const double CERTAIN = 0.95;
/* A number none of whose digits is less certain, and whose ink agrees, needs no second reading. */
static const double PLAIN = 0.9;
/* Where this share of a column's numbers, and so many, have equally many decimals, all should. */
static const double NEARLY_ALL = 0.8;
static const guint ENOUGH = 4;
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

/* Whether the ink contradicts what was read: fewer or more points, or digits that were not read.
 * Digits that touch are one piece, so too few of them prove nothing. */
static gboolean
contradicts_ink (const ZbScanReading *reading, const ZbScanInk *ink) {
  return ink->points != zb_scan_number_count_points (reading->text)
         || ink->digits > zb_scan_number_count_digits (reading->text) + 2;
}

/* Whether the ink shows just the digits and points that were read, each by itself. */
static gboolean
confirms_ink (const char *text, const ZbScanInk *ink) {
  return ink->points == zb_scan_number_count_points (text)
         && ink->digits == zb_scan_number_count_digits (text) && ink->others == 0;
}

static double
find_least (const GArray *symbols) {
  double least = 1;

  for (guint i = 0; i < symbols->len; i++)
    least = MIN (least, g_array_index (symbols, ZbScanSymbol, i).confidence);
  return symbols->len > 0 ? least : 0;
}

/* One reading of a number. */
typedef struct {
  GArray *symbols; /* ZbScanSymbol */
  char *text;
  double mean, least;
} Candidate;

static Candidate
read_candidate (const ZbScanReading *reading, const ZbScanView *view, ZbScanRecogniser *recogniser,
                const ZbScanImage *image) {
  Candidate candidate = { 0 };

  candidate.symbols = zb_scan_recogniser_read (recogniser, image->grey, &reading->line, view);
  candidate.text = zb_scan_reading_print (candidate.symbols, &candidate.mean);
  candidate.least = find_least (candidate.symbols);
  return candidate;
}

static void
candidate_clear (Candidate *candidate) {
  g_clear_pointer (&candidate->symbols, g_array_unref);
  g_clear_pointer (&candidate->text, g_free);
}

/* Reads a line that looks like a number as one, into *@number; TRUE where there can be no doubt about
 * it. */
static gboolean
read_plain_number (ZbScanReading *reading, const ZbScanInk *ink, ZbScanRecogniser *recogniser,
                   const ZbScanImage *image, Candidate *number) {
  if (!ink->narrow || ink->digits == 0 || ink->others > 0)
    return FALSE;
  *number = read_candidate (reading, &NUMBER, recogniser, image);
  if (number->least < PLAIN || zb_scan_code_is_likely (number->text)
      || zb_scan_number_shape (number->text) < ZB_NUMBER_PLAIN || !confirms_ink (number->text, ink))
    return FALSE;
  zb_scan_reading_replace (reading, g_array_ref (number->symbols));
  reading->number = TRUE;
  return TRUE;
}

static gboolean
is_number (const Candidate *candidate) {
  return zb_scan_number_shape (candidate->text) >= ZB_NUMBER_PLAIN;
}

/* The one of @text and @number, read by different models, that the other confirms; NULL where they
 * differ. */
static const Candidate *
choose_confirmed (const Candidate *text, const Candidate *number) {
  const Candidate *best = zb_scan_number_is_confirmed (number->text, text->text) ? number
                          : zb_scan_number_is_confirmed (text->text, number->text) ? text : NULL;

  if (best != NULL)
    zb_scan_reading_confirm (best->symbols, 0, best->symbols->len,
                             best == text ? number->mean : text->mean);
  return best;
}

/* Chooses among the reading as a number, as text and as a number again. Two that agree are right;
 * two of the same model are only where the third has the same digits. Else the surest is kept, and
 * is suspect. */
static const Candidate *
choose_number (const Candidate *first, const Candidate *text, const Candidate *again,
               gboolean *suspect) {
  const Candidate *best = choose_confirmed (text, again);

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

/* Reads what may be a number with the alphabet of numbers, unless *@number is that reading already; a
 * second look at it decides where the two alphabets disagree. */
static void
read_number (ZbScanReading *reading, const ZbScanInk *ink, ZbScanRecogniser *recogniser,
             const ZbScanImage *image, Candidate *number) {
  Candidate text = { g_array_ref (reading->symbols), g_strdup (reading->text), reading->confidence,
                     find_least (reading->symbols) };
  Candidate again = { 0 };
  const Candidate *best = NULL;

  if (number->symbols == NULL)
    *number = read_candidate (reading, &NUMBER, recogniser, image);
  best = choose_confirmed (&text, number);
  if (zb_scan_number_shape (number->text) != ZB_NUMBER_NONE
      && (number->mean >= MAX (text.mean, CONVINCING) || zb_scan_number_is_likely (text.text))) {
    reading->number = TRUE;
    if (best == NULL) {
      again = read_candidate (reading, &NUMBER_AGAIN, recogniser, image);
      best = choose_number (number, &text, &again, &reading->suspect);
    }
    zb_scan_reading_replace (reading, g_array_ref (best->symbols));
    reading->suspect |= contradicts_ink (reading, ink);
  }
  candidate_clear (&text);
  candidate_clear (&again);
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
is_same_number (const char *text, const Candidate *number) {
  return number->text != NULL && (zb_scan_number_is_confirmed (text, number->text)
                                  || zb_scan_number_is_confirmed (number->text, text));
}

/* Reads the line in one view after the other until one convinces; keeps the best. */
static void
read_text (ZbScanReading *reading, ZbScanRecogniser *recogniser, const ZbScanImage *image,
           const Candidate *number) {
  double best = -1;

  for (guint i = 0; i < G_N_ELEMENTS (TEXT); i++) {
    g_autoptr (GArray) symbols
      = zb_scan_recogniser_read (recogniser, image->grey, &reading->line, &TEXT[i]);
    gboolean odd = is_odd (symbols);
    double mean, least = find_least (symbols);
    g_autofree char *text = zb_scan_reading_print (symbols, &mean);

    if (mean + least - odd > best) {
      best = mean + least - odd;
      zb_scan_reading_replace (reading, g_steal_pointer (&symbols));
    }
    if (!odd && (least >= CERTAIN || (i > 0 && reading->confidence >= CONVINCING)
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

/* A per cent sign by itself is in the alphabet of numbers, but no number. */
static void
read_per_cent (ZbScanReading *reading, ZbScanRecogniser *recogniser, const ZbScanImage *image) {
  Candidate first = read_candidate (reading, &NUMBER, recogniser, image);
  Candidate again = read_candidate (reading, &NUMBER_AGAIN, recogniser, image);

  if (g_str_equal (first.text, "%") && g_str_equal (again.text, "%")) {
    zb_scan_reading_confirm (first.symbols, 0, 1, again.mean);
    zb_scan_reading_replace (reading, g_array_ref (first.symbols));
  }
  candidate_clear (&first);
  candidate_clear (&again);
}

/* Reads a line that is no plain number; *@number is what the model of numbers made of it, or nothing
 * yet. */
static void
read_words (ZbScanReading *reading, const ZbScanInk *ink, ZbScanRecogniser *recogniser,
            const ZbScanImage *image, Candidate *number) {
  const ZbScanLine *line = &reading->line;

  read_text (reading, recogniser, image, number);
  if (line->lines == 1 && !zb_scan_code_is_likely (reading->text)
      && (is_narrow (line) || zb_scan_number_is_likely (reading->text)))
    read_number (reading, ink, recogniser, image, number);
  if (line->lines == 1 && is_narrow (line) && !reading->number && reading->confidence < CONVINCING)
    read_per_cent (reading, recogniser, image);
  if (!reading->number) {
    zb_scan_marks_pair (reading->symbols);
    zb_scan_sentence_confirm (reading, recogniser, image);
    reading->number = zb_scan_number_shape (reading->text) >= ZB_NUMBER_PLAIN;
  }
}

ZbScanReading *
zb_scan_reading_new (ZbScanRecogniser *recogniser, const ZbScanImage *image, const ZbScanLine *line) {
  ZbScanReading *reading = g_new0 (ZbScanReading, 1);
  ZbScanInk ink = { 0 };
  Candidate number = { 0 };

  reading->line = *line;
  reading->column = -1;
  if (line->lines == 1) {
    ink = zb_scan_lines_count (image->ink, &line->box);
    if (read_sign (reading, image))
      return reading;
  }
  if (line->lines != 1 || !read_plain_number (reading, &ink, recogniser, image, &number))
    read_words (reading, &ink, recogniser, image, &number);
  candidate_clear (&number);
  return reading;
}

void
zb_scan_reading_free (ZbScanReading *reading) {
  g_array_unref (reading->symbols);
  g_free (reading->text);
  g_free (reading);
}

/* The number of decimals that nearly all numbers of @column have, or -1. */
static gint
find_decimals (const GPtrArray *readings, gint column) {
  guint counts[8] = { 0 }, all = 0;

  for (guint i = 0; i < readings->len; i++) {
    const ZbScanReading *reading = g_ptr_array_index (readings, i);
    gint decimals = reading->column == column && reading->number
                      ? zb_scan_number_count_decimals (reading->text) : -1;

    if (decimals < 0 || g_str_equal (reading->text, "0"))
      continue;
    all++;
    counts[MIN (decimals, 7)]++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (all >= ENOUGH && counts[i] >= NEARLY_ALL * all)
      return (gint) i;
  return -1;
}

void
zb_scan_reading_compare_columns (GPtrArray *readings) {
  gint columns = 0;

  for (guint i = 0; i < readings->len; i++)
    columns = MAX (columns, ((const ZbScanReading *) g_ptr_array_index (readings, i))->column + 1);
  for (gint column = 0; column < columns; column++) {
    gint decimals = find_decimals (readings, column);

    for (guint i = 0; decimals >= 0 && i < readings->len; i++) {
      ZbScanReading *reading = g_ptr_array_index (readings, i);

      if (reading->column == column && reading->number && !g_str_equal (reading->text, "0")
          && zb_scan_number_count_decimals (reading->text) != decimals)
        reading->suspect = TRUE;
    }
  }
}
