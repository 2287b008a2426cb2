/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-head-words.h"
#include "text-table.h"

G_BEGIN_DECLS

/* A column of a table, by the words over it. A block is what one row says of one thing: code, name
 * and amounts; a form with two sides has two. */
typedef struct {
  ZbHeadWord kind; /* AMOUNT, NAME, CODE or LINE */
  guint block;
  gboolean total;   /* the sum of the columns behind it in its block */
  const char *text; /* the lowest word over it; borrowed from the lines read */
} ZbTextHeadColumn;

typedef struct {
  GArray *columns;   /* ZbTextHeadColumn */
  GPtrArray *rows;   /* the head, as zb_text_rows_build() takes it */
} ZbTextHeads;

/* Reads the @count first of @lines (arrays of ZbTextWord), the words of the head in reading order. FALSE
 * where they do not say which stands over which. The caller clears @heads in either case. */
gboolean zb_text_heads_read (const GPtrArray *lines, guint count, ZbTextHeads *heads);

void zb_text_heads_clear (ZbTextHeads *heads);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbTextHeads, zb_text_heads_clear)

G_END_DECLS
