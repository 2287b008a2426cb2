/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-table.h"

G_BEGIN_DECLS

/* A cell of a line of text, between the columns x0 and x1 of a fixed-width print. */
typedef struct {
  char *text;
  guint x0, x1;
  gboolean figure; /* a number, or the dash or slash that stands for none */
} ZbTextWord;

/* The cells of @line: what wide gaps separate, or every word where the line has none. The caller
 * unrefs the array (of ZbTextWord), which frees its texts. */
GArray *zb_text_word_rows_split (const char *line, gboolean *gapped);

/* Rows of the lines @words (arrays as above), each cell in the column under or above which it stands;
 * one that reaches over several columns is a merged one. The caller unrefs the result. */
GPtrArray *zb_text_word_rows_align (const GPtrArray *lines);

G_END_DECLS
