/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-page.h"

#include <string.h>
#include <unistd.h>

#include "diagnostic.h"
#include "html-page.h"
#include "html-tree.h"
#include "outcome.h"

/* The largest page of a site takes a second. */
enum { MAX_MILLISECONDS = 60000 };

static void
link_free (gpointer data) {
  ZbFetchLink *link = data;

  g_free (link->address);
  g_free (link->text);
  g_free (link);
}

/* @reference as seen from @base, normalised; NULL where it leads to no web page. */
static char *
resolve (const char *base, const char *reference) {
  g_autofree char *stripped = g_strstrip (g_strdup (reference));
  g_autofree char *absolute
    = g_uri_resolve_relative (base, stripped, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autoptr (GUri) uri
    = absolute != NULL
        ? g_uri_parse (absolute,
                       G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE,
                       NULL)
        : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  g_autofree char *printed = NULL;

  if ((!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
      || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  printed = g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);
  /* Spaces and Chinese characters in an address go over the wire escaped. */
  return g_uri_escape_string (printed, "%!$&'()*+,;=:@/?[]", FALSE);
}

static ZbFetchLink *
read_link (xmlNode *node, const char *base) {
  const char *reference = zb_html_tree_attribute (node, "href");
  const char *title = zb_html_tree_attribute (node, "title");
  g_autofree char *address = reference != NULL ? resolve (base, reference) : NULL;
  g_autofree char *text = NULL;
  ZbFetchLink *link;

  if (address == NULL)
    return NULL;
  text = g_strstrip (zb_html_tree_get_text (node));
  link = g_new0 (ZbFetchLink, 1);
  link->address = g_steal_pointer (&address);
  /* A shown text that is cut off has the whole of it as its title. */
  if (title != NULL
      && (*text == '\0' || g_str_has_suffix (text, "…") || g_str_has_suffix (text, "...")))
    link->text = g_strstrip (g_strdup (title));
  else
    link->text = g_steal_pointer (&text);
  return link;
}

gboolean
zb_fetch_page_is_html (GBytes *bytes) {
  g_autofree char *head = zb_html_page_get_head (bytes);

  return head != NULL;
}

GPtrArray *
zb_fetch_page_list_links (GBytes *bytes, const char *address) {
  g_autoptr (GPtrArray) diagnostics = zb_diagnostics_new ();
  xmlDoc *page = zb_html_page_parse (bytes, &ZB_READ_OPTIONS_DEFAULT, diagnostics, NULL);
  xmlNode *root = page != NULL ? xmlDocGetRootElement (page) : NULL;
  g_autofree char *base = NULL;
  GPtrArray *links;

  if (root == NULL) {
    g_clear_pointer (&page, xmlFreeDoc);
    return NULL;
  }
  links = g_ptr_array_new_with_free_func (link_free);
  for (xmlNode *node = root; node != NULL; node = zb_html_tree_next (node, root, TRUE)) {
    ZbFetchLink *link = NULL;

    if (base == NULL && zb_html_tree_is (node, "base")
        && zb_html_tree_attribute (node, "href") != NULL)
      base = resolve (address, zb_html_tree_attribute (node, "href"));
    else if (zb_html_tree_is (node, "a") || zb_html_tree_is (node, "area"))
      link = read_link (node, base != NULL ? base : address);
    if (link != NULL)
      g_ptr_array_add (links, link);
  }
  xmlFreeDoc (page);
  return links;
}

typedef struct {
  GBytes *bytes;
  const char *address;
} Page;

/* In the confined process. */
static void
send_links (int pipe, gconstpointer data) {
  const Page *page = data;
  g_autoptr (GPtrArray) links = zb_fetch_page_list_links (page->bytes, page->address);
  GByteArray *rows = g_byte_array_new ();

  for (guint i = 0; links != NULL && i < links->len; i++) {
    const ZbFetchLink *link = g_ptr_array_index (links, i);

    zb_row_begin (rows, ZB_ROW_LINK, 2);
    zb_row_text (rows, link->address);
    zb_row_text (rows, link->text);
  }
  if (links == NULL) {
    zb_row_begin (rows, ZB_ROW_UNREADABLE, 2);
    zb_row_integer (rows, ZB_ERROR_UNSUPPORTED);
    zb_row_text (rows, "no HTML page");
  }
  zb_row_begin (rows, ZB_ROW_CONVERTED, 0);
  zb_row_begin (rows, ZB_ROW_END, 0);
  zb_worker_send (pipe, rows);
}

static GPtrArray *
receive_links (const GByteArray *rows) {
  ZbDecoder decoder = { .data = rows->data, .length = rows->len };
  GPtrArray *links = g_ptr_array_new_with_free_func (link_free);
  ZbRow row;

  while (zb_row_next (&decoder, &row)) {
    ZbFetchLink *link;

    if (row.kind != ZB_ROW_LINK)
      continue;
    link = g_new0 (ZbFetchLink, 1);
    link->address = zb_row_dup_text (&row, 0);
    link->text = zb_row_dup_text (&row, 1);
    if (link->address != NULL && link->text != NULL)
      g_ptr_array_add (links, link);
    else
      link_free (link);
  }
  return links;
}

GPtrArray *
zb_fetch_page_list_confined (const ZbSandbox *sandbox, GBytes *bytes, const char *address,
                             char **problem) {
  const Page page = { bytes, address };
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ZbEnding) ending = { 0 };
  ZbWorker worker;

  if (!zb_worker_start_work (&worker, sandbox, send_links, &page, &error)) {
    *problem = g_strdup (error->message);
    return NULL;
  }
  zb_ending_await (&ending, &worker, rows, MAX_MILLISECONDS);
  if (ending.converted)
    return receive_links (rows);
  *problem = g_strdup (ending.reason != NULL ? ending.reason : "its reader ended without a result");
  return NULL;
}
