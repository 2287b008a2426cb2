/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-tree.h"

G_BEGIN_DECLS

/* What a page holds besides its content, in non-space characters. */
typedef struct {
  guint64 code;       /* scripts and styles */
  guint64 hidden;     /* never displayed */
  guint64 navigation; /* menus, links to other pages, forms */
  guint images;
} ZbHtmlPruned;

/* Takes out of the tree below @root what is no content, and counts it. */
void zb_html_prune (xmlNode *root, ZbHtmlPruned *pruned);

G_END_DECLS
