/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What recognised text says about numbers; pure, without pictures. */

typedef enum {
  ZB_NUMBER_NONE,    /* no digit, or other words beside it */
  ZB_NUMBER_BROKEN,  /* digits, but no number is written so: 6.318,420.00 */
  ZB_NUMBER_PLAIN,   /* 6318420, -12.5 % */
  ZB_NUMBER_GROUPED, /* 6,318,420.00: the commas prove where the digits stand */
} ZbNumberShape;

/* How the whole of @text, spaces aside, is written. */
ZbNumberShape zb_scan_number_shape (const char *text);

/* Whether @text may be a misread number: mostly digits, points and commas. */
gboolean zb_scan_number_is_likely (const char *text);

/* The digits behind the decimal point of @text, or -1 where it is no number. */
gint zb_scan_number_count_decimals (const char *text);

/* How many characters of @text are digits; how many are points or commas. */
guint zb_scan_number_count_digits (const char *text);
guint zb_scan_number_count_points (const char *text);

/* Whether @character may stand in a number, or may be what a recogniser made of a digit. */
gboolean zb_scan_number_may_hold (gunichar character);

/* Whether both texts are the same but for spaces. */
gboolean zb_scan_number_is_equal (const char *a, const char *b);

/* Whether the reading @other confirms @number: it is the same, or it is no number, and only because
 * points and commas are exchanged, doubled or stand behind it: 493.648236 by 493,648236. */
gboolean zb_scan_number_is_confirmed (const char *number, const char *other);

/* Whether both texts have the same digits, whatever stands between them. */
gboolean zb_scan_number_has_same_digits (const char *a, const char *b);

/* Whether the readings @first and @second of one number leave a doubt about it. */
gboolean zb_scan_number_is_doubtful (const char *first, const char *second);

/* The stretches of digits, points and commas of @text, in order. The caller frees the strings. */
char **zb_scan_number_split (const char *text);

G_END_DECLS
