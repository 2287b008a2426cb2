/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

#include <string.h>

#include "text-fold.h"

ZbDocument *
zb_document_new (void) {
  ZbDocument *document = g_new0 (ZbDocument, 1);

  document->media_type = "application/octet-stream";
  document->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_block_free);
  document->doubtful_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  document->diagnostics = zb_diagnostics_new ();
  return document;
}

void
zb_document_free (ZbDocument *document) {
  g_free (document->path);
  g_free (document->sha256);
  g_ptr_array_unref (document->blocks);
  g_array_unref (document->doubtful_pages);
  g_ptr_array_unref (document->diagnostics);
  g_free (document);
}

gboolean
zb_document_is_doubtful (const ZbDocument *document, guint page) {
  for (guint i = 0; i < document->doubtful_pages->len; i++)
    if (g_array_index (document->doubtful_pages, guint, i) == page)
      return TRUE;
  return FALSE;
}

static guint64
count_cell_glyphs (const ZbTable *table) {
  guint64 glyphs = 0;

  for (guint i = 0; i < table->cells->len; i++)
    glyphs += zb_text_count_glyphs (((const ZbCell *) g_ptr_array_index (table->cells, i))->text);
  return glyphs;
}

void
zb_document_count_blocks (ZbDocument *document) {
  ZbTextCoverage *coverage = &document->coverage;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      coverage->in_cells += count_cell_glyphs (block->table);
    else if (block->kind == ZB_BLOCK_FURNITURE)
      coverage->in_furniture += zb_text_count_glyphs (block->text);
    else
      coverage->in_blocks += zb_text_count_glyphs (block->text);
  }
}

static void
append_piece (ZbBlock *block, gsize start, const ZbOrigin *origin) {
  ZbTextPiece piece = { .start = start };

  if (origin != NULL)
    piece.origin = *origin;
  g_array_append_val (block->pieces, piece);
}

ZbBlock *
zb_block_new (ZbBlockKind kind, const char *text, const ZbOrigin *origin) {
  ZbBlock *block = g_new0 (ZbBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  block->pieces = g_array_new (FALSE, FALSE, sizeof (ZbTextPiece));
  append_piece (block, 0, origin);
  return block;
}

ZbBlock *
zb_block_new_table (ZbTable *take_table) {
  ZbBlock *block = g_new0 (ZbBlock, 1);

  block->kind = ZB_BLOCK_TABLE;
  block->table = take_table;
  return block;
}

void
zb_block_free (ZbBlock *block) {
  g_free (block->text);
  g_clear_pointer (&block->pieces, g_array_unref);
  g_free (block->heading_number);
  g_clear_pointer (&block->table, zb_table_free);
  g_free (block);
}

void
zb_block_append_line (ZbBlock *block, const char *text, const ZbOrigin *origin) {
  gsize length = strlen (block->text);
  GString *joined = g_string_new (block->text);
  gsize start;

  zb_text_append_line (joined, text);
  start = joined->len > length && joined->str[length] == ' ' ? length + 1 : length;
  g_free (block->text);
  block->text = g_string_free (joined, FALSE);
  if (start > 0)
    append_piece (block, start, origin);
  else if (origin != NULL)
    g_array_index (block->pieces, ZbTextPiece, 0).origin = *origin;
}

const ZbOrigin *
zb_block_lookup_origin (const ZbBlock *block, gsize offset) {
  guint i = block->pieces->len - 1;

  while (i > 0 && g_array_index (block->pieces, ZbTextPiece, i).start > offset)
    i--;
  return &g_array_index (block->pieces, ZbTextPiece, i).origin;
}

static void
cell_free (gpointer data) {
  ZbCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

ZbTable *
zb_table_new (void) {
  ZbTable *table = g_new0 (ZbTable, 1);

  table->notes = g_ptr_array_new_with_free_func (g_free);
  table->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  table->cells = g_ptr_array_new_with_free_func (cell_free);
  return table;
}

void
zb_table_free (ZbTable *table) {
  g_free (table->title);
  g_free (table->unit);
  g_free (table->form);
  g_free (table->department);
  g_ptr_array_unref (table->notes);
  g_array_unref (table->pages);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

ZbCell *
zb_table_add_cell (ZbTable *table, guint row, guint col, const char *text) {
  ZbCell *cell = g_new0 (ZbCell, 1);

  cell->row = row;
  cell->col = col;
  cell->rowspan = 1;
  cell->colspan = 1;
  cell->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (table->cells, cell);
  return cell;
}

/* Cells are ordered by row, so the one that covers a place starts in its row or in one above. */
const ZbCell *
zb_table_lookup (const ZbTable *table, guint row, guint col) {
  guint low = 0, high = table->cells->len;

  if (row >= table->rows || col >= table->cols)
    return NULL;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const ZbCell *cell = g_ptr_array_index (table->cells, middle);

    if (cell->row < row || (cell->row == row && cell->col <= col))
      low = middle + 1;
    else
      high = middle;
  }
  for (guint i = low; i-- > 0;) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (row < cell->row + cell->rowspan && col >= cell->col && col < cell->col + cell->colspan)
      return cell;
  }
  return NULL;
}

static gint
compare_cells (gconstpointer a, gconstpointer b) {
  const ZbCell *left = *(const ZbCell *const *) a, *right = *(const ZbCell *const *) b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->col < right->col ? -1 : left->col > right->col;
}

void
zb_table_finish (ZbTable *table) {
  g_autofree guint8 *covered = NULL;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    table->rows = MAX (table->rows, cell->row + cell->rowspan);
    table->cols = MAX (table->cols, cell->col + cell->colspan);
  }
  covered = g_malloc0 ((gsize) table->rows * table->cols + 1);
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    for (guint row = cell->row; row < cell->row + cell->rowspan; row++)
      memset (covered + (gsize) row * table->cols + cell->col, 1, cell->colspan);
  }
  for (gsize place = 0; place < (gsize) table->rows * table->cols; place++)
    if (!covered[place])
      zb_table_add_cell (table, place / table->cols, place % table->cols, "");
  g_ptr_array_sort (table->cells, compare_cells);
}

gboolean
zb_table_has_spans (const ZbTable *table) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->rowspan > 1 || cell->colspan > 1)
      return TRUE;
  }
  return FALSE;
}

void
zb_table_add_page (ZbTable *table, guint page) {
  for (guint i = 0; i < table->pages->len; i++)
    if (g_array_index (table->pages, guint, i) == page)
      return;
  g_array_append_val (table->pages, page);
}
