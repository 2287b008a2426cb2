/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-prune.h"

#include <string.h>

#include "text-fold.h"

typedef enum { KEEP, CODE, HIDDEN, NAVIGATION } Verdict;

static const char *const CODE_ELEMENTS[] = { "script", "style", NULL };
static const char *const HIDDEN_ELEMENTS[]
    = { "template", "noscript", "object", "embed", "iframe", "frame", "svg", "audio", "video",
        "canvas", NULL };
static const char *const NAVIGATION_ELEMENTS[]
    = { "nav", "aside", "footer", "select", "button", "textarea", "datalist", NULL };
/* Boxes that may be menus by what they hold. */
static const char *const BOXES[] = { "div", "ul", "ol", "section", "header", "table", "dl", NULL };
/* Words in a class or an id of a box that is no content, if most of it is links. */
static const char *const NAVIGATION_WORDS[]
    = { "nav", "menu", "crumb", "footer", "sidebar", "share", "toolbar", "header", "copyright",
        "relate", "pagination", "top", "foot", NULL };

/* This many links make a list of links. */
enum { MANY_LINKS = 4 };

/* Whether the inline style says that the element is not displayed. */
static gboolean
is_hidden (const xmlNode *node) {
  const char *style = zb_html_tree_attribute (node, "style");
  g_autofree char *folded = NULL;

  if (zb_html_tree_attribute (node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;
  folded = zb_text_fold (style);
  return strstr (folded, "display:none") != NULL || strstr (folded, "visibility:hidden") != NULL
         || strstr (folded, "mso-hide:all") != NULL;
}

static gboolean
has_word (const xmlNode *node, const char *attribute) {
  const char *value = zb_html_tree_attribute (node, attribute);
  g_autofree char *lower = NULL;

  if (value == NULL)
    return FALSE;
  lower = g_ascii_strdown (value, -1);
  for (const char *const *word = NAVIGATION_WORDS; *word != NULL; word++)
    if (strstr (lower, *word) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether links make up more than @percent of the text. */
static gboolean
is_mostly_links (xmlNode *node, guint percent, guint least_links) {
  guint64 in_links = 0, all = zb_html_tree_count_glyphs (node);
  guint links = 0;

  for (xmlNode *inner = node->children; inner != NULL;) {
    gboolean link = zb_html_tree_is (inner, "a") && zb_html_tree_attribute (inner, "href") != NULL;

    if (link) {
      in_links += zb_html_tree_count_glyphs (inner);
      links++;
    }
    inner = zb_html_tree_next (inner, node, !link);
  }
  return all > 0 && links >= least_links && in_links * 100 > all * percent;
}

static Verdict
judge (xmlNode *node) {
  if (zb_html_tree_is_any (node, CODE_ELEMENTS))
    return CODE;
  if (zb_html_tree_is_any (node, HIDDEN_ELEMENTS) || is_hidden (node))
    return HIDDEN;
  if (zb_html_tree_is_any (node, NAVIGATION_ELEMENTS))
    return NAVIGATION;
  if (!zb_html_tree_is_any (node, BOXES))
    return KEEP;
  if ((has_word (node, "class") || has_word (node, "id")) && is_mostly_links (node, 50, 1))
    return NAVIGATION;
  return is_mostly_links (node, 80, MANY_LINKS) ? NAVIGATION : KEEP;
}

static void
count (ZbHtmlPruned *pruned, Verdict verdict, guint64 glyphs) {
  if (verdict == CODE)
    pruned->code += glyphs;
  else if (verdict == HIDDEN)
    pruned->hidden += glyphs;
  else
    pruned->navigation += glyphs;
}

void
zb_html_prune (xmlNode *root, ZbHtmlPruned *pruned) {
  for (xmlNode *node = root->children; node != NULL;) {
    Verdict verdict = node->type == XML_ELEMENT_NODE ? judge (node) : KEEP;
    xmlNode *next = zb_html_tree_next (node, root, verdict == KEEP);

    if (zb_html_tree_is (node, "img"))
      pruned->images++;
    if (verdict != KEEP) {
      count (pruned, verdict, zb_html_tree_count_glyphs (node));
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
    node = next;
  }
}
