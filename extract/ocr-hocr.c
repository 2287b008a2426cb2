/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-page.h"
#include "html-tree.h"
#include "ocr-pages.h"

#include <string.h>

/* hOCR: a web page whose elements carry a class, ocr_page, ocr_line or ocrx_word, and in their
 * titles properties such as "bbox 10 20 300 40; x_wconf 93". */

static const char *const LINES[]
    = { "ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer", NULL };

static guint
recognize (GBytes *bytes, const char *filename) {
  g_autofree char *head = zb_html_page_get_head (bytes);

  return head != NULL && (strstr (head, "ocr_page") != NULL || strstr (head, "ocr-system") != NULL)
             ? 95
             : 0;
}

static gboolean
has_class (const xmlNode *node, const char *name) {
  const char *value = node->type == XML_ELEMENT_NODE ? zb_html_tree_attribute (node, "class") : NULL;
  g_auto (GStrv) classes = value != NULL ? g_strsplit (value, " ", -1) : NULL;

  return classes != NULL && g_strv_contains ((const char *const *) classes, name);
}

static gboolean
is_line (const xmlNode *node) {
  for (const char *const *name = LINES; *name != NULL; name++)
    if (has_class (node, *name))
      return TRUE;
  return FALSE;
}

/* What follows the property @name of the title; NULL where it is not there. Borrowed. */
static const char *
find_property (const xmlNode *node, const char *name) {
  const char *title = zb_html_tree_attribute (node, "title");
  gsize length = strlen (name);

  for (const char *at = title; at != NULL && *at != '\0';) {
    at += strspn (at, " ;\n\t");
    if (strncmp (at, name, length) == 0 && at[length] == ' ')
      return at + length;
    at = strchr (at, ';');
  }
  return NULL;
}

static gboolean
read_box (const xmlNode *node, ZbBox *box) {
  const char *at = find_property (node, "bbox");

  return at != NULL && zb_ocr_pages_parse_number (at, &box->x0, &at)
         && zb_ocr_pages_parse_number (at, &box->y0, &at)
         && zb_ocr_pages_parse_number (at, &box->x1, &at)
         && zb_ocr_pages_parse_number (at, &box->y1, NULL);
}

static double
read_confidence (const xmlNode *node) {
  const char *at = find_property (node, "x_wconf");
  double percent;

  return at != NULL && zb_ocr_pages_parse_number (at, &percent, NULL) ? MAX (percent, 0) / 100 : -1;
}

/* Adds what is below @node as one word at @node's place, or else at @around's. */
static void
add_word (ZbOcrPages *pages, xmlNode *node, xmlNode *around) {
  g_autofree char *text = zb_html_tree_get_text (node);
  ZbBox box;
  gboolean placed = read_box (node, &box) || read_box (around, &box);

  if (*text != '\0')
    zb_ocr_pages_add_word (pages, text, placed ? &box : NULL, read_confidence (node));
}

static void
read_line (ZbOcrPages *pages, xmlNode *line) {
  guint words = 0;

  for (xmlNode *node = line->children; node != NULL;) {
    gboolean word = has_class (node, "ocrx_word") || has_class (node, "ocr_word");

    if (word)
      add_word (pages, node, line);
    words += word;
    node = zb_html_tree_next (node, line, !word);
  }
  if (words == 0)
    add_word (pages, line, line);
  zb_ocr_pages_end_line (pages);
}

static gboolean
begin_page (ZbOcrPages *pages, xmlNode *node, GError **error) {
  const char *resolution = find_property (node, "scan_res");
  ZbBox box = { 0 };
  double dpi = 0;

  read_box (node, &box);
  if (resolution != NULL)
    zb_ocr_pages_parse_number (resolution, &dpi, NULL);
  return zb_ocr_pages_begin (pages, box.x1, box.y1, dpi, error);
}

/* Takes one node; *@inside: whether what is below it is still to be read. */
static gboolean
read_node (ZbOcrPages *pages, xmlNode *node, gboolean *inside, GError **error) {
  ZbBox box;

  *inside = FALSE;
  if (node->type == XML_TEXT_NODE) {
    g_autofree char *text = g_strstrip (g_strdup ((const char *) node->content));

    /* Text that belongs to no line has no place. */
    if (*text != '\0')
      zb_ocr_pages_add_word (pages, text, NULL, -1);
    return TRUE;
  }
  if (zb_html_tree_is (node, "script") || zb_html_tree_is (node, "style"))
    return TRUE;
  if (has_class (node, "ocr_page") && !begin_page (pages, node, error))
    return FALSE;
  if (has_class (node, "ocr_separator") && read_box (node, &box))
    zb_ocr_pages_add_separator (pages, &box);
  if (is_line (node))
    read_line (pages, node);
  else
    *inside = TRUE;
  return TRUE;
}

static gboolean
read_tree (ZbOcrPages *pages, xmlNode *root, GError **error) {
  for (xmlNode *node = root->children; node != NULL;) {
    gboolean inside;

    if (!read_node (pages, node, &inside, error))
      return FALSE;
    node = zb_html_tree_next (node, root, inside);
  }
  return zb_ocr_pages_finish (pages, error);
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (xmlDoc) page = zb_html_page_parse (bytes, options, document->diagnostics, error);
  xmlNode *root = NULL, *body = NULL;
  ZbOcrPages pages;
  gboolean ok;

  if (page == NULL)
    return NULL;
  root = xmlDocGetRootElement (page);
  body = zb_html_tree_find (root, "body");
  zb_ocr_pages_init (&pages, document, options);
  ok = read_tree (&pages, body != NULL ? body : root, error);
  zb_ocr_pages_clear (&pages);
  return ok ? g_steal_pointer (&document) : NULL;
}

const ZbReader zb_hocr_reader = {
  .name = "hocr",
  .media_type = "text/vnd.hocr+html",
  .recognize = recognize,
  .read = read_document,
};
