/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text for a terminal. Documents and file names are other people's: what would move the cursor,
 * change colours or reverse the reading order is shown as U+FFFD. */

/* @text, valid UTF-8, with line breaks and tabs as spaces and nothing else that a terminal obeys.
 * The caller frees it. NULL gives "". */
char *zb_display_text_clean (const char *text);

/* The columns that @text takes: 2 for each wide character, 0 for a combining one. */
guint zb_display_text_width (const char *text);

/* @text cut to at most @width columns, the last one an ellipsis where it was cut, and filled with
 * spaces up to @width: behind it, or before it where @right. The caller frees it. */
char *zb_display_text_fit (const char *text, guint width, gboolean right);

/* Takes the next line of at most @width columns (at least one character) from *@rest, and moves
 * *@rest behind it; filled with spaces up to @width. The caller frees it. */
char *zb_display_text_take_line (const char **rest, guint width);

G_END_DECLS
