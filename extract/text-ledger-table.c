/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

/* A row of one cell over all columns: what it holds is kept as it is printed, and is no amount of any. */
static GPtrArray *
new_whole_row (guint cols) {
  GPtrArray *row = zb_text_row_new ();
  ZbTextCell *cell = zb_text_row_add (row, "");

  cell->colspan = cols;
  cell->flags |= ZB_CELL_JOINED | ZB_CELL_COLUMN_INFERRED;
  return row;
}

static void
add_words (GPtrArray *row, const char *text) {
  GString *joined = zb_text_row_get (row, 0)->text;

  g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", text);
}

GPtrArray *
zb_text_ledger_whole_row (const GArray *line, guint cols) {
  GPtrArray *row = new_whole_row (cols);

  for (guint i = 0; i < line->len; i++)
    add_words (row, g_array_index (line, ZbTextWord, i).text);
  return row;
}

static void
add_placed_row (GPtrArray *cells, const ZbTextLedgerRow *row, guint cols) {
  GPtrArray *placed = zb_text_row_new (), *loose;
  gboolean any = FALSE;

  for (guint col = 0; col < cols; col++) {
    const char *text = g_ptr_array_index (row->cells, col);

    zb_text_row_add (placed, text != NULL ? text : "")->flags
        |= text != NULL ? ZB_CELL_COLUMN_INFERRED : 0;
    any = any || text != NULL;
  }
  if (any)
    g_ptr_array_add (cells, placed);
  else
    g_ptr_array_unref (placed);
  if (row->loose->len == 0)
    return;
  loose = new_whole_row (cols);
  for (guint i = 0; i < row->loose->len; i++)
    add_words (loose, g_ptr_array_index (row->loose, i));
  g_ptr_array_add (cells, loose);
}

/* Whether both mean the same columns; what stands over them may differ. */
static gboolean
are_alike (const ZbTextHeads *a, const ZbTextHeads *b) {
  if (a->columns->len != b->columns->len)
    return FALSE;
  for (guint col = 0; col < a->columns->len; col++) {
    const ZbTextHeadColumn *left = &g_array_index (a->columns, ZbTextHeadColumn, col);
    const ZbTextHeadColumn *right = &g_array_index (b->columns, ZbTextHeadColumn, col);

    if (left->kind != right->kind || left->block != right->block || left->text != right->text)
      return FALSE;
  }
  return TRUE;
}

ZbTextHeads *
zb_text_ledger_choose (const GPtrArray *lines, guint heads, gboolean flat, gint *weight) {
  g_autoptr (GPtrArray) found = zb_text_heads_find (lines, heads, flat);
  gint best = G_MININT;
  guint chosen = found->len;
  gboolean sure = FALSE;

  for (guint i = 0; i < found->len; i++) {
    const ZbTextHeads *way = g_ptr_array_index (found, i);
    g_autoptr (GPtrArray) rows = zb_text_ledger_read (lines, heads, way);
    gint weighed = zb_text_ledger_weigh (rows, way);

    if (weighed > best) {
      best = weighed;
      chosen = i;
      sure = TRUE;
    } else if (weighed == best && !are_alike (way, g_ptr_array_index (found, chosen))) {
      sure = FALSE;
    }
  }
  *weight = best;
  return sure ? g_ptr_array_steal_index (found, chosen) : NULL;
}

GPtrArray *
zb_text_ledger_table (const GPtrArray *lines, guint heads, gboolean flat, ZbTextSource *source) {
  gint weight;
  g_autoptr (ZbTextHeads) head = zb_text_ledger_choose (lines, heads, flat, &weight);
  g_autoptr (GPtrArray) ledger = NULL;
  GPtrArray *cells;

  if (head == NULL)
    return NULL;
  cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < head->rows->len; i++)
    g_ptr_array_add (cells, g_ptr_array_ref (g_ptr_array_index (head->rows, i)));
  ledger = zb_text_ledger_read (lines, heads, head);
  zb_text_ledger_place (ledger, head, source);
  for (guint i = 0; i < ledger->len; i++) {
    const ZbTextLedgerRow *row = g_ptr_array_index (ledger, i);

    source->unplaced += row->cells == NULL || row->loose->len > 0;
    if (row->cells != NULL)
      add_placed_row (cells, row, head->columns->len);
    else
      g_ptr_array_add (cells, zb_text_ledger_whole_row (g_ptr_array_index (lines, heads + i),
                                                        head->columns->len));
  }
  return cells;
}
