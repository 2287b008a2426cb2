/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ooxml-xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "error.h"

/* What the parser's call-backs found; hangs on the parser context. */
typedef struct {
  guint max_depth;
  gboolean too_deep, has_doctype;
} ParseGuard;

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
               int namespace_count, const xmlChar **namespaces, int attribute_count,
               int defaulted_count, const xmlChar **attributes) {
  xmlParserCtxt *parser = data;
  ParseGuard *guard = parser->_private;

  if ((guint) parser->nodeNr >= guard->max_depth) {
    guard->too_deep = TRUE;
    xmlStopParser (parser);
    return;
  }
  xmlSAX2StartElementNs (data, name, prefix, uri, namespace_count, namespaces, attribute_count,
                         defaulted_count, attributes);
}

static void
refuse_doctype (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  xmlParserCtxt *parser = data;
  ParseGuard *guard = parser->_private;

  guard->has_doctype = TRUE;
  xmlStopParser (parser);
}

static void
set_parse_error (const xmlParserCtxt *parser, const ParseGuard *guard, GError **error) {
  const xmlError *last = xmlCtxtGetLastError ((void *) parser);

  if (guard->too_deep)
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "XML nested deeper than max_xml_depth %u",
                 guard->max_depth);
  else if (guard->has_doctype)
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "a document type declaration is not allowed");
  else
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "malformed XML in line %d",
                 last != NULL ? last->line : 0);
}

xmlDoc *
zb_ooxml_xml_parse (GBytes *bytes, guint max_depth, GError **error) {
  ParseGuard guard = { .max_depth = max_depth };
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlParserCtxt *parser = NULL;
  xmlDoc *document = NULL;

  if (length > 0 && length <= G_MAXINT)
    parser = xmlCreateMemoryParserCtxt (data, (int) length);
  if (parser == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the part is empty or too large");
    return NULL;
  }
  /* The depth and the size are limited here, so libxml2's own lower limits are lifted. */
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT
                                 | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  parser->_private = &guard;
  parser->sax->startElementNs = start_element;
  parser->sax->internalSubset = refuse_doctype;
  xmlParseDocument (parser);
  document = parser->myDoc;
  if (!parser->wellFormed || guard.too_deep || guard.has_doctype) {
    set_parse_error (parser, &guard, error);
    g_clear_pointer (&document, xmlFreeDoc);
  }
  parser->myDoc = NULL;
  xmlFreeParserCtxt (parser);
  return document;
}

const char *
zb_ooxml_xml_attribute (const xmlNode *node, const char *name) {
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL
                 ? (const char *) attribute->children->content
                 : "";
  return NULL;
}

int
zb_ooxml_xml_number (const xmlNode *node, const char *name, int fallback) {
  const char *value = zb_ooxml_xml_attribute (node, name);
  char *end = NULL;
  gint64 number;

  if (value == NULL)
    return fallback;
  number = g_ascii_strtoll (value, &end, 10);
  return end == value || number < G_MININT || number > G_MAXINT ? fallback : (int) number;
}

gboolean
zb_ooxml_xml_is (const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

xmlNode *
zb_ooxml_xml_child (const xmlNode *node, const char *name) {
  if (node == NULL)
    return NULL;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (zb_ooxml_xml_is (child, name))
      return child;
  return NULL;
}

gboolean
zb_ooxml_xml_flag (const xmlNode *node, const char *name) {
  const char *value = zb_ooxml_xml_attribute (node, name);

  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}
