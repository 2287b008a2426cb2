/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

ZbPageLayout *
zb_page_layout_new (ZbPageContent *content) {
  ZbPageLayout *layout = g_new0 (ZbPageLayout, 1);

  layout->page = content->page;
  layout->width = content->width;
  layout->height = content->height;
  layout->tables = zb_table_finder_run (content);
  layout->lines = zb_layout_lines_new (content->glyphs);
  return layout;
}

void
zb_page_layout_free (ZbPageLayout *layout) {
  g_ptr_array_unref (layout->lines);
  g_ptr_array_unref (layout->tables);
  g_free (layout);
}
