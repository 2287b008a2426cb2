/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"
#include "text-fold.h"
#include "text-print.h"

static void
print_table_free (gpointer data) {
  ZbTextPrintTable *print = data;

  g_clear_pointer (&print->table, zb_table_free);
  g_free (print);
}

/* Nothing of a text says for certain in which column a number stands. The places of a print are none of the page. */
static void
mark_cells (ZbTable *table) {
  for (guint i = 0; i < table->cells->len; i++) {
    ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (*cell->text != '\0')
      cell->flags |= ZB_CELL_COLUMN_INFERRED;
    cell->origin = (ZbOrigin){ 0 };
  }
  g_array_set_size (table->pages, 0);
}

static ZbTextPrintTable *
add_table (GPtrArray *tables, ZbFoundTable *found, guint start) {
  ZbTextPrintTable *print = g_new0 (ZbTextPrintTable, 1);

  print->from = start + zb_text_print_line_at (found->box.y0 + 2);
  print->to = start + zb_text_print_line_at (found->box.y1 - 2) + 1;
  print->table = found->table != NULL ? zb_found_table_steal (found) : NULL;
  if (print->table != NULL)
    mark_cells (print->table);
  g_ptr_array_add (tables, print);
  return print;
}

/* Tables whose columns are not certain are left to others. */
static void
drop_doubtful (ZbPageLayout *layout, guint start, GPtrArray *tables) {
  for (guint i = layout->tables->len; i-- > 0;) {
    ZbFoundTable *found = g_ptr_array_index (layout->tables, i);
    ZbTextPrintTable *print;

    if (!found->doubtful)
      continue;
    print = add_table (tables, found, start);
    g_clear_pointer (&print->table, zb_table_free);
    print->doubtful = TRUE;
    g_ptr_array_remove_index (layout->tables, i);
  }
}

static gint
compare_lines (gconstpointer a, gconstpointer b) {
  const ZbTextPrintTable *left = *(const ZbTextPrintTable *const *) a, *right = *(const ZbTextPrintTable *const *) b;

  return left->from < right->from ? -1 : left->from > right->from;
}

static gboolean
is_empty_between (const GPtrArray *lines, guint first, guint end) {
  for (guint i = first; i < end; i++) {
    const ZbTextLine *line = zb_text_lines_get (lines, i);

    if (!line->blank && !line->page_number)
      return FALSE;
  }
  return TRUE;
}

/* Pages without a head right behind a table may be those that go on with it. */
static void
continue_tables (const GPtrArray *lines, GPtrArray *tables) {
  ZbTable *last = NULL;
  guint end = 0;

  for (guint i = 0; i < tables->len; i++) {
    ZbTextPrintTable *print = g_ptr_array_index (tables, i);

    if (print->table != NULL)
      last = print->table;
    else if (print->doubtful
             && (last == NULL || !is_empty_between (lines, end, print->from)
                 || !zb_text_print_continue (lines, print->from, print->to, last)))
      last = NULL;
    else
      print->doubtful = FALSE;
    end = print->to;
  }
}

GPtrArray *
zb_text_print_find_tables (const ZbTextSource *source) {
  GPtrArray *tables = g_ptr_array_new_with_free_func (print_table_free);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_layout_free);
  g_autoptr (GPtrArray) pages = NULL, diagnostics = zb_diagnostics_new ();
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  pages = zb_text_print_pages (source->lines, starts);
  for (guint i = 0; i < pages->len; i++) {
    g_ptr_array_add (layouts, zb_page_layout_new (g_ptr_array_index (pages, i)));
    drop_doubtful (g_ptr_array_index (layouts, i), g_array_index (starts, guint, i), tables);
  }
  zb_page_layout_mark_furniture (layouts);
  zb_page_layout_join_tables (layouts, diagnostics);
  for (guint i = 0; i < layouts->len; i++) {
    ZbPageLayout *layout = g_ptr_array_index (layouts, i);

    for (guint j = 0; j < layout->tables->len; j++)
      add_table (tables, g_ptr_array_index (layout->tables, j), g_array_index (starts, guint, i));
  }
  g_ptr_array_sort (tables, compare_lines);
  continue_tables (source->lines, tables);
  return tables;
}

/* Counts the places of the grid against the limit of the document. */
static gboolean
take_places (ZbTextSource *source, const ZbTable *table) {
  guint64 places = (guint64) table->rows * table->cols;

  source->too_large = places > source->cells_left;
  if (!source->too_large)
    source->cells_left -= places;
  return !source->too_large;
}

static const GPtrArray *
get_prints (ZbTextSource *source) {
  if (source->prints == NULL)
    source->prints = zb_text_print_find_tables (source);
  return source->prints;
}

/* The index of the first table that begins on line @first or below. */
static guint
find_first (const GPtrArray *prints, guint first) {
  guint low = 0, high = prints->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (((const ZbTextPrintTable *) g_ptr_array_index (prints, middle))->from < first)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The table that begins at line @first; NULL for none. */
static ZbTextPrintTable *
lookup (ZbTextSource *source, guint first, gboolean doubtful) {
  const GPtrArray *prints = get_prints (source);
  guint index = find_first (prints, first);
  ZbTextPrintTable *print = index < prints->len ? g_ptr_array_index (prints, index) : NULL;

  return print != NULL && print->from == first && print->doubtful == doubtful ? print : NULL;
}

gboolean
zb_text_print_begins (ZbTextSource *source, guint first) {
  return lookup (source, first, FALSE) != NULL || lookup (source, first, TRUE) != NULL;
}

gboolean
zb_text_print_is_doubtful (ZbTextSource *source, guint first, guint end) {
  const GPtrArray *prints = get_prints (source);
  guint i = find_first (prints, first);

  /* The table before may reach down to the line. */
  for (i -= i > 0; i < prints->len; i++) {
    const ZbTextPrintTable *print = g_ptr_array_index (prints, i);

    if (print->from >= end)
      break;
    if (print->doubtful && print->to > first)
      return TRUE;
  }
  return FALSE;
}

guint
zb_text_print_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  ZbTextPrintTable *print = lookup (source, first, FALSE);

  if (print == NULL)
    return first;
  if (print->table != NULL && !take_places (source, print->table))
    return first;
  *table = g_steal_pointer (&print->table);
  return print->to;
}

guint
zb_text_print_rows_find (ZbTextSource *source, guint first, ZbTable **table) {
  const ZbTextPrintTable *print = lookup (source, first, TRUE);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (print == NULL)
    return first;
  for (guint i = first; i < print->to; i++) {
    const ZbTextLine *line = zb_text_lines_get (source->lines, i);
    g_autofree char *text = zb_text_trim (line->text);

    if (line->blank || line->page_number)
      continue;
    g_ptr_array_add (rows, zb_text_row_new ());
    zb_text_row_add (g_ptr_array_index (rows, rows->len - 1), text);
  }
  *table = zb_text_rows_build (source, rows, FALSE);
  source->unplaced += rows->len;
  return *table != NULL ? print->to : first;
}
