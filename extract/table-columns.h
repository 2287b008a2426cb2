/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-runs.h"

G_BEGIN_DECLS

/* Where the text of one column stands, from x0 to x1. */
typedef struct {
  double x0, x1;
} ZbTextColumn;

/* The columns of the lines @from up to @to, found from the lines that hold values or stand beside
 * such. Runs that share x belong together; one across places that are apart on a line spans them.
 * Returns ZbTextColumn from left to right; the caller unrefs the array. */
GArray *zb_table_columns_new (const ZbTextRuns *runs, guint from, guint to);

/* Cuts the runs of these lines that run from one of the @columns into the next where a gap or the
 * change from words to a number shows the place. */
void zb_table_columns_split_runs (const GArray *columns, ZbTextRuns *runs, guint from, guint to);

/* Says of each run of these lines in which of @columns it stands, and how many it spans. */
void zb_table_columns_place_runs (const GArray *columns, ZbTextRuns *runs, guint from, guint to);

/* Makes room for a column before the column @at, from x0 to x1, or to as much of that as is free; the runs from
 * line @from up to @to, which are placed, keep their columns. */
void zb_table_columns_insert (GArray *columns, guint at, double x0, double x1, ZbTextRuns *runs, guint from,
                              guint to);

/* The column of @box: the one that shares most x with it, or else the nearest. */
guint zb_table_columns_lookup (const GArray *columns, const ZbBox *box);

G_END_DECLS
