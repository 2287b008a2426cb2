/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#include "html-blocks.h"
#include "html-page.h"
#include "html-prune.h"
#include "text-fold.h"

/* A saved page: what a browser displays of it, without the site around the article. */

/* The title is looked for in so many blocks before it counts as not printed. */
enum { BLOCKS_SEARCHED = 40 };

static guint
recognize (GBytes *bytes, const char *filename) {
  g_autofree char *head = zb_html_page_get_head (bytes);

  return head != NULL ? 85 : 0;
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
  xmlNode *element = zb_html_tree_find (root, "title");
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
  g_autoptr (xmlDoc) page = zb_html_page_parse (bytes, options, document->diagnostics, error);
  ZbHtmlBlocks blocks = { .document = document, .cells_left = options->max_cells };
  ZbHtmlPruned pruned = { 0 };
  xmlNode *root = NULL, *body = NULL;

  if (page == NULL)
    return NULL;
  root = xmlDocGetRootElement (page);
  body = zb_html_tree_find (root, "body");
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
