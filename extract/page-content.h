/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* What is drawn on one page, before anybody asks what it means. Coordinates are those of ZbBox. */

/* One visible character. */
typedef struct {
  gunichar character;
  gboolean bold;
  double font_size; /* points */
  ZbBox box;
} ZbGlyph;

/* A straight line, or a filled bar thin enough to be one. A horizontal ruling stands at y = `at`
 * and runs over x from `from` to `to`; a vertical one stands at x = `at` and runs over y. */
typedef struct {
  gboolean vertical;
  double at, from, to;
} ZbRuling;

/* The content of one page. The caller of zb_page_content_new() frees it. */
typedef struct {
  guint page; /* 1-based */
  double width, height;
  GArray *glyphs;  /* ZbGlyph, none of them white space, no character twice at one place */
  GArray *rulings; /* ZbRuling, in the order of drawing */
  guint images;    /* pictures drawn on the page */
} ZbPageContent;

ZbPageContent *zb_page_content_new (guint page, double width, double height);
void zb_page_content_free (ZbPageContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPageContent, zb_page_content_free)

G_END_DECLS
