/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ooxml-package.h"

#include <string.h>

#include "ooxml-archive.h"
#include "ooxml-flat.h"

const ZbOoxmlKind ZB_OOXML_WORD = {
  .name = "Word document",
  .signs = { "wordprocessingml", "ms-word", NULL },
  .folder = "word/",
  .main_part = "word/document.xml",
};

const ZbOoxmlKind ZB_OOXML_WORKBOOK = {
  .name = "Excel workbook",
  .signs = { "spreadsheetml", "ms-excel.sheet.macroEnabled", "ms-excel.template.macroEnabled", NULL },
  .folder = "xl/",
  .main_part = "xl/workbook.xml",
};

struct ZbOoxmlPackage {
  GBytes *bytes;
  const ZbOoxmlKind *kind;
  const ZbReadOptions *options;
  ZbOoxmlArchive *archive; /* NULL where the package is one XML file */
  ZbOoxmlFlat *flat;
  char *main_part;
};

void
zb_ooxml_package_free (ZbOoxmlPackage *package) {
  g_clear_pointer (&package->archive, zb_ooxml_archive_free);
  g_clear_pointer (&package->flat, zb_ooxml_flat_free);
  g_bytes_unref (package->bytes);
  g_free (package->main_part);
  g_free (package);
}

const char *
zb_ooxml_package_main_part (const ZbOoxmlPackage *package) {
  return package->main_part;
}

static gboolean
contains_part (const ZbOoxmlPackage *package, const char *part) {
  return package->flat != NULL ? zb_ooxml_flat_contains (package->flat, part)
                               : zb_ooxml_archive_contains (package->archive, part);
}

xmlDoc *
zb_ooxml_package_parse (ZbOoxmlPackage *package, const char *part, GError **error) {
  g_autoptr (GBytes) bytes = NULL;
  xmlDoc *document = NULL;

  if (package->flat != NULL)
    document = zb_ooxml_flat_parse (package->flat, part, error);
  else
    bytes = zb_ooxml_archive_load (package->archive, part, error);
  if (bytes != NULL)
    document = zb_ooxml_xml_parse (bytes, package->options->max_xml_depth, error);
  if (document == NULL)
    g_prefix_error (error, "%s: ", part);
  return document;
}

GBytes *
zb_ooxml_package_load (ZbOoxmlPackage *package, const char *part, GError **error) {
  GBytes *bytes = NULL;

  if (package->flat != NULL)
    g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "not an archive");
  else
    bytes = zb_ooxml_archive_load (package->archive, part, error);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", part);
  return bytes;
}

/* @target of a relationship as a part name: absolute, or relative to the folder of @part. */
static char *
resolve_target (const char *part, const char *target) {
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *joined = NULL;
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  joined = *target == '/' || g_str_equal (folder, ".") ? g_strdup (target)
                                                       : g_strconcat (folder, "/", target, NULL);
  steps = g_strsplit_set (joined, "/\\", -1);
  for (char **step = steps; *step != NULL; step++) {
    if (g_str_equal (*step, "..") && kept->len > 0)
      g_ptr_array_remove_index (kept, kept->len - 1);
    else if (**step != '\0' && !g_str_equal (*step, ".") && !g_str_equal (*step, ".."))
      g_ptr_array_add (kept, *step);
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static char *
relationships_part (const char *part) {
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  if (*part == '\0')
    return g_strdup ("_rels/.rels");
  return g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", name)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

/* The relationships of @part; NULL where it has none. The caller frees it. */
static xmlDoc *
parse_relationships (ZbOoxmlPackage *package, const char *part) {
  g_autofree char *relationships = relationships_part (part);

  if (!contains_part (package, relationships))
    return NULL;
  return zb_ooxml_package_parse (package, relationships, NULL);
}

/* The part of this package that a relationship of @part leads to; NULL for none. */
static char *
read_target (const xmlNode *relationship, const char *part) {
  const char *target = NULL;

  if (relationship->type != XML_ELEMENT_NODE)
    return NULL;
  target = zb_ooxml_xml_attribute (relationship, "Target");
  if (target == NULL
      || g_strcmp0 (zb_ooxml_xml_attribute (relationship, "TargetMode"), "External") == 0)
    return NULL;
  return resolve_target (part, target);
}

static const xmlNode *
first_child (const xmlDoc *document) {
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  return root != NULL ? root->children : NULL;
}

GPtrArray *
zb_ooxml_package_list_related (ZbOoxmlPackage *package, const char *part, const char *kind) {
  GPtrArray *related = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *suffix = g_strconcat ("/", kind, NULL);
  g_autoptr (xmlDoc) document = parse_relationships (package, part);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const xmlNode *node = first_child (document);
       node != NULL && related->len < package->options->max_zip_entries; node = node->next) {
    g_autofree char *name = read_target (node, part);
    const char *type = name != NULL ? zb_ooxml_xml_attribute (node, "Type") : NULL;

    if (type == NULL || !g_str_has_suffix (type, suffix) || g_hash_table_contains (seen, name))
      continue;
    g_hash_table_add (seen, name);
    g_ptr_array_add (related, g_steal_pointer (&name));
  }
  return related;
}

GHashTable *
zb_ooxml_package_map_related (ZbOoxmlPackage *package, const char *part) {
  GHashTable *related = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (xmlDoc) document = parse_relationships (package, part);

  for (const xmlNode *node = first_child (document); node != NULL; node = node->next) {
    g_autofree char *name = read_target (node, part);
    const char *id = name != NULL ? zb_ooxml_xml_attribute (node, "Id") : NULL;

    if (id != NULL)
      g_hash_table_replace (related, g_strdup (id), g_steal_pointer (&name));
  }
  return related;
}

static gboolean
has_sign (const ZbOoxmlKind *kind, const char *type) {
  for (const char *const *sign = kind->signs; *sign != NULL; sign++)
    if (strstr (type, *sign) != NULL)
      return TRUE;
  return FALSE;
}

/* What [Content_Types].xml calls @part; NULL where it says nothing of it. The caller frees it. */
static char *
find_content_type (ZbOoxmlPackage *package, const char *part) {
  g_autoptr (xmlDoc) types = zb_ooxml_package_parse (package, "[Content_Types].xml", NULL);
  const xmlNode *root = types != NULL ? xmlDocGetRootElement (types) : NULL;

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL;
       node = node->next) {
    const char *name = NULL, *type = NULL;

    if (node->type != XML_ELEMENT_NODE)
      continue;
    name = zb_ooxml_xml_attribute (node, "PartName");
    type = zb_ooxml_xml_attribute (node, "ContentType");
    if (name != NULL && type != NULL
        && g_ascii_strcasecmp (*name == '/' ? name + 1 : name, part) == 0)
      return g_strdup (type);
  }
  return NULL;
}

/* Whether the package calls @part what is looked for. Where it says nothing of the part, the part's
 * folder decides. */
static gboolean
is_main_part (ZbOoxmlPackage *package, const char *part) {
  g_autofree char *type = package->flat != NULL
                              ? g_strdup (zb_ooxml_flat_lookup_type (package->flat, part))
                              : find_content_type (package, part);

  if (type != NULL)
    return has_sign (package->kind, type);
  return g_ascii_strncasecmp (part, package->kind->folder, strlen (package->kind->folder)) == 0;
}

static char *
find_main_part (ZbOoxmlPackage *package) {
  g_autoptr (GPtrArray) related = zb_ooxml_package_list_related (package, "", "officeDocument");

  for (guint i = 0; i < related->len; i++) {
    const char *part = g_ptr_array_index (related, i);

    if (is_main_part (package, part))
      return g_strdup (part);
  }
  if (related->len == 0 && contains_part (package, package->kind->main_part))
    return g_strdup (package->kind->main_part);
  return NULL;
}

static gboolean
open_parts (ZbOoxmlPackage *package, GError **error) {
  if (zb_ooxml_flat_recognize (package->bytes))
    package->flat = zb_ooxml_flat_open (package->bytes, package->options, error);
  else
    package->archive = zb_ooxml_archive_open (package->bytes, package->options, error);
  return package->flat != NULL || package->archive != NULL;
}

ZbOoxmlPackage *
zb_ooxml_package_open (GBytes *bytes, const ZbOoxmlKind *kind, const ZbReadOptions *options,
                       GError **error) {
  g_autoptr (ZbOoxmlPackage) package = g_new0 (ZbOoxmlPackage, 1);

  package->bytes = g_bytes_ref (bytes);
  package->kind = kind;
  package->options = options;
  if (!open_parts (package, error))
    return NULL;
  package->main_part = find_main_part (package);
  if (package->main_part == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "the %s holds no %s",
                 package->flat != NULL ? "XML package" : "ZIP archive", kind->name);
    return NULL;
  }
  return g_steal_pointer (&package);
}

static gboolean
holds (GBytes *bytes, const char *word) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data + length, *p = data;
  gsize word_length = strlen (word);

  while (p != NULL && (gsize) (end - p) >= word_length) {
    if (memcmp (p, word, word_length) == 0)
      return TRUE;
    p = memchr (p + 1, *word, (gsize) (end - p - 1));
  }
  return FALSE;
}

guint
zb_ooxml_package_recognize (GBytes *bytes, const ZbOoxmlKind *kind) {
  g_autoptr (ZbOoxmlPackage) package = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!zb_ooxml_flat_recognize (bytes) && (length < 4 || memcmp (data, "PK\003\004", 4) != 0))
    return 0;
  package = zb_ooxml_package_open (bytes, kind, &ZB_READ_OPTIONS_DEFAULT, &error);
  if (package != NULL)
    return 100;
  if (g_error_matches (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED))
    return 0;
  /* Damaged or over a limit: the names of the entries still tell what it was. */
  return holds (bytes, kind->folder) ? 60 : 0;
}
