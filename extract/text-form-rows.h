/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-table.h"

G_BEGIN_DECLS

/* The columns of a table of indicators; the score stands behind the weight. */
typedef struct {
  guint level1, level2, level3, weight;
} ZbTextFormColumns;

/* Reads them from @row; FALSE where it is not the head of such a table. */
gboolean zb_text_form_columns_read (ZbTextFormColumns *columns, const GPtrArray *row);

/* Puts the rows of a form back under its head whose writer leaves out the places that a cell from
 * above or from the left covers. */
void zb_text_form_rows_indent (GPtrArray *rows);

G_END_DECLS
