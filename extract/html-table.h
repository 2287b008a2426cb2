/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "html-tree.h"

G_BEGIN_DECLS

/* The grid of @root, a table element, with the text of tables inside its cells; the caller frees
 * it. @cells_left is the limit on cells and goes down by those of the grid. NULL where the table
 * has no cell, and with *@too_large set where the limit forbids the grid. */
ZbTable *zb_html_table_read (xmlNode *root, guint64 *cells_left, gboolean *too_large);

G_END_DECLS
