/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ooxml-flat.h"

#include <string.h>

#define NAMESPACE "http://schemas.microsoft.com/office/2006/xmlPackage"

/* The root element stands behind the XML declaration and a processing instruction. */
enum { HEAD_BYTES = 1024 };

struct ZbOoxmlFlat {
  xmlDoc *document;
  GHashTable *parts; /* lower-cased name → xmlNode *, borrowed from the document */
};

void
zb_ooxml_flat_free (ZbOoxmlFlat *flat) {
  g_clear_pointer (&flat->document, xmlFreeDoc);
  g_hash_table_unref (flat->parts);
  g_free (flat);
}

gboolean
zb_ooxml_flat_recognize (GBytes *bytes) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, MIN (length, HEAD_BYTES));
  const char *start = g_str_has_prefix (head, "\xEF\xBB\xBF") ? head + 3 : head;

  return *start == '<' && strstr (start, "<pkg:package") != NULL && strstr (start, NAMESPACE) != NULL;
}

static gboolean
is_part (const xmlNode *node) {
  return zb_ooxml_xml_is (node, "part") && zb_ooxml_xml_attribute (node, "name") != NULL;
}

static char *
key_of (const char *part) {
  return g_ascii_strdown (*part == '/' ? part + 1 : part, -1);
}

static gboolean
index_parts (ZbOoxmlFlat *flat, const ZbReadOptions *options, GError **error) {
  const xmlNode *root = xmlDocGetRootElement (flat->document);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
    if (!is_part (node))
      continue;
    g_hash_table_replace (flat->parts, key_of (zb_ooxml_xml_attribute (node, "name")), node);
    if (g_hash_table_size (flat->parts) > options->max_zip_entries) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more parts than max_zip_entries %u",
                   options->max_zip_entries);
      return FALSE;
    }
  }
  return TRUE;
}

ZbOoxmlFlat *
zb_ooxml_flat_open (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbOoxmlFlat) flat = g_new0 (ZbOoxmlFlat, 1);

  flat->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* The package, its parts and their contents stand above what a part of an archive begins with. */
  flat->document = zb_ooxml_xml_parse (bytes, options->max_xml_depth + 3, error);
  if (flat->document == NULL || !index_parts (flat, options, error))
    return NULL;
  return g_steal_pointer (&flat);
}

static const xmlNode *
lookup (const ZbOoxmlFlat *flat, const char *part) {
  g_autofree char *key = key_of (part);

  return g_hash_table_lookup (flat->parts, key);
}

gboolean
zb_ooxml_flat_contains (const ZbOoxmlFlat *flat, const char *part) {
  return lookup (flat, part) != NULL;
}

const char *
zb_ooxml_flat_lookup_type (const ZbOoxmlFlat *flat, const char *part) {
  const xmlNode *node = lookup (flat, part);

  return node != NULL ? zb_ooxml_xml_attribute (node, "contentType") : NULL;
}

xmlDoc *
zb_ooxml_flat_parse (const ZbOoxmlFlat *flat, const char *part, GError **error) {
  const xmlNode *node = lookup (flat, part);
  xmlNode *contents = node != NULL ? zb_ooxml_xml_child (node, "xmlData") : NULL;
  xmlNode *root = contents != NULL ? xmlFirstElementChild (contents) : NULL;
  xmlDoc *document = NULL;

  if (root == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT,
                 node == NULL ? "the part is missing" : "the part holds no XML");
    return NULL;
  }
  document = xmlNewDoc (NULL);
  xmlDocSetRootElement (document, xmlDocCopyNode (root, document, 1));
  return document;
}
