/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* One line of the source. Owned by the array that holds it. */
typedef struct {
  char *raw;           /* as it stands, without the line end */
  char *text;          /* without Markdown marks and character tags; tabs kept, ends not trimmed */
  guint heading_level; /* number of # marks; 0 for none */
  gboolean bold;       /* the whole line was between ** marks */
  gboolean listed;     /* stood behind a list mark */
  gboolean hard_break; /* two trailing spaces: the next line starts anew */
  gboolean blank;      /* white space only */
  gboolean page_start; /* a form feed stands before it */
  gboolean image;      /* nothing but a picture reference */
  gboolean page_number; /* nothing but a page number, or the head of page after page */
  guint width;         /* columns of a fixed-width print: 2 for a CJK character, 1 for others */
} ZbTextLine;

/* The lines of @text in order; the caller unrefs the array (of ZbTextLine *). */
GPtrArray *zb_text_lines_split (const char *text);

/* The line at @index, borrowed; NULL behind the last. */
const ZbTextLine *zb_text_lines_get (const GPtrArray *lines, guint index);

/* The first line from @index on that is not blank; lines->len where none is left. */
guint zb_text_lines_skip_blank (const GPtrArray *lines, guint index);

/* @markup without **bold** marks, character tags (<b>, <sub>, …), backslash escapes and entities;
 * <br> becomes a line feed. The caller frees it. */
char *zb_text_lines_strip_marks (const char *markup);

G_END_DECLS
