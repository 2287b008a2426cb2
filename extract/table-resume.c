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

/* What its columns hold below the first @header rows; the caller unrefs the array. */
static GArray *
look_at_columns (const ZbTable *table, guint header) {
  GArray *holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  for (guint col = 0; col < table->cols; col++) {
    Holding holding = look_at_column (table, col, header);

    g_array_append_val (holdings, holding);
  }
  return holdings;
}

/* Whether each column holds the same, and some hold words and some values in both. */
static gboolean
has_same_columns (const GArray *holdings, const ZbTable *next) {
  gboolean words = FALSE, values = FALSE;

  for (guint col = 0; col < holdings->len; col++) {
    Holding above = g_array_index (holdings, Holding, col), below = look_at_column (next, col, 0);

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

static ZbTable *
table_at (const ZbDocument *document, guint i) {
  const ZbBlock *block = g_ptr_array_index (document->blocks, i);

  return block->kind == ZB_BLOCK_TABLE ? block->table : NULL;
}

/* The number of tables directly below the one at @at that go on with it. */
static guint
count_parts (const ZbDocument *document, guint at) {
  const ZbTable *table = table_at (document, at), *next = NULL;
  guint header, count = 0;
  g_autoptr (GArray) holdings = NULL;

  if (table == NULL || at + 1 == document->blocks->len || table_at (document, at + 1) == NULL)
    return 0;
  header = header_of (table);
  if (header == 0 || header >= table->rows)
    return 0;
  holdings = look_at_columns (table, header);
  while (at + count + 1 < document->blocks->len) {
    next = table_at (document, at + count + 1);
    if (next == NULL || next->cols != table->cols || header_of (next) > 0
        || zb_table_join_starts_anew (table, header, next) || !has_same_columns (holdings, next))
      break;
    count++;
  }
  return count;
}

static void
append_rows (ZbTable *table, ZbTable *next) {
  guint count = next->cells->len;
  gpointer *cells = g_ptr_array_steal (next->cells, NULL);

  for (guint i = 0; i < count; i++) {
    ((ZbCell *) cells[i])->row += table->rows;
    g_ptr_array_add (table->cells, cells[i]);
  }
  g_free (cells);
  table->rows += next->rows;
}

void
zb_tables_resume (ZbDocument *document) {
  if (document->text_origin != ZB_TEXT_ORIGIN_DIGITAL || document->pages > 0)
    return;
  for (guint i = 0; i < document->blocks->len; i++) {
    guint parts = count_parts (document, i);
    ZbTable *table = table_at (document, i);

    if (parts == 0)
      continue;
    table->header_rows = header_of (table);
    for (guint part = 1; part <= parts; part++)
      append_rows (table, table_at (document, i + part));
    zb_table_finish (table);
    g_ptr_array_remove_range (document->blocks, i + 1, parts);
  }
}
