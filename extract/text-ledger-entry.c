/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include <string.h>

ZbTextLedgerEntry *
zb_text_ledger_entry_new (void) {
  ZbTextLedgerEntry *entry = g_new0 (ZbTextLedgerEntry, 1);

  entry->codes = g_ptr_array_new ();
  entry->names = g_ptr_array_new ();
  entry->amounts = g_ptr_array_new ();
  entry->rest = g_ptr_array_new ();
  return entry;
}

void
zb_text_ledger_entry_free (ZbTextLedgerEntry *entry) {
  g_ptr_array_unref (entry->codes);
  g_ptr_array_unref (entry->names);
  g_ptr_array_unref (entry->amounts);
  g_ptr_array_unref (entry->rest);
  g_free (entry);
}

static void
set_cell (ZbTextLedgerRow *row, guint col, const char *text) {
  g_free (row->cells->pdata[col]);
  row->cells->pdata[col] = g_strdup (text);
}

/* Adds @text to what stands in the cell. */
static void
join_cell (ZbTextLedgerRow *row, guint col, const char *text) {
  char *before = row->cells->pdata[col];

  row->cells->pdata[col]
      = before != NULL ? g_strconcat (before, " ", text, NULL) : g_strdup (text);
  g_free (before);
}

/* The columns of @kinds in @block, in order. */
static GArray *
find_columns (const ZbTextHeads *heads, guint block, ZbHeadWord kind, ZbHeadWord other) {
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint col = 0; col < heads->columns->len; col++) {
    const ZbTextHeadColumn *column = &g_array_index (heads->columns, ZbTextHeadColumn, col);

    if (column->block == block && (column->kind == kind || column->kind == other))
      g_array_append_val (columns, col);
  }
  return columns;
}

/* Puts each of @texts in one of @columns, or all in one. FALSE where their numbers do not suit each other. */
static gboolean
set_texts (ZbTextLedgerRow *row, const GPtrArray *texts, const GArray *columns, gboolean fewer) {
  if (texts->len == 0)
    return TRUE;
  if (columns->len == 0 || (columns->len > 1 && texts->len > columns->len)
      || (columns->len > 1 && texts->len < columns->len && !fewer))
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    join_cell (row, g_array_index (columns, guint, columns->len > 1 ? i : 0),
               g_ptr_array_index (texts, i));
  return TRUE;
}

/* A name stands alone where it names the whole. */
static gboolean
names_whole (const GPtrArray *names) {
  return names->len == 1 && zb_text_head_words_is_total (g_ptr_array_index (names, 0));
}

static gboolean
set_amounts (ZbTextLedgerRow *row, const GPtrArray *amounts, const GArray *columns, guint block) {
  if (amounts->len > columns->len || (amounts->len < columns->len && row->loose->len > 0))
    return FALSE;
  for (guint i = 0; i < amounts->len; i++)
    if (amounts->len == columns->len)
      set_cell (row, g_array_index (columns, guint, i), g_ptr_array_index (amounts, i));
    else
      g_ptr_array_add (row->loose, g_strdup (g_ptr_array_index (amounts, i)));
  if (amounts->len > 0 && amounts->len < columns->len)
    row->block = block;
  return TRUE;
}

gboolean
zb_text_ledger_set_entry (ZbTextLedgerRow *row, const ZbTextHeads *heads,
                          const ZbTextLedgerEntry *entry, guint block) {
  g_autoptr (GArray) codes
      = find_columns (heads, block, ZB_HEAD_WORD_CODE, ZB_HEAD_WORD_LEVEL);
  g_autoptr (GArray) names = find_columns (heads, block, ZB_HEAD_WORD_NAME, ZB_HEAD_WORD_NAME);
  g_autoptr (GArray) amounts
      = find_columns (heads, block, ZB_HEAD_WORD_AMOUNT, ZB_HEAD_WORD_AMOUNT);
  g_autoptr (GArray) rest = find_columns (heads, block, ZB_HEAD_WORD_TEXT, ZB_HEAD_WORD_TEXT);
  guint line = 0;

  if (entry->line != NULL) {
    zb_text_heads_count (heads, block, ZB_HEAD_WORD_LINE, &line);
    set_cell (row, line, entry->line);
  }
  return set_texts (row, entry->codes, codes->len > 0 ? codes : names, TRUE)
         && set_texts (row, entry->names, names, names_whole (entry->names))
         && set_texts (row, entry->rest, rest, FALSE)
         && set_amounts (row, entry->amounts, amounts, block);
}
