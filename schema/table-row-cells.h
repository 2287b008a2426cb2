/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-columns.h"

G_BEGIN_DECLS

/* The texts of the key cells of one row, each cell once; borrowed from the table. */
typedef struct {
  GString *code;       /* digits of the code columns put together: 204 | 06 | 01; owned */
  const char *label, *unit;
  const char *economic; /* a name or code of the economic classification beside a function's */
  guint levels_above;  /* columns of codes that are blank in front of the first that is not */
  guint columns;       /* how many key columns there are, blank or not */
} ZbRowCells;

/* Reads the key cells of @row in column group @group; @economic: the rows are of the economic classification. */
void zb_row_cells_collect (ZbRowCells *cells, const ZbTable *table, const GArray *columns, guint row,
                           guint group, gboolean economic);
/* Where no column has the code, takes the one in front of the name. */
void zb_row_cells_split_code (ZbRowCells *cells);
void zb_row_cells_clear (ZbRowCells *cells);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbRowCells, zb_row_cells_clear)

/* Whether the folded @word is one for a total: 合计, 小计. */
gboolean zb_row_is_total_word (const char *word);

/* The year that @row prints in a column of years; 0 where there is none. */
guint zb_row_find_year (const ZbTable *table, const GArray *columns, guint row);

/* How the codes of @row were read, as far as no name beside them proves them. */
ZbRecognition zb_row_recognition_of_codes (const ZbMapper *mapper, const ZbTable *table,
                                           const GArray *columns, guint row, guint group);

G_END_DECLS
