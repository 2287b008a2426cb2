/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-styles.h"

#include "xlsx-number-format.h"

/* A cell names an entry of cellXfs, and that names its number format, font and border by their
 * places in lists of their own. */
struct ZbXlsxStyles {
  GArray *styles; /* ZbXlsxStyle */
};

static const ZbXlsxStyle PLAIN = { .format = (char *) "General" };

typedef struct {
  GHashTable *formats; /* id → code, borrowed from the tree */
  GPtrArray *fonts;    /* xmlNode *, borrowed */
  GPtrArray *borders;
} Lists;

static void
clear_style (gpointer data) {
  g_free (((ZbXlsxStyle *) data)->format);
}

void
zb_xlsx_styles_free (ZbXlsxStyles *styles) {
  g_array_unref (styles->styles);
  g_free (styles);
}

const ZbXlsxStyle *
zb_xlsx_styles_lookup (const ZbXlsxStyles *styles, int index) {
  if (index < 0 || (guint) index >= styles->styles->len)
    return &PLAIN;
  return &g_array_index (styles->styles, ZbXlsxStyle, index);
}

static GPtrArray *
list_children (const xmlNode *root, const char *list, const char *name) {
  GPtrArray *children = g_ptr_array_new ();
  const xmlNode *parent = zb_ooxml_xml_child (root, list);

  for (xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    if (zb_ooxml_xml_is (node, name))
      g_ptr_array_add (children, node);
  return children;
}

static GHashTable *
map_formats (const xmlNode *root) {
  GHashTable *formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) nodes = list_children (root, "numFmts", "numFmt");

  for (guint i = 0; i < nodes->len; i++) {
    const xmlNode *node = g_ptr_array_index (nodes, i);
    const char *code = zb_ooxml_xml_attribute (node, "formatCode");

    if (code != NULL)
      g_hash_table_insert (formats, GINT_TO_POINTER (zb_ooxml_xml_number (node, "numFmtId", -1)),
                           (gpointer) code);
  }
  return formats;
}

static const xmlNode *
lookup_member (const GPtrArray *members, const xmlNode *node, const char *name) {
  int index = zb_ooxml_xml_number (node, name, -1);

  return index >= 0 && (guint) index < members->len ? g_ptr_array_index (members, index) : NULL;
}

/* Vertical rulings make a table; a line below a title does not. */
static gboolean
is_ruled (const xmlNode *border) {
  static const char *const SIDES[] = { "left", "right", "start", "end" };

  for (guint i = 0; i < G_N_ELEMENTS (SIDES); i++) {
    const xmlNode *side = zb_ooxml_xml_child (border, SIDES[i]);
    const char *style = side != NULL ? zb_ooxml_xml_attribute (side, "style") : NULL;

    if (style != NULL && !g_str_equal (style, "none"))
      return TRUE;
  }
  return FALSE;
}

static void
read_font (ZbXlsxStyle *style, const xmlNode *font) {
  const xmlNode *size = zb_ooxml_xml_child (font, "sz"), *bold = zb_ooxml_xml_child (font, "b");

  if (size != NULL)
    style->font_size = CLAMP (zb_ooxml_xml_number (size, "val", 0), 0, 409);
  style->bold = bold != NULL
                && (zb_ooxml_xml_attribute (bold, "val") == NULL
                    || zb_ooxml_xml_flag (bold, "val"));
}

static ZbXlsxStyle
read_style (const Lists *lists, const xmlNode *node) {
  ZbXlsxStyle style = { 0 };
  int id = zb_ooxml_xml_number (node, "numFmtId", 0);
  const char *code = g_hash_table_lookup (lists->formats, GINT_TO_POINTER (id));
  const xmlNode *alignment = zb_ooxml_xml_child (node, "alignment");
  const char *horizontal
      = alignment != NULL ? zb_ooxml_xml_attribute (alignment, "horizontal") : NULL;

  if (code == NULL && id >= 0)
    code = zb_xlsx_number_format_lookup ((guint) id);
  style.format = g_strdup (code != NULL ? code : "General");
  style.ruled = is_ruled (lookup_member (lists->borders, node, "borderId"));
  read_font (&style, lookup_member (lists->fonts, node, "fontId"));
  style.centred = horizontal != NULL && g_str_has_prefix (horizontal, "center");
  return style;
}

ZbXlsxStyles *
zb_xlsx_styles_new (const xmlDoc *part) {
  ZbXlsxStyles *styles = g_new0 (ZbXlsxStyles, 1);
  const xmlNode *root = part != NULL ? xmlDocGetRootElement (part) : NULL;
  g_autoptr (GHashTable) formats = map_formats (root);
  g_autoptr (GPtrArray) fonts = list_children (root, "fonts", "font");
  g_autoptr (GPtrArray) borders = list_children (root, "borders", "border");
  g_autoptr (GPtrArray) cells = list_children (root, "cellXfs", "xf");
  Lists lists = { formats, fonts, borders };

  styles->styles = g_array_new (FALSE, FALSE, sizeof (ZbXlsxStyle));
  g_array_set_clear_func (styles->styles, clear_style);
  for (guint i = 0; i < cells->len; i++) {
    ZbXlsxStyle style = read_style (&lists, g_ptr_array_index (cells, i));

    g_array_append_val (styles->styles, style);
  }
  return styles;
}
