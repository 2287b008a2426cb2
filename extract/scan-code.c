/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-code.h"

#include <string.h>

#include "scan-ink.h"
#include "scan-number.h"
#include "scan-reading.h"

/* Two views of codes, and one of their digits alone. */
static const ZbScanView FIRST = { ZB_SCAN_CODES, 28, FALSE }, AGAIN = { ZB_SCAN_CODES, 30, TRUE },
                        DIGITS = { ZB_SCAN_NUMBERS, 28, FALSE };
/* Amounts of so many digits have points or commas. */
static const guint LONG = 8;
/* A shorter run with a letter in it is a code from this length on. */
static const guint SHORT = 4;
/* What recognition makes of digits, or digits of. */
static const char LOOKALIKES[] = "OoIlSsBZzDQbgqi";

static gboolean
is_lookalike (char character) {
  return character != '\0' && strchr (LOOKALIKES, character) != NULL;
}

gboolean
zb_scan_code_is_likely (const char *text) {
  guint digits = 0, letters = 0, sure = 0;

  for (const char *at = text; *at != '\0'; at++) {
    if (*at == ' ' || (*at == '-' && digits + letters > 0))
      continue;
    if (!g_ascii_isalnum (*at))
      return FALSE;
    digits += g_ascii_isdigit (*at);
    letters += g_ascii_isalpha (*at);
    sure += g_ascii_isalpha (*at) && !is_lookalike (*at);
  }
  if (digits < letters)
    return FALSE;
  return digits + letters >= LONG || (sure > 0 && digits + letters >= SHORT);
}

static const char *
skip_spaces (const char *at) {
  return at + strspn (at, " ");
}

gboolean
zb_scan_code_is_confirmed (const char *code, const char *digits) {
  code = skip_spaces (code);
  digits = skip_spaces (digits);
  if (*code == '\0')
    return *digits == '\0';
  if (!g_ascii_isalpha (*code))
    return *code == *digits && zb_scan_code_is_confirmed (code + 1, digits + 1);
  if (is_lookalike (*code))
    return FALSE;
  return zb_scan_code_is_confirmed (code + 1, digits)
         || (*digits != '\0' && zb_scan_code_is_confirmed (code + 1, digits + 1));
}

/* Whether @text has no letter that a digit could not have been taken for. */
static gboolean
has_digits_only (const char *text) {
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalpha (*at) && !is_lookalike (*at))
      return FALSE;
  return TRUE;
}

static guint
count_characters (const char *text) {
  guint count = 0;

  for (const char *at = text; *at != '\0'; at++)
    count += *at != ' ';
  return count;
}

/* More pieces of ink than characters: one was lost, as happens in rows of zeros. */
static gboolean
has_lost_any (const ZbScanImage *image, const ZbScanLine *line, const char *text) {
  ZbScanInk ink = zb_scan_ink_count (image->ink, &line->box);

  return ink.digits + ink.others > count_characters (text);
}

GArray *
zb_scan_code_read (ZbScanRecogniser *recogniser, const ZbScanImage *image, const ZbScanLine *line,
                   const char *as_text, double *certainty) {
  g_autoptr (GArray) first = zb_scan_recogniser_read (recogniser, image->grey, line, &FIRST);
  g_autoptr (GArray) again = NULL, number = NULL;
  double mean, mean_again, mean_number;
  g_autofree char *code = zb_scan_reading_print (first, &mean), *second = NULL, *digits = NULL;

  if (zb_scan_number_is_equal (code, as_text)) {
    *certainty = has_lost_any (image, line, as_text) ? 0 : mean;
    return NULL;
  }
  again = zb_scan_recogniser_read (recogniser, image->grey, line, &AGAIN);
  second = zb_scan_reading_print (again, &mean_again);
  *certainty = 0;
  if (zb_scan_number_is_equal (second, as_text)) {
    *certainty = has_lost_any (image, line, as_text) ? 0 : mean_again;
    return NULL;
  }
  if (!zb_scan_code_is_likely (code) || (has_digits_only (code) && has_digits_only (as_text)))
    return NULL;
  number = zb_scan_recogniser_read (recogniser, image->grey, line, &DIGITS);
  digits = zb_scan_reading_print (number, &mean_number);
  if (zb_scan_number_is_equal (code, second) && zb_scan_code_is_confirmed (code, digits)
      && !has_lost_any (image, line, code))
    *certainty = mean_again;
  return g_steal_pointer (&first);
}
