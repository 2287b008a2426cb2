/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum {
  ZB_TEXT_SUMS_MOST_COLUMNS = 32,
  ZB_TEXT_SUMS_MOST_STEPS = 1000000, /* of one search; in each the amounts of a row are put in some columns */
};

/* The amounts of a row, in millionths, which stand in some of the columns in the order given. */
typedef struct {
  gint64 amounts[ZB_TEXT_SUMS_MOST_COLUMNS];
  guint count;
  const GArray *ways; /* guint32: the columns that they may take, a bit for each; borrowed */
  guint32 columns;    /* those that they take; set by zb_text_sums_solve() */
} ZbTextSumRow;

/* Every way (guint32, as above) in which @count amounts may stand in the first @cols columns; empty where there
 * are too many. The caller unrefs the array. */
GArray *zb_text_sums_every_way (guint count, guint cols);

/* Reads a plain amount, which may have separators of thousands, in millionths. FALSE for anything else. */
gboolean zb_text_sums_read_amount (const char *text, gint64 *amount);

/* Places the amounts of @rows so that the sum of each of @cols columns is its total, where exactly one
 * way of doing so is found. FALSE, and nothing set, where there is none, more than one, or finding out
 * would take more than @steps or ZB_TEXT_SUMS_MOST_STEPS; those taken are taken off @steps. */
gboolean zb_text_sums_solve (ZbTextSumRow *rows, guint count, guint cols, const gint64 *totals,
                             guint *steps);

/* How many columns are among @columns, a bit for each. */
guint zb_text_sums_count_columns (guint32 columns);

G_END_DECLS
