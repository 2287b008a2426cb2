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

/* The rows from line @first on; the caller unrefs the array. */
static GPtrArray *
new_rows (const GPtrArray *lines, guint first, gboolean flat, const ZbTextHeads *heads) {
  GPtrArray *rows;

  if (flat)
    return zb_text_ledger_regroup (lines, first, heads);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = first; i < lines->len; i++)
    g_ptr_array_add (rows, g_array_ref (g_ptr_array_index (lines, i)));
  return rows;
}

/* The head that suits the rows best, and in *@weight how well. NULL where none does or several do. */
static ZbTextHeads *
choose_heads (const GPtrArray *lines, guint heads, gboolean flat, gint *weight) {
  g_autoptr (GPtrArray) found = zb_text_heads_find (lines, heads, flat);
  guint chosen = found->len;
  gboolean sure = FALSE, borne_out = FALSE;

  *weight = G_MININT;
  for (guint i = 0; i < found->len; i++) {
    const ZbTextHeads *way = g_ptr_array_index (found, i);
    g_autoptr (GPtrArray) rows = new_rows (lines, heads, flat, way);
    g_autoptr (GPtrArray) ledger = zb_text_ledger_read (rows, way);
    gint weighed = zb_text_ledger_weigh (ledger, way);

    if (weighed > *weight) {
      *weight = weighed;
      chosen = i;
      sure = TRUE;
      /* The order of words one a line may be any. */
      borne_out = !flat || zb_text_ledger_bears_out (ledger, way);
    } else if (weighed == *weight && !are_alike (way, g_ptr_array_index (found, chosen))) {
      sure = FALSE;
    }
  }
  return sure && borne_out ? g_ptr_array_steal_index (found, chosen) : NULL;
}

gint
zb_text_ledger_try (const GPtrArray *lines, guint heads, gboolean flat) {
  gint weight;
  g_autoptr (ZbTextHeads) head = choose_heads (lines, heads, flat, &weight);

  return head != NULL ? weight : G_MININT;
}

GPtrArray *
zb_text_ledger_table (const GPtrArray *lines, guint heads, gboolean flat, ZbTextSource *source) {
  gint weight;
  g_autoptr (ZbTextHeads) head = choose_heads (lines, heads, flat, &weight);
  g_autoptr (GPtrArray) rows = NULL, ledger = NULL;
  GPtrArray *cells;

  if (head == NULL)
    return NULL;
  rows = new_rows (lines, heads, flat, head);
  cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < head->rows->len; i++)
    g_ptr_array_add (cells, g_ptr_array_ref (g_ptr_array_index (head->rows, i)));
  ledger = zb_text_ledger_read (rows, head);
  zb_text_ledger_place (ledger, head, source);
  for (guint i = 0; i < ledger->len; i++) {
    const ZbTextLedgerRow *row = g_ptr_array_index (ledger, i);

    source->unplaced += row->cells == NULL || row->loose->len > 0;
    if (row->cells != NULL)
      add_placed_row (cells, row, head->columns->len);
    else
      g_ptr_array_add (
          cells, zb_text_ledger_whole_row (g_ptr_array_index (rows, i), head->columns->len));
  }
  return cells;
}
