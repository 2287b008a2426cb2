/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "html-blocks.h"
#include "html-encoding.h"
#include "html-prune.h"
#include "text-fold.h"

/* A saved page: what a browser displays of it, without the site around the article. */

/* The signs of a page stand in its first bytes. */
enum { HEAD_BYTES = 2048 };
/* Pages with tags that nobody closed nest deeper than any XML does. */
enum { HTML_DEPTH_FACTOR = 4 };
/* The title is looked for in so many blocks before it counts as not printed. */
enum { BLOCKS_SEARCHED = 40 };

static gboolean
has_page_sign (const char *head) {
  const char *at = head;

  if (g_str_has_prefix (at, "\xEF\xBB\xBF"))
    at += 3;
  at += strspn (at, " \t\r\n");
  while (g_str_has_prefix (at, "<!--") || g_str_has_prefix (at, "<?")) {
    const char *end = strstr (at, g_str_has_prefix (at, "<?") ? "?>" : "-->");

    if (end == NULL)
      return FALSE;
    at = end + (g_str_has_prefix (at, "<?") ? 2 : 3);
    at += strspn (at, " \t\r\n");
  }
  return g_ascii_strncasecmp (at, "<!doctype html", strlen ("<!doctype html")) == 0
         || g_ascii_strncasecmp (at, "<html", strlen ("<html")) == 0
         || g_ascii_strncasecmp (at, "<head", strlen ("<head")) == 0
         || g_ascii_strncasecmp (at, "<body", strlen ("<body")) == 0;
}

static guint
recognize (GBytes *bytes, const char *filename) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GString) head = g_string_new (NULL);

  /* Without its zero bytes the start of a UTF-16 page is plain ASCII. */
  for (gsize i = 0; i < MIN (length, HEAD_BYTES); i++)
    if (data[i] != '\0' && (i > 1 || ((guint8) data[i] != 0xFF && (guint8) data[i] != 0xFE)))
      g_string_append_c (head, data[i]);
  return has_page_sign (head->str) ? 85 : 0;
}

/* What the parser's call-back found; hangs on the parser context. */
typedef struct {
  guint max_depth;
  gboolean too_deep;
} ParseGuard;

static void
start_element (void *data, const xmlChar *name, const xmlChar **attributes) {
  xmlParserCtxt *parser = data;
  ParseGuard *guard = parser->_private;

  if (guard->too_deep || (guint) parser->nodeNr >= guard->max_depth) {
    guard->too_deep = TRUE;
    xmlStopParser (parser);
    return;
  }
  xmlSAX2StartElement (data, name, attributes);
}

static xmlDoc *
parse_page (const char *text, const ZbReadOptions *options, GError **error) {
  ParseGuard guard = { .max_depth = options->max_xml_depth * HTML_DEPTH_FACTOR };
  g_autoptr (xmlDoc) page = NULL;
  xmlParserCtxt *parser = htmlNewParserCtxt ();
  gsize length = strlen (text);

  /* The depth is limited here, so libxml2's own limit, which cuts the page off, is lifted. */
  parser->options |= XML_PARSE_HUGE;
  parser->_private = &guard;
  parser->sax->startElement = start_element;
  if (length <= G_MAXINT)
    page = htmlCtxtReadMemory (parser, text, (int) length, NULL, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR
                                   | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
  htmlFreeParserCtxt (parser);
  if (guard.too_deep) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "HTML nested deeper than %d times max_xml_depth %u", HTML_DEPTH_FACTOR,
                 options->max_xml_depth);
    return NULL;
  }
  if (page == NULL || xmlDocGetRootElement (page) == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the page holds no HTML that can be read");
    return NULL;
  }
  return g_steal_pointer (&page);
}

static xmlNode *
find_element (xmlNode *root, const char *name) {
  for (xmlNode *node = root; node != NULL; node = zb_html_tree_next (node, root, TRUE))
    if (zb_html_tree_is (node, name))
      return node;
  return NULL;
}

/* What <meta name=@name> says; borrowed, NULL where none does. */
static const char *
find_meta (xmlNode *root, const char *name) {
  for (xmlNode *node = root; node != NULL; node = zb_html_tree_next (node, root, TRUE)) {
    const char *key = zb_html_tree_is (node, "meta") ? zb_html_tree_attribute (node, "name") : NULL;

    if (key != NULL && g_ascii_strcasecmp (key, name) == 0)
      return zb_html_tree_attribute (node, "content");
  }
  return NULL;
}

/* Whether the article prints @title; a site's name may stand before or behind it. */
static gboolean
is_printed (const ZbDocument *document, const char *title) {
  g_autofree char *folded = zb_text_fold (title);

  for (guint i = 0; i < MIN (document->blocks->len, BLOCKS_SEARCHED); i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);
    g_autofree char *text = block->text != NULL ? zb_text_fold (block->text) : NULL;

    if (text != NULL && g_utf8_strlen (text, -1) >= 6
        && (strstr (folded, text) != NULL || strstr (text, folded) != NULL))
      return TRUE;
  }
  return FALSE;
}

/* The title of the page becomes the first heading where the article does not print it, and else
 * furniture. What meta elements say is printed nowhere: it is kept as furniture. */
static void
add_head (ZbDocument *document, xmlNode *root) {
  xmlNode *element = find_element (root, "title");
  const char *article = find_meta (root, "ArticleTitle"), *date = find_meta (root, "PubDate");
  g_autofree char *page_title = element != NULL ? zb_html_tree_get_text (element) : g_strdup ("");
  g_autofree char *title = zb_text_trim (article != NULL && *article != '\0' ? article : page_title);
  g_autofree char *published = zb_text_trim (date != NULL ? date : "");
  gboolean heading = *title != '\0' && !is_printed (document, title);
  guint at = 0;

  if (*title != '\0') {
    ZbBlock *block = zb_block_new (heading ? ZB_BLOCK_HEADING : ZB_BLOCK_FURNITURE, title, NULL);

    block->heading_level = heading ? 1 : 0;
    g_ptr_array_insert (document->blocks, (int) at++, block);
    document->coverage.glyphs += zb_text_count_glyphs (title);
  }
  if (*published != '\0') {
    g_ptr_array_insert (document->blocks, (int) at, zb_block_new (ZB_BLOCK_FURNITURE, published,
                                                                  NULL));
    document->coverage.glyphs += zb_text_count_glyphs (published);
  }
}

static void
report (ZbDocument *document, const ZbHtmlPruned *pruned, guint64 stray) {
  GPtrArray *list = document->diagnostics;

  if (pruned->code > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_INFO, "code_left_out", 0,
                        "%" G_GUINT64_FORMAT " characters of scripts and styles", pruned->code);
  if (pruned->hidden > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_INFO, "hidden_text", 0,
                        "%" G_GUINT64_FORMAT " characters are not displayed", pruned->hidden);
  if (pruned->navigation > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_INFO, "navigation_left_out", 0,
                        "%" G_GUINT64_FORMAT " characters of menus, links and forms",
                        pruned->navigation);
  if (stray > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_WARNING, "text_left_out", 0,
                        "%" G_GUINT64_FORMAT " characters stand in tables but in no cell", stray);
  if (pruned->images > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_INFO, "image_skipped", 0, "%u images are not read",
                        pruned->images);
  document->coverage.left_out = pruned->code + pruned->hidden + pruned->navigation + stray;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autofree char *text = zb_text_encoding_decode (bytes, zb_html_encoding_guess (bytes),
                                                   document->diagnostics);
  g_autoptr (xmlDoc) page = parse_page (text, options, error);
  ZbHtmlBlocks blocks = { .document = document, .cells_left = options->max_cells };
  ZbHtmlPruned pruned = { 0 };
  xmlNode *root = NULL, *body = NULL;

  if (page == NULL)
    return NULL;
  root = xmlDocGetRootElement (page);
  body = find_element (root, "body");
  body = body != NULL ? body : root;
  document->coverage.glyphs = zb_html_tree_count_glyphs (body);
  document->text_origin = ZB_TEXT_ORIGIN_DIGITAL;
  zb_html_prune (body, &pruned);
  if (!zb_html_blocks_read (&blocks, body, error))
    return NULL;
  add_head (document, root);
  report (document, &pruned, blocks.stray_glyphs);
  zb_document_count_blocks (document);
  return g_steal_pointer (&document);
}

const ZbReader zb_html_reader = {
  .name = "html",
  .media_type = "text/html",
  .recognize = recognize,
  .read = read_document,
};
