/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Parses one part of a package. No network, no entities; the caller frees the result.
 * Errors: ZB_ERROR_CORRUPT for malformed XML and for a document type declaration, which no part may
 * have, ZB_ERROR_LIMIT for elements nested deeper than @max_depth. */
xmlDoc *zb_docx_xml_parse (GBytes *bytes, guint max_depth, GError **error);

/* Whether @node is the WordprocessingML element @name, of the transitional or the strict schema. */
gboolean zb_docx_xml_is (const xmlNode *node, const char *name);

/* The value of @node's attribute @name of any namespace; borrowed from the tree, NULL if absent. */
const char *zb_docx_xml_attribute (const xmlNode *node, const char *name);

/* As zb_docx_xml_attribute(), as a number; @fallback where absent or not a number in int range. */
int zb_docx_xml_number (const xmlNode *node, const char *name, int fallback);

/* The first child of @node (NULL allowed) that is the WordprocessingML element @name; or NULL. */
xmlNode *zb_docx_xml_child (const xmlNode *node, const char *name);

/* The on/off property @name of a property element: -1 where @properties does not set it. */
int zb_docx_xml_toggle (const xmlNode *properties, const char *name);

/* The branch of an mc:AlternateContent that is read: the first choice, but the fallback where only
 * that one holds text. NULL where there is no branch. */
xmlNode *zb_docx_xml_branch (const xmlNode *alternate);

/* The non-space characters of all text below @node, shown or not. */
guint64 zb_docx_xml_count_glyphs (const xmlNode *node);

G_END_DECLS
