/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-table.h"

G_BEGIN_DECLS

/* From where to where something reaches across a print. */
typedef struct {
  guint x0, x1;
} ZbTextReach;

/* Programs that print text count the places of a line in two ways. */
enum { ZB_TEXT_BY_WIDTH, ZB_TEXT_BY_CHARACTERS, ZB_TEXT_COUNTINGS };

/* A cell of a line of text. */
typedef struct {
  char *text;
  ZbTextReach reach[ZB_TEXT_COUNTINGS]; /* a Chinese character is two places wide, or one */
  gboolean figure; /* a number, or the dash or slash that stands for none */
} ZbTextWord;

/* Whether @text is a number, or the dash or slash that stands for none. */
gboolean zb_text_word_is_figure (const char *text);

/* An empty row (of ZbTextWord), which frees the texts of its words; the caller unrefs it. */
GArray *zb_text_word_rows_new (void);

/* The cells of @line: what wide gaps separate, or every word where the line has none. The caller
 * unrefs the array (of ZbTextWord), which frees its texts. */
GArray *zb_text_word_rows_split (const char *line, gboolean *gapped);

/* Rows of the lines from @first to before @end (arrays as above), each cell in the column that it stands
 * in; the first @heads of them are the head, all columns of which are under its words. NULL where the columns cannot be told apart. The caller
 * unrefs the result. */
GPtrArray *zb_text_word_rows_align (const GPtrArray *lines, guint first, guint end, guint heads);

G_END_DECLS
