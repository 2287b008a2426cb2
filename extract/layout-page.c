/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

#include "table-unruled.h"

static gint
compare_tops (gconstpointer a, gconstpointer b) {
  const ZbFoundTable *left = *(const ZbFoundTable *const *) a;
  const ZbFoundTable *right = *(const ZbFoundTable *const *) b;

  return left->box.y0 < right->box.y0 ? -1 : left->box.y0 > right->box.y0;
}

static void
add_unruled_tables (ZbPageLayout *layout, ZbPageContent *content) {
  g_autoptr (GPtrArray) found = zb_table_unruled_run (content);

  while (found->len > 0)
    g_ptr_array_add (layout->tables, g_ptr_array_steal_index (found, 0));
  g_ptr_array_sort (layout->tables, compare_tops);
}

ZbPageLayout *
zb_page_layout_new (ZbPageContent *content) {
  ZbPageLayout *layout = g_new0 (ZbPageLayout, 1);

  layout->page = content->page;
  layout->width = content->width;
  layout->height = content->height;
  layout->turn = content->turn;
  layout->tables = zb_table_finder_run (content);
  add_unruled_tables (layout, content);
  layout->lines = zb_layout_lines_new (content->glyphs);
  return layout;
}

void
zb_page_layout_free (ZbPageLayout *layout) {
  g_ptr_array_unref (layout->lines);
  g_ptr_array_unref (layout->tables);
  g_free (layout);
}

gboolean
zb_page_layout_check_cells (const GPtrArray *pages, guint max_cells, GError **error) {
  guint64 cells = 0;

  for (guint i = 0; i < pages->len; i++) {
    const ZbPageLayout *layout = g_ptr_array_index (pages, i);

    for (guint j = 0; j < layout->tables->len; j++)
      cells += ((const ZbFoundTable *) g_ptr_array_index (layout->tables, j))->table->cells->len;
  }
  if (cells <= max_cells)
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more table cells than max_cells %u", max_cells);
  return FALSE;
}
