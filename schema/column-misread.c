/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-misread.h"

#include "quantity.h"

/* Whether the body of column @col is numbers and blanks, and its header was recognised off a picture. */
static gboolean
holds_recognised_numbers (const ZbTable *table, guint col) {
  guint numbers = 0;

  if (table->header_rows == 0
      || !(zb_table_lookup (table, table->header_rows - 1, col)->origin.recognition & ZB_RECOGNISED))
    return FALSE;
  for (guint row = table->header_rows; row < table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);

    if (*cell->text != '\0' && (quantity == NULL || cell->colspan > 1))
      return FALSE;
    numbers += quantity != NULL;
  }
  return numbers > 0;
}

void
zb_columns_settle_misread (GArray *columns, const ZbTable *table) {
  ZbColumn *found = NULL;
  gboolean keys = FALSE;

  for (guint col = 0; col < columns->len; col++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, col);

    if (column->role == ZB_ROLE_VALUE)
      return;
    keys |= column->role == ZB_ROLE_CODE || column->role == ZB_ROLE_LABEL;
    if (column->role != ZB_ROLE_SKIP || !holds_recognised_numbers (table, col))
      continue;
    if (found != NULL)
      return;
    found = column;
  }
  if (found == NULL || !keys)
    return;
  found->role = ZB_ROLE_VALUE;
  found->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
}
