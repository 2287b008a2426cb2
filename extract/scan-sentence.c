/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-sentence.h"

#include <string.h>

#include "scan-candidate.h"
#include "scan-code.h"
#include "scan-marks.h"
#include "scan-number.h"

/* The views of numbers, the better one first. */
static const ZbScanView VIEWS[] = { { ZB_SCAN_NUMBERS, 28, FALSE }, { ZB_SCAN_NUMBERS, 30, TRUE } };
/* How far beyond the recogniser's boxes a number may reach, as shares of the line's height. */
static const double REACHES[] = { 0.15, 0.4, 0 };
/* The mean confidence from which on the model of numbers is believed. */
static const double CONVINCING = 0.75;

typedef struct {
  ZbScanReading *reading;
  ZbScanRecogniser *recogniser;
  const ZbScanImage *image;
} Sentence;

/* Whether the symbol at @i was a digit of the number from @start on: print has no quote between a
 * point and digits. */
static gboolean
is_lost_digit (const GArray *symbols, guint start, guint i) {
  const ZbScanSymbol *symbol = &g_array_index (symbols, ZbScanSymbol, i);

  return i >= start + 2 && i + 1 < symbols->len && zb_scan_marks_is_quote (symbol->character)
         && ((symbol - 1)->character == '.' || (symbol - 1)->character == ',')
         && g_unichar_isdigit ((symbol - 2)->character) && g_unichar_isdigit ((symbol + 1)->character);
}

/* The end of the stretch from @start on that may be a number: one past its last symbol. */
static guint
find_stretch (const GArray *symbols, guint start) {
  guint end = start;

  while (end < symbols->len
         && (zb_scan_number_may_hold (g_array_index (symbols, ZbScanSymbol, end).character)
             || is_lost_digit (symbols, start, end)))
    end++;
  return end;
}

/* The text of the symbols from @start to @end without the marks of the sentence around it. */
static char *
print_stretch (const GArray *symbols, guint *start, guint *end) {
  GString *text = g_string_new (NULL);

  while (*end > *start && strchr (".,", (int) g_array_index (symbols, ZbScanSymbol, *end - 1).character))
    --*end;
  while (*end > *start && strchr (".,", (int) g_array_index (symbols, ZbScanSymbol, *start).character))
    ++*start;
  for (guint i = *start; i < *end; i++)
    g_string_append_unichar (text, g_array_index (symbols, ZbScanSymbol, i).character);
  return g_string_free (text, FALSE);
}

/* Where the symbols from @start to @end stand, and the @share of the line's height further: the
 * recogniser's boxes are rough. */
static ZbScanLine
find_place (const Sentence *sentence, guint start, guint end, double share) {
  const ZbScanReading *reading = sentence->reading;
  ZbScanLine line = reading->line;
  int reach = (int) (share * (line.box.y1 - line.box.y0));

  line.box.x0 = g_array_index (reading->symbols, ZbScanSymbol, start).box.x0 - reach;
  line.box.x1 = g_array_index (reading->symbols, ZbScanSymbol, end - 1).box.x1 + reach;
  line.box.x0 = MAX (line.box.x0, reading->line.box.x0);
  line.box.x1 = MIN (line.box.x1, reading->line.box.x1);
  zb_scan_lines_snap (sentence->image->ink, &line.box);
  return line;
}

/* The places where the symbols from @start to @end may stand, the likelier ones first; each once. At an
 * end of the line, the ink itself tells. */
static void
find_places (const Sentence *sentence, guint start, guint end, GArray *places) {
  const ZbScanReading *reading = sentence->reading;
  ZbScanLine place = reading->line;
  gboolean last = end == reading->symbols->len;

  if ((start == 0 || last) && zb_scan_lines_keep (sentence->image->ink, end - start, last, &place.box))
    g_array_append_val (places, place);
  for (guint i = 0; i < G_N_ELEMENTS (REACHES); i++) {
    gboolean known = FALSE;

    place = find_place (sentence, start, end, REACHES[i]);
    for (guint j = 0; j < places->len; j++)
      known |= memcmp (&g_array_index (places, ZbScanLine, j).box, &place.box, sizeof place.box) == 0;
    if (!known)
      g_array_append_val (places, place);
  }
}

/* The model of text makes digits of a per cent sign: 99.79% becomes 99.7996 or 99.799%. */
static gboolean
is_per_cent_of (const char *digits, const char *as_text) {
  gsize length = strlen (digits);

  return length > 1 && digits[length - 1] == '%' && strlen (as_text) > length
         && strncmp (digits, as_text, length - 1) == 0;
}

/* Whether @digits says the same as @as_text. Behind the hyphen between a code and its name, the strokes
 * of the name become digits: 2101501-47 for 2101501-行. */
static gboolean
is_agreed (const char *digits, const char *as_text) {
  return g_str_has_suffix (as_text, "-") ? g_str_has_prefix (digits, as_text)
                                         : g_str_equal (digits, as_text);
}

/* Whether @digits should stand in the place of @as_text: they are a number, hardly a shorter one, and
 * what they replace is none, or took its sign for digits. */
static gboolean
is_better (const char *digits, double mean, const char *as_text) {
  if (zb_scan_number_shape (digits) < ZB_NUMBER_PLAIN || mean < CONVINCING)
    return FALSE;
  return is_per_cent_of (digits, as_text)
         || (zb_scan_number_shape (as_text) < ZB_NUMBER_PLAIN
             && zb_scan_number_count_digits (digits) + 2 >= zb_scan_number_count_digits (as_text));
}

static void
set_doubtful (GArray *symbols, guint start, guint end, gboolean doubtful) {
  for (guint i = start; i < end; i++)
    g_array_index (symbols, ZbScanSymbol, i).doubtful = doubtful;
}

static void
replace_stretch (GArray *symbols, guint start, guint end, const GArray *digits) {
  gboolean starts_word = g_array_index (symbols, ZbScanSymbol, start).starts_word;

  g_array_remove_range (symbols, start, end - start);
  g_array_insert_vals (symbols, start, digits->data, digits->len);
  for (guint i = start; i < start + digits->len; i++)
    g_array_index (symbols, ZbScanSymbol, i).starts_word = i == start && starts_word;
}

/* What is one number has no space in it. */
static void
join_stretch (GArray *symbols, guint start, guint end) {
  for (guint i = start + 1; i < end; i++)
    g_array_index (symbols, ZbScanSymbol, i).starts_word = FALSE;
}

/* Reads the code at @start to @end again, with letters in its alphabet. */
static void
confirm_code (const Sentence *sentence, guint start, guint end, const char *as_text) {
  GArray *symbols = sentence->reading->symbols;
  ZbScanLine line = start == 0 && end == symbols->len
                      ? sentence->reading->line : find_place (sentence, start, end, REACHES[0]);
  double certainty;
  g_autoptr (GArray) code
    = zb_scan_code_read (sentence->recogniser, sentence->image, &line, as_text, &certainty);

  if (code != NULL) {
    replace_stretch (symbols, start, end, code);
    end = start + code->len;
  }
  join_stretch (symbols, start, end);
  zb_scan_reading_confirm (symbols, start, end, certainty);
  set_doubtful (symbols, start, end, certainty == 0);
}

/* Looks at @place in one view after the other, until one agrees with @as_text: TRUE. *@best takes the
 * first that should stand in its place. */
static gboolean
agree_at (const Sentence *sentence, const ZbScanLine *place, const char *as_text, ZbScanCandidate *best) {
  for (guint i = 0; i < G_N_ELEMENTS (VIEWS); i++) {
    g_auto (ZbScanCandidate) look
      = zb_scan_candidate_read (sentence->recogniser, sentence->image, place, &VIEWS[i]);
    gboolean agreed = is_agreed (look.text, as_text);

    if (!agreed && (best->symbols != NULL || !is_better (look.text, look.mean, as_text)))
      continue;
    zb_scan_candidate_clear (best);
    *best = look;
    look = (ZbScanCandidate){ 0 };
    if (agreed)
      return TRUE;
  }
  return FALSE;
}

/* Reads the number at @start to @end again. What both models read is certain; else it stays, or
 * gives way to a better reading, and is marked. */
static void
confirm_stretch (const Sentence *sentence, guint start, guint end, const char *as_text) {
  GArray *symbols = sentence->reading->symbols;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ZbScanLine));
  g_auto (ZbScanCandidate) best = { 0 };

  find_places (sentence, start, end, places);
  for (guint i = 0; i < places->len; i++)
    if (agree_at (sentence, &g_array_index (places, ZbScanLine, i), as_text, &best)) {
      zb_scan_reading_confirm (symbols, start, end, best.mean);
      join_stretch (symbols, start, end);
      return;
    }
  if (best.symbols != NULL) {
    replace_stretch (symbols, start, end, best.symbols);
    end = start + best.symbols->len;
  }
  set_doubtful (symbols, start, end, TRUE);
}

void
zb_scan_sentence_confirm (ZbScanReading *reading, ZbScanRecogniser *recogniser,
                          const ZbScanImage *image) {
  Sentence sentence = { reading, recogniser, image };
  gboolean any = FALSE;

  if (reading->line.lines > 1)
    return;
  for (guint i = 0; i < reading->symbols->len; i++) {
    guint start = i, end = find_stretch (reading->symbols, start), rest;
    g_autofree char *text = print_stretch (reading->symbols, &start, &end);

    if (end <= start || zb_scan_number_count_digits (text) == 0)
      continue;
    rest = reading->symbols->len - end;
    if (zb_scan_code_is_likely (text))
      confirm_code (&sentence, start, end, text);
    else
      confirm_stretch (&sentence, start, end, text);
    any = TRUE;
    i = reading->symbols->len - rest;
  }
  if (any)
    zb_scan_reading_replace (reading, g_array_ref (reading->symbols));
}
