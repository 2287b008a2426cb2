/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "reader.h"

/* The texts of the first table of @text, cells between | and rows between lines; a cell from above or
 * from the left is not repeated. */
static char *
read_grid (const char *text) {
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_text_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  GString *grid = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  for (guint i = 0; i < document->blocks->len && grid->len == 0; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    for (guint row = 0; block->kind == ZB_BLOCK_TABLE && row < block->table->rows; row++) {
      for (guint col = 0; col < block->table->cols; col++) {
        const ZbCell *cell = zb_table_lookup (block->table, row, col);

        g_string_append (grid, cell->row == row && cell->col == col ? cell->text : "^");
        g_string_append_c (grid, col + 1 < block->table->cols ? '|' : '\n');
      }
    }
  }
  return g_string_free (grid, FALSE);
}

static void
assert_grid (const char *text, const char *want) {
  g_autofree char *grid = read_grid (text);

  g_assert_cmpstr (grid, ==, want);
}
