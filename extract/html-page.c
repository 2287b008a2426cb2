/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-page.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "html-encoding.h"

/* The signs of a page stand in its first bytes. */
enum { HEAD_BYTES = 2048 };
/* Pages with tags that nobody closed nest deeper than any XML does. */
enum { HTML_DEPTH_FACTOR = 4 };

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

/* Whether text goes on behind the end of the page: Markdown with a table that its recogniser wrote
 * as a page of its own. Scripts and comments there are not text. */
static gboolean
goes_on (const char *data, gsize length) {
  static const char END[] = "</html>";

  for (gsize i = 0; i + sizeof END - 1 <= length; i++) {
    gsize at = i + sizeof END - 1;

    if (data[i] != '<' || g_ascii_strncasecmp (data + i, END, sizeof END - 1) != 0)
      continue;
    while (at < length && (g_ascii_isspace (data[at]) || data[at] == '\0'))
      at++;
    return at < length && data[at] != '<';
  }
  return FALSE;
}

char *
zb_html_page_get_head (GBytes *bytes) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *head = g_string_new (NULL);

  /* Without its zero bytes the start of a UTF-16 page is plain ASCII. */
  for (gsize i = 0; i < MIN (length, HEAD_BYTES); i++)
    if (data[i] != '\0' && (i > 1 || ((guint8) data[i] != 0xFF && (guint8) data[i] != 0xFE)))
      g_string_append_c (head, data[i]);
  return g_string_free (head, !has_page_sign (head->str) || goes_on (data, length));
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

xmlDoc *
zb_html_page_parse (GBytes *bytes, const ZbReadOptions *options, GPtrArray *diagnostics,
                    GError **error) {
  g_autofree char *text
      = zb_text_encoding_decode (bytes, zb_html_encoding_guess (bytes), diagnostics);
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
