/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/* A text prepared for finding numbers: folded, with the way back and the gaps remembered. */
typedef struct {
  const char *source; /* borrowed */
  char *folded;
  GArray *offsets;    /* as of zb_text_fold_mapped() */
  gboolean cell;      /* it is a cell, which may hold one number and nothing else; unset by zb_number_text_init() */
} ZbNumberText;

/* Borrows @source, which must outlive the result. Release with zb_number_text_clear(). */
void zb_number_text_init (ZbNumberText *text, const char *source);
void zb_number_text_clear (ZbNumberText *text);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbNumberText, zb_number_text_clear)

/* Whether white space of the source stood between bytes @at - 1 and @at of the folded text. */
gboolean zb_number_text_has_gap (const ZbNumberText *text, gsize at);

/* The character of the source that byte @at of the folded text comes from. */
gunichar zb_number_text_source_character (const ZbNumberText *text, gsize at);

/* Whether a decimal digit of any width stands at @at; a circled or raised one is none. */
gboolean zb_number_text_is_digit (const ZbNumberText *text, gsize at);
/* The number of such digits from @at on that have no gap between them. */
gsize zb_number_text_count_digits (const ZbNumberText *text, gsize at);

typedef struct {
  ZbDecimal value;
  gsize length;       /* bytes of the folded text */
  gboolean spaced;    /* white space stood inside */
  gboolean doubtful;  /* plain spaces part its thousands, where two numbers may also stand */
  gboolean truncated; /* ends in a decimal point with nothing behind it */
  gboolean chinese;   /* written with Chinese numerals */
} ZbNumber;

/* The number that begins at byte @at of the folded text; no sign, no unit. White space may stand
 * behind a thousands separator and beside a decimal point, and among the last three digits before
 * the decimals where a separator proves that they are three (1,49 0.47); a no-break or thin space
 * may itself separate thousands, and so may a plain one where every group behind it has three digits
 * and money follows (5 123.4万元), or the number is all of a cell and shows it by decimals. Between
 * other digits it never may: `10 5` are two numbers. FALSE where none begins there (length 0) or it
 * does not fit a decimal (length is what to skip). */
gboolean zb_number_parse (const ZbNumberText *text, gsize at, ZbNumber *number);

G_END_DECLS
