/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

#include <math.h>
#include <string.h>

#include "error.h"

static gboolean
check_origin (const ZbOrigin *origin, guint block, GError **error) {
  const ZbBox *box = &origin->box;

  if (!origin->has_box
      || (isfinite (box->x0) && isfinite (box->y0) && isfinite (box->x1) && isfinite (box->y1)))
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "block %u: a box is not finite", block);
  return FALSE;
}

static gboolean
check_text (const ZbBlock *block, guint index, GError **error) {
  gsize length;

  if (block->text == NULL || block->pieces == NULL || block->pieces->len == 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "block %u: no text", index);
    return FALSE;
  }
  length = strlen (block->text);
  if (!g_utf8_validate (block->text, -1, NULL)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "block %u: text is not UTF-8", index);
    return FALSE;
  }
  for (guint i = 0; i < block->pieces->len; i++) {
    const ZbTextPiece *piece = &g_array_index (block->pieces, ZbTextPiece, i);
    gsize least = i == 0 ? 0 : g_array_index (block->pieces, ZbTextPiece, i - 1).start;

    if (piece->start < least || piece->start > length || (i == 0 && piece->start != 0)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "block %u: piece %u starts at %" G_GSIZE_FORMAT,
                   index, i, piece->start);
      return FALSE;
    }
    if (!check_origin (&piece->origin, index, error))
      return FALSE;
  }
  return TRUE;
}

/* Marks the places of one cell; FALSE where it leaves the grid or lies on another cell. */
static gboolean
cover_cell (const ZbTable *table, const ZbCell *cell, guint8 *covered) {
  if (cell->rowspan == 0 || cell->colspan == 0 || cell->row >= table->rows
      || cell->col >= table->cols || cell->rowspan > table->rows - cell->row
      || cell->colspan > table->cols - cell->col)
    return FALSE;
  for (guint row = cell->row; row < cell->row + cell->rowspan; row++)
    for (guint col = cell->col; col < cell->col + cell->colspan; col++) {
      guint8 *place = covered + (gsize) row * table->cols + col;

      if (*place)
        return FALSE;
      *place = 1;
    }
  return TRUE;
}

static gboolean
check_table (const ZbTable *table, guint index, GError **error) {
  gsize places = (gsize) table->rows * table->cols;
  g_autofree guint8 *covered = g_malloc0 (places + 1);

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->text == NULL || !g_utf8_validate (cell->text, -1, NULL)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "block %u: cell %u,%u has no UTF-8 text", index,
                   cell->row, cell->col);
      return FALSE;
    }
    if (!cover_cell (table, cell, covered)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "block %u: cell %u,%u (%u×%u) leaves the grid %u×%u or lies on another", index,
                   cell->row, cell->col, cell->rowspan, cell->colspan, table->rows, table->cols);
      return FALSE;
    }
    if (!check_origin (&cell->origin, index, error))
      return FALSE;
  }
  if (places == 0 || memchr (covered, 0, places) != NULL || table->header_rows > table->rows) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "block %u: grid %u×%u is not wholly covered",
                 index, table->rows, table->cols);
    return FALSE;
  }
  return TRUE;
}

gboolean
zb_document_check (const ZbDocument *document, GError **error) {
  const ZbTextCoverage *coverage = &document->coverage;
  guint64 sum = coverage->in_cells + coverage->in_blocks + coverage->in_furniture
                + coverage->left_out;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE ? !check_table (block->table, i, error)
                                      : !check_text (block, i, error))
      return FALSE;
  }
  if (sum != coverage->glyphs) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                 "coverage: %" G_GUINT64_FORMAT " glyphs in, %" G_GUINT64_FORMAT " out",
                 coverage->glyphs, sum);
    return FALSE;
  }
  return TRUE;
}
