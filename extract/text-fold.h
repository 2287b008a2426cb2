/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text made comparable: NFKC (so full-width forms, circled digits and compatibility radicals
 * become plain), all white space removed, brackets and quotes of every style made one, letters
 * lower-cased. For matching only, never for showing. The caller frees it. */
char *zb_text_fold (const char *text);

/* As zb_text_fold(), and (*@offsets)[i] is the byte of @text from which byte i of the folded text
 * comes; it has one entry more, the length of @text. The caller frees both. */
char *zb_text_fold_mapped (const char *text, GArray **offsets);

/* Appends @line to @text as the next line of the same paragraph or cell: no space between two
 * CJK characters or beside CJK punctuation, one space between Latin words. */
void zb_text_append_line (GString *text, const char *line);

/* As zb_text_append_line() for a line break that somebody typed, as in Word or HTML, so that it never
 * cuts a number: a space keeps two digits apart. */
void zb_text_append_typed_line (GString *text, const char *line);

/* Whether @character is Han, kana, full-width or CJK punctuation. */
gboolean zb_character_is_cjk (gunichar character);

/* @text with white space at both ends removed (ideographic and no-break spaces too) and inner
 * runs of it made one space. The caller frees it. */
char *zb_text_trim (const char *text);

/* The number of characters of @text that are not white space. */
guint64 zb_text_count_glyphs (const char *text);

G_END_DECLS
