/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-marks.h"

#include "text-fold.h"

static const gunichar OPEN_QUOTE = 0x201C, CLOSE_QUOTE = 0x201D;
static const gunichar OPEN_ANGLE = 0x3008, CLOSE_ANGLE = 0x3009;
/* Words in quotes are no longer than this. */
enum { QUOTED = 4 };

static gunichar
character_at (const GArray *symbols, gint i) {
  return i >= 0 && i < (gint) symbols->len ? g_array_index (symbols, ZbScanSymbol, i).character : 0;
}

static gboolean
is_angle (gunichar character) {
  return character == 0x3008 || character == 0x300A || character == '<' || character == 0x3014;
}

static gboolean
is_closing_bracket (gunichar character) {
  return character == ')' || character == 0xFF09;
}

static gboolean
is_opening_bracket (gunichar character) {
  return character == '(' || character == 0xFF08;
}

gboolean
zb_scan_marks_is_quote (gunichar character) {
  return character == '"' || character == '\'' || character == OPEN_QUOTE || character == CLOSE_QUOTE;
}

/* An angle that a round bracket closes was round. */
static void
pair_brackets (GArray *symbols) {
  for (gint i = 0; i < (gint) symbols->len; i++) {
    gint open = i - 1;

    if (!is_closing_bracket (character_at (symbols, i)))
      continue;
    while (open >= 0 && !is_angle (character_at (symbols, open))
           && !is_opening_bracket (character_at (symbols, open))
           && !is_closing_bracket (character_at (symbols, open)))
      open--;
    if (open >= 0 && is_angle (character_at (symbols, open)))
      g_array_index (symbols, ZbScanSymbol, open).character = '(';
  }
}

/* The small strokes of a quote also come out as an angle: one that a quote closes opens it, and one
 * behind an opening quote is nothing. */
static void
mend_angles (GArray *symbols) {
  for (gint i = 0; i < (gint) symbols->len; i++) {
    gint close = i + 1;

    if (character_at (symbols, i) != '<' && character_at (symbols, i) != 0x3008)
      continue;
    if (i > 0 && zb_scan_marks_is_quote (character_at (symbols, i - 1))) {
      g_array_remove_index (symbols, (guint) i--);
      continue;
    }
    while (close < (gint) symbols->len && close <= i + QUOTED
           && !zb_scan_marks_is_quote (character_at (symbols, close)) && !is_angle (character_at (symbols, close)))
      close++;
    if (zb_scan_marks_is_quote (character_at (symbols, close)))
      g_array_index (symbols, ZbScanSymbol, i).character = OPEN_QUOTE;
  }
}

/* A question mark between characters of one line, where a quote is open, is what closes it. */
static void
pair_quotes (GArray *symbols) {
  gboolean open = FALSE;

  for (gint i = 0; i < (gint) symbols->len; i++) {
    gunichar character = character_at (symbols, i);

    if (zb_scan_marks_is_quote (character)) {
      g_array_index (symbols, ZbScanSymbol, i).character = open ? CLOSE_QUOTE : OPEN_QUOTE;
      open = !open;
    } else if (open && (character == '?' || character == 0xFF1F)
               && zb_character_is_cjk (character_at (symbols, i + 1))) {
      g_array_index (symbols, ZbScanSymbol, i).character = CLOSE_QUOTE;
      open = FALSE;
    }
  }
}

/* A pointed bracket without a partner in its line is one half of a round pair that a line break parts. */
static void
round_lone_angles (GArray *symbols) {
  gint open = -1;

  for (gint i = 0; i < (gint) symbols->len; i++) {
    gunichar character = character_at (symbols, i);

    if (character == CLOSE_ANGLE && open < 0)
      g_array_index (symbols, ZbScanSymbol, i).character = ')';
    if (open >= 0 && character == OPEN_ANGLE)
      g_array_index (symbols, ZbScanSymbol, open).character = '(';
    if (character == OPEN_ANGLE)
      open = i;
    else if (character == CLOSE_ANGLE)
      open = -1;
  }
  if (open >= 0)
    g_array_index (symbols, ZbScanSymbol, open).character = '(';
}

void
zb_scan_marks_pair (GArray *symbols) {
  pair_brackets (symbols);
  mend_angles (symbols);
  pair_quotes (symbols);
  round_lone_angles (symbols);
}
