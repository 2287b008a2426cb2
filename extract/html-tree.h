/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xml-document.h"

G_BEGIN_DECLS

/* Whether @node is an element @name; letters compare without case. */
gboolean zb_html_tree_is (const xmlNode *node, const char *name);

/* Whether @node is an element whose name is in @names, which NULL ends. */
gboolean zb_html_tree_is_any (const xmlNode *node, const char *const *names);

/* The node after @node in document order below @root, not entering @node where @deep is unset;
 * NULL behind the last. */
xmlNode *zb_html_tree_next (xmlNode *node, const xmlNode *root, gboolean deep);

/* The value of @node's attribute @name; borrowed from the tree, NULL if absent. */
const char *zb_html_tree_attribute (const xmlNode *node, const char *name);

/* The non-space characters of all text below @node, shown or not. */
guint64 zb_html_tree_count_glyphs (xmlNode *node);

/* Appends @content as a browser shows it: white space is one space, and none between two CJK
 * characters that only a line end of the source keeps apart. */
void zb_html_tree_append_text (GString *text, const char *content);

/* The text below @node as one line; the caller frees it. */
char *zb_html_tree_get_text (xmlNode *node);

/* The first element @name of the tree below and with @root; NULL where there is none. */
xmlNode *zb_html_tree_find (xmlNode *root, const char *name);

G_END_DECLS
