/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-indicator-columns.h"
#include "text-table.h"

G_BEGIN_DECLS

enum { ZB_INDICATOR_MOST_COLUMNS = 16 };

/* A cell of a table of indicators, or a word of one; an empty text where a blank is told. Owned by its array. */
typedef struct {
  char *text;
  guint line;
} ZbIndicatorCell;

/* Such a table while it is read; lives on the finder's stack. */
typedef struct {
  GArray *labels, *heads, *cells; /* ZbIndicatorCell: words before the head, the head, and what is under it */
  ZbIndicatorColumn kinds[ZB_INDICATOR_MOST_COLUMNS];
  guint cols, name; /* columns, and that of the name, behind which that of the relation is */
  gboolean flat;    /* a cell a line; else a row a line */
  gboolean barred;  /* blanks are told */
} ZbIndicatorTable;

/* An empty array of cells; the caller unrefs it. */
GArray *zb_text_indicator_cells_new (void);

/* Appends the rows of @table to @rows, as zb_text_rows_build() takes them; those whose amounts are not certain to
 * stand in some columns stay as printed, in one cell, and are counted in *@unplaced. Returns the line behind the last
 * cell of the table; 0 where it has no rows. */
guint zb_text_indicator_rows_read (const ZbIndicatorTable *table, GPtrArray *rows, guint *unplaced);

G_END_DECLS
