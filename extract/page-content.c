/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-content.h"

ZbPageContent *
zb_page_content_new (guint page, double width, double height) {
  ZbPageContent *content = g_new0 (ZbPageContent, 1);

  content->page = page;
  content->width = width;
  content->height = height;
  content->glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
  content->rulings = g_array_new (FALSE, FALSE, sizeof (ZbRuling));
  return content;
}

void
zb_page_content_free (ZbPageContent *content) {
  g_array_unref (content->glyphs);
  g_array_unref (content->rulings);
  g_free (content);
}
