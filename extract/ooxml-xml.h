/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xml-document.h"

G_BEGIN_DECLS

/* Parses one part of a package. No network, no entities; the caller frees the result.
 * Errors: ZB_ERROR_CORRUPT for malformed XML and for a document type declaration, which no part may
 * have, ZB_ERROR_LIMIT for elements nested deeper than @max_depth. */
xmlDoc *zb_ooxml_xml_parse (GBytes *bytes, guint max_depth, GError **error);

/* The value of @node's attribute @name of any namespace; borrowed from the tree, NULL if absent. */
const char *zb_ooxml_xml_attribute (const xmlNode *node, const char *name);

/* As zb_ooxml_xml_attribute(), as a number; @fallback where absent or not a number in int range. */
int zb_ooxml_xml_number (const xmlNode *node, const char *name, int fallback);

/* Whether @node is an element @name of any namespace. */
gboolean zb_ooxml_xml_is (const xmlNode *node, const char *name);

/* The first child of @node (NULL allowed) that is an element @name of any namespace; or NULL. */
xmlNode *zb_ooxml_xml_child (const xmlNode *node, const char *name);

/* Whether @node's attribute @name says true. */
gboolean zb_ooxml_xml_flag (const xmlNode *node, const char *name);

G_END_DECLS
