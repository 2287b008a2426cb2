/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-styles.h"

#include <string.h>

/* A style as its element says it, and whether it has taken over what it inherits. */
typedef struct {
  ZbDocxStyle style;
  char *based_on;
  gboolean resolved;
} StyleEntry;

struct ZbDocxStyles {
  GHashTable *paragraph, *character, *list; /* id → StyleEntry */
  StyleEntry *fallback;                     /* the default paragraph style */
};

static const ZbDocxStyle NOTHING_SAID = {
  .outline_level = -1,
  .number_id = -1,
  .number_level = -1,
  .bold = -1,
  .hidden = -1,
  .centred = -1,
  .half_points = -1,
};

static void
entry_free (gpointer data) {
  StyleEntry *entry = data;

  g_free (entry->based_on);
  g_free (entry);
}

void
zb_docx_styles_free (ZbDocxStyles *styles) {
  g_hash_table_unref (styles->paragraph);
  g_hash_table_unref (styles->character);
  g_hash_table_unref (styles->list);
  entry_free (styles->fallback);
  g_free (styles);
}

static void
set_if_said (int *property, int value) {
  if (value >= 0)
    *property = value;
}

static void
set_number (int *property, const xmlNode *properties, const char *name) {
  const xmlNode *node = zb_docx_xml_child (properties, name);

  if (node != NULL)
    set_if_said (property, zb_ooxml_xml_number (node, "val", -1));
}

void
zb_docx_styles_apply (ZbDocxStyle *style, const xmlNode *paragraph, const xmlNode *run) {
  const xmlNode *alignment = zb_docx_xml_child (paragraph, "jc");
  const xmlNode *numbering = zb_docx_xml_child (paragraph, "numPr");

  set_number (&style->outline_level, paragraph, "outlineLvl");
  set_number (&style->number_id, numbering, "numId");
  set_number (&style->number_level, numbering, "ilvl");
  if (alignment != NULL)
    style->centred = g_strcmp0 (zb_ooxml_xml_attribute (alignment, "val"), "center") == 0;
  set_number (&style->half_points, run, "sz");
  set_if_said (&style->bold, zb_docx_xml_toggle (run, "b"));
  set_if_said (&style->hidden, zb_docx_xml_toggle (run, "vanish"));
}

/* The number at the end of a style name that begins with one of @prefixes; 0 where there is none. */
static int
style_name_number (const char *name, const char *const *prefixes) {
  for (; *prefixes != NULL; prefixes++) {
    gsize length = strlen (*prefixes);

    if (g_ascii_strncasecmp (name, *prefixes, length) == 0) {
      const char *rest = name + length + strspn (name + length, " ");

      if (*rest >= '1' && *rest <= '9' && rest[1] == '\0')
        return *rest - '0';
    }
  }
  return 0;
}

static void
apply_name (ZbDocxStyle *style, const char *name) {
  static const char *const headings[] = { "heading", "标题", NULL };
  static const char *const contents[] = { "toc", "目录", NULL };
  int level = style_name_number (name, headings);

  if (level > 0)
    style->outline_level = level - 1;
  style->contents = style_name_number (name, contents) > 0;
}

static StyleEntry *
entry_new (const xmlNode *node) {
  StyleEntry *entry = g_new0 (StyleEntry, 1);
  const xmlNode *name = zb_docx_xml_child (node, "name");
  const xmlNode *based_on = zb_docx_xml_child (node, "basedOn");

  entry->style = NOTHING_SAID;
  if (name != NULL && zb_ooxml_xml_attribute (name, "val") != NULL)
    apply_name (&entry->style, zb_ooxml_xml_attribute (name, "val"));
  if (based_on != NULL)
    entry->based_on = g_strdup (zb_ooxml_xml_attribute (based_on, "val"));
  zb_docx_styles_apply (&entry->style, zb_docx_xml_child (node, "pPr"),
                        zb_docx_xml_child (node, "rPr"));
  return entry;
}

/* Takes over what @style does not say itself. */
static void
inherit (ZbDocxStyle *style, const ZbDocxStyle *base) {
  if (style->outline_level < 0)
    style->outline_level = base->outline_level;
  if (style->number_id < 0)
    style->number_id = base->number_id;
  if (style->number_level < 0)
    style->number_level = base->number_level;
  if (style->bold < 0)
    style->bold = base->bold;
  if (style->hidden < 0)
    style->hidden = base->hidden;
  if (style->centred < 0)
    style->centred = base->centred;
  if (style->half_points < 0)
    style->half_points = base->half_points;
  style->contents = style->contents || base->contents;
}

/* Follows the chain of basedOn; an entry counts as resolved before its base is asked, so that a
 * chain that bites its tail ends. */
static void
resolve (GHashTable *table, StyleEntry *entry, const ZbDocxStyle *defaults) {
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  while (entry != NULL && !entry->resolved) {
    entry->resolved = TRUE;
    g_ptr_array_add (chain, entry);
    entry = entry->based_on != NULL ? g_hash_table_lookup (table, entry->based_on) : NULL;
  }
  for (guint i = chain->len; i-- > 0;) {
    StyleEntry *derived = g_ptr_array_index (chain, i);

    inherit (&derived->style, entry != NULL ? &entry->style : defaults);
    entry = derived;
  }
}

static void
resolve_all (GHashTable *table, const ZbDocxStyle *defaults) {
  GHashTableIter iterator;
  gpointer value;

  g_hash_table_iter_init (&iterator, table);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    resolve (table, value, defaults);
}

static void
add_style (ZbDocxStyles *styles, const xmlNode *node, char **default_id) {
  const char *type = zb_ooxml_xml_attribute (node, "type");
  const char *id = zb_ooxml_xml_attribute (node, "styleId");
  const char *is_default = zb_ooxml_xml_attribute (node, "default");

  if (id == NULL)
    return;
  if (g_strcmp0 (type, "character") == 0) {
    g_hash_table_replace (styles->character, g_strdup (id), entry_new (node));
  } else if (g_strcmp0 (type, "numbering") == 0) {
    g_hash_table_replace (styles->list, g_strdup (id), entry_new (node));
  } else if (type == NULL || g_str_equal (type, "paragraph")) {
    g_hash_table_replace (styles->paragraph, g_strdup (id), entry_new (node));
    if (is_default != NULL && (g_str_equal (is_default, "1") || g_str_equal (is_default, "true"))) {
      g_free (*default_id);
      *default_id = g_strdup (id);
    }
  }
}

static void
read_defaults (ZbDocxStyle *style, const xmlNode *root) {
  const xmlNode *defaults = zb_docx_xml_child (root, "docDefaults");
  const xmlNode *paragraph = zb_docx_xml_child (defaults, "pPrDefault");
  const xmlNode *run = zb_docx_xml_child (defaults, "rPrDefault");

  zb_docx_styles_apply (style, zb_docx_xml_child (paragraph, "pPr"),
                        zb_docx_xml_child (run, "rPr"));
}

ZbDocxStyles *
zb_docx_styles_new (const xmlDoc *part) {
  ZbDocxStyles *styles = g_new0 (ZbDocxStyles, 1);
  const xmlNode *root = part != NULL ? xmlDocGetRootElement (part) : NULL;
  g_autofree char *default_id = NULL;
  const StyleEntry *normal = NULL;

  styles->paragraph = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  styles->character = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  styles->list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  styles->fallback = g_new0 (StyleEntry, 1);
  styles->fallback->style = NOTHING_SAID;
  if (root == NULL)
    return styles;
  read_defaults (&styles->fallback->style, root);
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (zb_docx_xml_is (node, "style"))
      add_style (styles, node, &default_id);
  resolve_all (styles->paragraph, &styles->fallback->style);
  resolve_all (styles->character, &NOTHING_SAID);
  if (default_id != NULL)
    normal = g_hash_table_lookup (styles->paragraph, default_id);
  if (normal != NULL)
    styles->fallback->style = normal->style;
  return styles;
}

const ZbDocxStyle *
zb_docx_styles_lookup (const ZbDocxStyles *styles, const char *id) {
  const StyleEntry *entry = id != NULL ? g_hash_table_lookup (styles->paragraph, id) : NULL;

  return entry != NULL ? &entry->style : &styles->fallback->style;
}

const ZbDocxStyle *
zb_docx_styles_lookup_character (const ZbDocxStyles *styles, const char *id) {
  const StyleEntry *entry = id != NULL ? g_hash_table_lookup (styles->character, id) : NULL;

  return entry != NULL ? &entry->style : NULL;
}

int
zb_docx_styles_lookup_list (const ZbDocxStyles *styles, const char *id) {
  const StyleEntry *entry = g_hash_table_lookup (styles->list, id);

  return entry != NULL ? entry->style.number_id : -1;
}
