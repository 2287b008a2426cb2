/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-fold.h"
#include "text-form-rows.h"
#include "text-table.h"

static void
cell_free (gpointer data) {
  ZbTextCell *cell = data;

  g_string_free (cell->text, TRUE);
  g_free (cell);
}

GPtrArray *
zb_text_row_new (void) {
  return g_ptr_array_new_with_free_func (cell_free);
}

static ZbTextCell *
new_cell (void) {
  ZbTextCell *cell = g_new0 (ZbTextCell, 1);

  cell->text = g_string_new (NULL);
  cell->colspan = cell->rowspan = 1;
  return cell;
}

guint
zb_text_row_measure (const GPtrArray *row) {
  guint places = 0;

  for (guint i = 0; i < row->len; i++)
    places += zb_text_row_get (row, i)->colspan;
  return places;
}

void
zb_text_row_indent (GPtrArray *row, guint count) {
  for (guint i = 0; i < row->len; i++)
    if (zb_text_row_get (row, i)->text->len > 0)
      zb_text_row_get (row, i)->flags |= ZB_CELL_COLUMN_INFERRED;
  for (guint i = 0; i < count; i++)
    g_ptr_array_insert (row, 0, new_cell ());
}

ZbTextCell *
zb_text_row_add (GPtrArray *row, const char *text) {
  ZbTextCell *cell = new_cell ();

  g_ptr_array_add (row, cell);
  zb_text_cell_append (cell, text);
  return cell;
}

ZbTextCell *
zb_text_row_get (const GPtrArray *row, guint col) {
  return col < row->len ? g_ptr_array_index (row, col) : NULL;
}

void
zb_text_cell_append (ZbTextCell *cell, const char *line) {
  g_auto (GStrv) parts = g_strsplit (line, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    gsize before = cell->text->len;

    zb_text_append_line (cell->text, parts[i]);
    cell->lines += cell->text->len > before;
  }
  if (cell->lines > 1)
    cell->flags |= ZB_CELL_JOINED;
}

void
zb_text_rows_settle (GPtrArray *rows) {
  zb_text_repeated_merge (rows);
  zb_text_form_rows_indent (rows);
  if (!zb_text_form_align (rows))
    zb_text_spans_infer (rows);
}

/* A row of totals ends under the last columns of the rows above it, whose numbers it adds up; its
 * first cell is the merged one. */
static gboolean
is_total_row (const GPtrArray *row) {
  g_autofree char *folded = zb_text_fold (zb_text_row_get (row, 0)->text->str);

  return row->len > 2
         && (g_str_equal (folded, "总分") || g_str_equal (folded, "合计")
             || g_str_equal (folded, "总计"));
}

static void
add_row (ZbTable *table, const GPtrArray *row, guint number, guint cols, gboolean stretch) {
  guint missing = stretch && row->len > 0 ? cols - zb_text_row_measure (row) : 0;
  guint wide = missing > 0 && is_total_row (row) ? 0 : row->len - 1;
  guint col = 0;

  for (guint i = 0; i < row->len; i++) {
    const ZbTextCell *source = zb_text_row_get (row, i);
    guint colspan = source->colspan + (i == wide ? missing : 0);

    if (!source->covered) {
      ZbCell *cell = zb_table_add_cell (table, number, col, source->text->str);

      cell->flags = source->flags;
      cell->colspan = colspan;
      cell->rowspan = source->rowspan;
    }
    col += colspan;
  }
}

ZbTable *
zb_text_rows_build (ZbTextSource *source, const GPtrArray *rows, gboolean stretch) {
  ZbTable *table;
  guint cols = 1;

  for (guint i = 0; i < rows->len; i++)
    cols = MAX (cols, zb_text_row_measure (g_ptr_array_index (rows, i)));
  if ((guint64) cols * rows->len > source->cells_left) {
    source->too_large = TRUE;
    return NULL;
  }
  source->cells_left -= (guint64) cols * rows->len;
  table = zb_table_new ();
  table->rows = rows->len;
  table->cols = cols;
  for (guint i = 0; i < rows->len; i++)
    add_row (table, g_ptr_array_index (rows, i), i, cols, stretch);
  zb_table_finish (table);
  return table;
}
