/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

#include "table-join.h"
#include "text-fold.h"

/* What the cells that begin in a column hold, by the most of them. */
typedef enum { HOLDS_NOTHING, HOLDS_WORDS, HOLDS_VALUES } Holding;

static Holding
look_at_column (const ZbTable *table, guint col, guint from) {
  guint words = 0, values = 0;

  for (guint row = from; row < table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = NULL;

    if (cell->row != row || cell->col != col || cell->colspan == table->cols)
      continue;
    folded = zb_text_fold (cell->text);
    if (zb_table_is_value (folded))
      values++;
    else if (*folded != '\0')
      words++;
  }
  return values > words ? HOLDS_VALUES : words > 0 ? HOLDS_WORDS : HOLDS_NOTHING;
}

/* Whether each column of both holds the same, and some hold words and values in both. */
static gboolean
has_same_columns (const ZbTable *table, guint header, const ZbTable *next) {
  gboolean words = FALSE, values = FALSE;

  for (guint col = 0; col < table->cols; col++) {
    Holding above = look_at_column (table, col, header), below = look_at_column (next, col, 0);

    if (above != below && above != HOLDS_NOTHING && below != HOLDS_NOTHING)
      return FALSE;
    words = words || (above == below && above == HOLDS_WORDS);
    values = values || (above == below && above == HOLDS_VALUES);
  }
  return words && values;
}

static guint
header_of (const ZbTable *table) {
  return table->header_rows > 0 ? table->header_rows : zb_table_count_header_rows (table);
}

static gboolean
goes_on (const ZbTable *table, const ZbTable *next) {
  guint header = header_of (table);

  return table->cols == next->cols && header > 0 && header < table->rows && header_of (next) == 0
         && !zb_table_join_starts_anew (table, header, next)
         && has_same_columns (table, header, next);
}

static void
append_rows (ZbTable *table, ZbTable *next) {
  table->header_rows = header_of (table);
  while (next->cells->len > 0) {
    ZbCell *cell = g_ptr_array_steal_index (next->cells, next->cells->len - 1);

    cell->row += table->rows;
    g_ptr_array_add (table->cells, cell);
  }
  zb_table_finish (table);
}

void
zb_tables_resume (ZbDocument *document) {
  guint kept = 0;

  if (document->text_origin != ZB_TEXT_ORIGIN_DIGITAL || document->pages > 0)
    return;
  for (guint i = 1; i < document->blocks->len; i++) {
    ZbBlock *above = g_ptr_array_index (document->blocks, kept);
    ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (above->kind == ZB_BLOCK_TABLE && block->kind == ZB_BLOCK_TABLE
        && goes_on (above->table, block->table)) {
      append_rows (above->table, block->table);
      zb_block_free (block);
      continue;
    }
    g_ptr_array_index (document->blocks, ++kept) = block;
  }
  document->blocks->len = MIN (document->blocks->len, kept + 1);
}
