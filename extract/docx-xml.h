/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ooxml-xml.h"

G_BEGIN_DECLS

/* Whether @node is the WordprocessingML element @name, of the transitional or the strict schema. */
gboolean zb_docx_xml_is (const xmlNode *node, const char *name);

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
