/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-recogniser.h"

G_BEGIN_DECLS

/* Runs of digits that may hold letters, such as the numbers of projects and of bodies. The alphabet
 * of numbers would make digits of their letters, so they are read with one that has both. */

/* Whether @text, spaces aside, is such a run: digits, and either so many that it is hardly an amount,
 * or with a letter among them that no digit looks like. */
gboolean zb_scan_code_is_likely (const char *text);

/* Whether @code has the digits of @digits, which is the reading of the same print without letters:
 * the letters of @code, none of which looks like a digit, became a digit there or nothing. */
gboolean zb_scan_code_is_confirmed (const char *code, const char *digits);

/* Reads @line, which is one such run and was read as @as_text. Gives what should stand in its place, which
 * the caller unrefs (ZbScanSymbol), or NULL where it may stay; *@certainty is the mean confidence of
 * another reading that agrees with what is then there, as does the ink; 0 where none does. */
GArray *zb_scan_code_read (ZbScanRecogniser *recogniser, const ZbScanImage *image,
                           const ZbScanLine *line, const char *as_text, double *certainty);

G_END_DECLS
