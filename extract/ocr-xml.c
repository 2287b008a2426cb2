/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ocr-pages.h"
#include "ooxml-xml.h"

#include <string.h>

/* ALTO and PAGE XML. ALTO: Page > … > TextLine > String with HPOS, VPOS, WIDTH, HEIGHT, CONTENT
 * and WC. PAGE: Page > … > TextLine > Word, each with Coords (a polygon) and a TextEquiv. */

/* The root element stands in the first bytes. */
enum { HEAD_BYTES = 4096 };

typedef struct {
  ZbOcrPages pages;
  double unit_dpi; /* of ALTO's unit of measure; 0 for pixels */
} Reading;

static gboolean
has_root (GBytes *bytes, const char *name) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, MIN (length, HEAD_BYTES));
  const char *start = g_str_has_prefix (head, "\xEF\xBB\xBF") ? head + 3 : head;

  start += strspn (start, " \t\r\n");
  if (*start != '<')
    return FALSE;
  for (const char *at = strchr (start, '<'); at != NULL; at = strchr (at + 1, '<')) {
    const char *element = at + 1 + strcspn (at + 1, ": \t\r\n/>");

    /* The name may have a prefix. */
    element = *element == ':' ? element + 1 : at + 1;
    if (at[1] != '?' && at[1] != '!')
      return strncmp (element, name, strlen (name)) == 0
             && strchr (" \t\r\n/>", element[strlen (name)]) != NULL;
  }
  return FALSE;
}

static guint
recognize_alto (GBytes *bytes, const char *filename) {
  return has_root (bytes, "alto") ? 95 : 0;
}

static guint
recognize_page (GBytes *bytes, const char *filename) {
  return has_root (bytes, "PcGts") ? 95 : 0;
}

static double
get_number (const xmlNode *node, const char *name, double fallback) {
  const char *value = zb_ooxml_xml_attribute (node, name);
  double number;

  return value != NULL && zb_ocr_pages_parse_number (value, &number, NULL) ? number : fallback;
}

/* ── ALTO ── */

static gboolean
read_alto_box (const xmlNode *node, ZbBox *box) {
  double width = get_number (node, "WIDTH", 0), height = get_number (node, "HEIGHT", 0);

  box->x0 = get_number (node, "HPOS", 0);
  box->y0 = get_number (node, "VPOS", 0);
  box->x1 = box->x0 + width;
  box->y1 = box->y0 + height;
  return width > 0 && height > 0;
}

static void
read_alto_line (ZbOcrPages *pages, const xmlNode *line) {
  for (const xmlNode *node = line->children; node != NULL; node = node->next) {
    const char *text = node->type == XML_ELEMENT_NODE
                           ? zb_ooxml_xml_attribute (node, "CONTENT") : NULL;
    ZbBox box;

    if (text != NULL && (zb_ooxml_xml_is (node, "String") || zb_ooxml_xml_is (node, "HYP")))
      zb_ocr_pages_add_word (pages, text,
                             read_alto_box (node, &box) || read_alto_box (line, &box) ? &box : NULL,
                             get_number (node, "WC", -1));
  }
  zb_ocr_pages_end_line (pages);
}

static void
note_alto_unit (Reading *reading, const xmlNode *node) {
  const xmlNode *text = node->children;
  const char *unit = text != NULL && text->content != NULL ? (const char *) text->content : "";

  if (strstr (unit, "mm10") != NULL)
    reading->unit_dpi = 254;
  else if (strstr (unit, "inch1200") != NULL)
    reading->unit_dpi = 1200;
}

/* Takes one element; *@inside: whether what is below it is still to be read. */
static gboolean
read_alto_node (Reading *reading, const xmlNode *node, gboolean *inside, GError **error) {
  ZbOcrPages *pages = &reading->pages;
  ZbBox box;

  *inside = !zb_ooxml_xml_is (node, "TextLine");
  if (zb_ooxml_xml_is (node, "MeasurementUnit"))
    note_alto_unit (reading, node);
  else if (zb_ooxml_xml_is (node, "Page"))
    return zb_ocr_pages_begin (pages, get_number (node, "WIDTH", 0),
                               get_number (node, "HEIGHT", 0), reading->unit_dpi, error);
  else if (zb_ooxml_xml_is (node, "GraphicalElement") && read_alto_box (node, &box))
    zb_ocr_pages_add_separator (pages, &box);
  else if (zb_ooxml_xml_is (node, "TextLine"))
    read_alto_line (pages, node);
  return TRUE;
}

/* ── PAGE ── */

/* The rectangle around a polygon "x,y x,y …" in the attribute of a Coords element, or in Point
 * elements as early versions have them. */
static gboolean
read_polygon (const xmlNode *coords, ZbBox *box) {
  const char *points = zb_ooxml_xml_attribute (coords, "points");
  guint count = 0;
  double x, y;

  for (const char *at = points; at != NULL && zb_ocr_pages_parse_number (at, &x, &at); count++) {
    if (*at != ',' || !zb_ocr_pages_parse_number (at + 1, &y, &at))
      break;
    *box = count == 0 ? (ZbBox){ x, y, x, y }
                      : (ZbBox){ MIN (box->x0, x), MIN (box->y0, y), MAX (box->x1, x),
                                 MAX (box->y1, y) };
  }
  for (const xmlNode *point = coords->children; points == NULL && point != NULL;
       point = point->next) {
    if (!zb_ooxml_xml_is (point, "Point"))
      continue;
    x = get_number (point, "x", 0);
    y = get_number (point, "y", 0);
    *box = count++ == 0 ? (ZbBox){ x, y, x, y }
                        : (ZbBox){ MIN (box->x0, x), MIN (box->y0, y), MAX (box->x1, x),
                                   MAX (box->y1, y) };
  }
  return count > 1;
}

static gboolean
read_page_box (const xmlNode *node, ZbBox *box) {
  const xmlNode *coords = zb_ooxml_xml_child (node, "Coords");

  return coords != NULL && read_polygon (coords, box);
}

/* Adds the first reading of @node, a Word or a TextLine, at its own place or that of @around. */
static gboolean
add_page_word (ZbOcrPages *pages, const xmlNode *node, const xmlNode *around) {
  const xmlNode *reading = zb_ooxml_xml_child (node, "TextEquiv");
  const xmlNode *content = zb_ooxml_xml_child (reading, "Unicode");
  const xmlNode *text = content != NULL ? content->children : NULL;
  ZbBox box;

  if (text == NULL || text->content == NULL)
    return FALSE;
  zb_ocr_pages_add_word (pages, (const char *) text->content,
                         read_page_box (node, &box) || read_page_box (around, &box) ? &box : NULL,
                         get_number (reading, "conf", -1));
  return TRUE;
}

static void
read_page_line (ZbOcrPages *pages, const xmlNode *line) {
  gboolean any = FALSE;

  for (const xmlNode *node = line->children; node != NULL; node = node->next)
    if (zb_ooxml_xml_is (node, "Word"))
      any = add_page_word (pages, node, line) || any;
  if (!any)
    add_page_word (pages, line, line);
  zb_ocr_pages_end_line (pages);
}

static double
read_page_resolution (const xmlNode *page) {
  const char *unit = zb_ooxml_xml_attribute (page, "imageResolutionUnit");
  double resolution = get_number (page, "imageXResolution", 0);

  return g_strcmp0 (unit, "PPCM") == 0 ? resolution * 2.54 : resolution;
}

static gboolean
read_page_node (Reading *reading, const xmlNode *node, gboolean *inside, GError **error) {
  ZbOcrPages *pages = &reading->pages;
  ZbBox box;

  *inside = !zb_ooxml_xml_is (node, "TextLine");
  if (zb_ooxml_xml_is (node, "Page"))
    return zb_ocr_pages_begin (pages, get_number (node, "imageWidth", 0),
                               get_number (node, "imageHeight", 0), read_page_resolution (node),
                               error);
  if (zb_ooxml_xml_is (node, "SeparatorRegion") && read_page_box (node, &box))
    zb_ocr_pages_add_separator (pages, &box);
  else if (zb_ooxml_xml_is (node, "TextLine")
           || (zb_ooxml_xml_is (node, "TextRegion")
               && zb_ooxml_xml_child (node, "TextLine") == NULL))
    read_page_line (pages, node);
  return TRUE;
}

/* ── both ── */

typedef gboolean (*NodeReader) (Reading *reading, const xmlNode *node, gboolean *inside,
                                GError **error);

static gboolean
read_tree (Reading *reading, const xmlNode *root, NodeReader read_node, GError **error) {
  const xmlNode *node = root->children;

  while (node != NULL) {
    gboolean inside = FALSE;

    if (node->type == XML_ELEMENT_NODE && !read_node (reading, node, &inside, error))
      return FALSE;
    if (inside && node->children != NULL) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == NULL)
      node = node->parent;
    node = node == root ? NULL : node->next;
  }
  return zb_ocr_pages_finish (&reading->pages, error);
}

static ZbDocument *
read_xml (GBytes *bytes, const ZbReadOptions *options, NodeReader read_node, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (xmlDoc) source = zb_ooxml_xml_parse (bytes, options->max_xml_depth, error);
  Reading reading = { .unit_dpi = 0 };
  gboolean ok;

  if (source == NULL)
    return NULL;
  zb_ocr_pages_init (&reading.pages, document, options);
  ok = read_tree (&reading, xmlDocGetRootElement (source), read_node, error);
  zb_ocr_pages_clear (&reading.pages);
  return ok ? g_steal_pointer (&document) : NULL;
}

static ZbDocument *
read_alto (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  return read_xml (bytes, options, read_alto_node, error);
}

static ZbDocument *
read_page (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  return read_xml (bytes, options, read_page_node, error);
}

const ZbReader zb_alto_reader = {
  .name = "alto",
  .media_type = "application/alto+xml",
  .recognize = recognize_alto,
  .read = read_alto,
};

const ZbReader zb_page_reader = {
  .name = "page",
  .media_type = "application/vnd.prima.page+xml",
  .recognize = recognize_page,
  .read = read_page,
};
