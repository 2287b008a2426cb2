/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-tree.h"

#include <string.h>

#include "text-fold.h"

gboolean
zb_html_tree_is (const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

gboolean
zb_html_tree_is_any (const xmlNode *node, const char *const *names) {
  for (; *names != NULL; names++)
    if (zb_html_tree_is (node, *names))
      return TRUE;
  return FALSE;
}

xmlNode *
zb_html_tree_next (xmlNode *node, const xmlNode *root, gboolean deep) {
  if (deep && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

const char *
zb_html_tree_attribute (const xmlNode *node, const char *name) {
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_ascii_strcasecmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *) attribute->children->content
                 : "";
  return NULL;
}

static gboolean
is_text (const xmlNode *node) {
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
         && node->content != NULL;
}

guint64
zb_html_tree_count_glyphs (xmlNode *node) {
  guint64 glyphs = is_text (node) ? zb_text_count_glyphs ((const char *) node->content) : 0;

  if (node->type != XML_ELEMENT_NODE)
    return glyphs;
  for (xmlNode *inner = node->children; inner != NULL; inner = zb_html_tree_next (inner, node, TRUE))
    if (is_text (inner))
      glyphs += zb_text_count_glyphs ((const char *) inner->content);
  return glyphs;
}

/* Whether the space between the end of @text and @next is only a line end inside a Chinese text. */
static gboolean
is_source_break (const GString *text, const char *next) {
  const char *last = text->len > 0 ? g_utf8_prev_char (text->str + text->len) : NULL;

  return last != NULL && *next != '\0' && zb_character_is_cjk (g_utf8_get_char (last))
         && zb_character_is_cjk (g_utf8_get_char (next));
}

void
zb_html_tree_append_text (GString *text, const char *content) {
  for (const char *at = content; *at != '\0';) {
    gsize spaces = strspn (at, " \t\r\n\f");
    gboolean broken = strcspn (at, "\r\n") < spaces;

    if (spaces == 0) {
      gsize length = strcspn (at, " \t\r\n\f");

      g_string_append_len (text, at, (gssize) length);
      at += length;
      continue;
    }
    at += spaces;
    if ((text->len > 0 && strchr (" \n", text->str[text->len - 1]) != NULL)
        || (broken && is_source_break (text, at)))
      continue;
    g_string_append_c (text, ' ');
  }
}

char *
zb_html_tree_get_text (xmlNode *node) {
  g_autoptr (GString) text = g_string_new (NULL);

  for (xmlNode *inner = node->children; inner != NULL; inner = zb_html_tree_next (inner, node, TRUE))
    if (is_text (inner))
      zb_html_tree_append_text (text, (const char *) inner->content);
  return zb_text_trim (text->str);
}

xmlNode *
zb_html_tree_find (xmlNode *root, const char *name) {
  for (xmlNode *node = root; node != NULL; node = zb_html_tree_next (node, root, TRUE))
    if (zb_html_tree_is (node, name))
      return node;
  return NULL;
}
