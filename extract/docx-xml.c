/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-xml.h"

#include <string.h>

#include "text-fold.h"

gboolean
zb_docx_xml_is (const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0
         && node->ns != NULL && node->ns->href != NULL
         && g_str_has_suffix ((const char *) node->ns->href, "/main")
         && strstr ((const char *) node->ns->href, "wordprocessingml") != NULL;
}

xmlNode *
zb_docx_xml_child (const xmlNode *node, const char *name) {
  if (node == NULL)
    return NULL;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (zb_docx_xml_is (child, name))
      return child;
  return NULL;
}

int
zb_docx_xml_toggle (const xmlNode *properties, const char *name) {
  const xmlNode *property = zb_docx_xml_child (properties, name);
  const char *value = NULL;

  if (property == NULL)
    return -1;
  value = zb_ooxml_xml_attribute (property, "val");
  return value == NULL
         || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

/* Looks into every branch below, so that nested alternatives cost no more than their size. */
static gboolean
has_text (const xmlNode *node) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (strcmp ((const char *) child->name, "t") == 0 && child->children != NULL)
      return TRUE;
    if (has_text (child))
      return TRUE;
  }
  return FALSE;
}

xmlNode *
zb_docx_xml_branch (const xmlNode *alternate) {
  xmlNode *choice = NULL, *fallback = NULL;

  for (xmlNode *child = alternate->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (choice == NULL && strcmp ((const char *) child->name, "Choice") == 0)
      choice = child;
    if (fallback == NULL && strcmp ((const char *) child->name, "Fallback") == 0)
      fallback = child;
  }
  if (choice == NULL || (fallback != NULL && !has_text (choice) && has_text (fallback)))
    return fallback;
  return choice;
}

static guint64
count_children (const xmlNode *node) {
  guint64 count = 0;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->content != NULL)
      count += zb_text_count_glyphs ((const char *) child->content);
  return count;
}

guint64
zb_docx_xml_count_glyphs (const xmlNode *node) {
  guint64 count = 0;

  if (node->type != XML_ELEMENT_NODE)
    return 0;
  if (strcmp ((const char *) node->name, "t") == 0
      || strcmp ((const char *) node->name, "delText") == 0)
    return count_children (node);
  if (strcmp ((const char *) node->name, "AlternateContent") == 0) {
    const xmlNode *branch = zb_docx_xml_branch (node);

    return branch != NULL ? zb_docx_xml_count_glyphs (branch) : 0;
  }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    count += zb_docx_xml_count_glyphs (child);
  return count;
}
