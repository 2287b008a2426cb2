/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-lines.h"

G_BEGIN_DECLS

/* A line of more pieces is no number. */
enum { ZB_SCAN_INK_MOST = 40 };

/* What the print of a line consists of, each piece of ink by itself: a witness of numbers that knows
 * nothing of how a recogniser reads. */
typedef struct {
  guint points, digits; /* pieces like a point or a comma; like a digit */
  guint others;         /* marks such as - and % */
  gboolean narrow;      /* none is as wide as a character */
  char pieces[ZB_SCAN_INK_MOST + 1]; /* from left to right, `.`, `0` or `?`; empty where there are more */
} ZbScanInk;

/* Counts the pieces of print of the one line at @box of @ink. */
ZbScanInk zb_scan_ink_count (PIX *ink, const ZbScanBox *box);

/* Whether the pieces are the digits and the points of @text in their order, each by itself, and nothing
 * else. */
gboolean zb_scan_ink_shows (const ZbScanInk *ink, const char *text);

/* Whether the first piece of the line at @box is a bar as wide as a character: 一, and no hyphen. */
gboolean zb_scan_ink_starts_with_bar (PIX *ink, const ZbScanBox *box);

G_END_DECLS
