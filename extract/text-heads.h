/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-head-words.h"
#include "text-table.h"

G_BEGIN_DECLS

enum { ZB_TEXT_HEADS_MOST_COLUMNS = 32 };

/* A column of a table, by the words over it. A block is what one row says of one thing: code, name
 * and amounts; a form with two sides has two. */
typedef struct {
  ZbHeadWord kind; /* AMOUNT, NAME, CODE, LEVEL, LINE or TEXT */
  guint block;
  gboolean total;   /* the sum of the columns behind it in its block */
  const char *text; /* the lowest word over it; borrowed from the lines read */
  const char *side; /* the highest */
} ZbTextHeadColumn;

/* The column @total holds the sum of the columns @parts, a bit for each. */
typedef struct {
  guint total;
  guint32 parts;
} ZbTextHeadSum;

typedef struct {
  GArray *columns; /* ZbTextHeadColumn */
  GArray *sums;    /* ZbTextHeadSum */
  GPtrArray *rows; /* the head, as zb_text_rows_build() takes it */
  gboolean usual;  /* all of its words stand where they are known to stand */
} ZbTextHeads;

/* The ways in which the @count first of @lines (arrays of ZbTextWord), the words of the head in reading order,
 * may stand over columns. Where @flat, every line is one word, and where a row of the head ends is not known.
 * The caller unrefs the array (of ZbTextHeads *). */
GPtrArray *zb_text_heads_find (const GPtrArray *lines, guint count, gboolean flat);

/* The number of columns of @kind in @block, and in *@first the first of them, where it is not NULL. */
guint zb_text_heads_count (const ZbTextHeads *heads, guint block, ZbHeadWord kind, guint *first);

/* The number of blocks. */
guint zb_text_heads_blocks (const ZbTextHeads *heads);

void zb_text_heads_free (ZbTextHeads *heads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTextHeads, zb_text_heads_free)

G_END_DECLS
