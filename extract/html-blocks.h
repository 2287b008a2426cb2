/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-tree.h"
#include "reader.h"

G_BEGIN_DECLS

/* The state of reading one page. Stands on the reader's stack. */
typedef struct {
  ZbDocument *document;
  guint64 cells_left;  /* of the limit */
  guint64 stray_glyphs; /* text inside a table but outside its cells, which is left out */
} ZbHtmlBlocks;

/* Appends the blocks below @root, whose depth the caller has limited. Errors: ZB_ERROR_LIMIT. */
gboolean zb_html_blocks_read (ZbHtmlBlocks *blocks, xmlNode *root, GError **error);

G_END_DECLS
