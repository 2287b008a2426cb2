/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-blocks.h"

#include <string.h>

#include "caption-words.h"
#include "html-table.h"
#include "text-fold.h"
#include "text-paragraphs.h"

/* Everything that is not one of these runs on in the line. */
static const char *const BLOCKS[]
    = { "p",    "div",   "h1",      "h2",      "h3",     "h4",         "h5",     "h6",    "ul",
        "ol",   "li",    "dl",      "dt",      "dd",     "blockquote", "center", "form",  "pre",
        "hr",   "main",  "section", "article", "header", "address",    "figure", "legend", "tr",
        "td",   "th",    "tbody",   "thead",   "tfoot",  "caption",    "figcaption", "fieldset",
        "body", NULL };

/* The line that is being put together; line breaks are '\n'. */
typedef struct {
  ZbHtmlBlocks *blocks;
  GString *text;
  guint64 bold_glyphs;
  guint heading_level;
  gboolean bold, centred;
} Flow;

static gboolean read_children (Flow *flow, xmlNode *node, GError **error);

static void
add_block (Flow *flow, const char *text) {
  g_autofree char *trimmed = zb_text_trim (text);
  ZbBlock *block = NULL;

  if (*trimmed == '\0')
    return;
  block = zb_block_new (flow->heading_level > 0 ? ZB_BLOCK_HEADING : ZB_BLOCK_PARAGRAPH, trimmed,
                        NULL);
  block->heading_level = flow->heading_level;
  block->centred = flow->centred;
  block->bold = flow->heading_level == 0 && flow->bold_glyphs > 0
                && flow->bold_glyphs == zb_text_count_glyphs (flow->text->str);
  g_ptr_array_add (flow->blocks->document->blocks, block);
}

/* Ends the line: it becomes one paragraph, or several where its breaks say so. */
static void
flush (Flow *flow) {
  g_auto (GStrv) lines = g_strsplit (flow->text->str, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  const char *previous = NULL;

  for (char **line = lines; *line != NULL; line++) {
    if (zb_text_count_glyphs (*line) == 0)
      continue;
    if (previous != NULL && flow->heading_level == 0
        && (zb_text_paragraphs_break_ends (previous, *line)
            || zb_caption_words_stand_alone (previous) || zb_caption_words_stand_alone (*line))) {
      add_block (flow, joined->str);
      g_string_truncate (joined, 0);
    }
    zb_text_append_typed_line (joined, *line);
    previous = *line;
  }
  add_block (flow, joined->str);
  g_string_truncate (flow->text, 0);
  flow->bold_glyphs = 0;
}

static guint
get_heading_level (const xmlNode *node) {
  const char *name = (const char *) node->name;

  return g_ascii_tolower (name[0]) == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0'
             ? (guint) (name[1] - '0')
             : 0;
}

static gboolean
is_centred (const xmlNode *node, gboolean inherited) {
  const char *align = zb_html_tree_attribute (node, "align");
  const char *style = zb_html_tree_attribute (node, "style");
  const char *rule = style != NULL ? strstr (style, "text-align:") : NULL;

  if (rule != NULL)
    return strncmp (rule + strlen ("text-align:") + strspn (rule + strlen ("text-align:"), " "),
                    "center", strlen ("center")) == 0;
  if (align != NULL)
    return g_ascii_strcasecmp (align, "center") == 0;
  return inherited || zb_html_tree_is (node, "center");
}

/* The rows and the cells of a table itself, not of tables inside it. */
typedef struct {
  guint rows, most_cells;
  guint64 nested_glyphs;
  gboolean nested;
} TableShape;

static guint
count_cells (const xmlNode *row) {
  guint cells = 0;

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    cells += zb_html_tree_is (cell, "td") || zb_html_tree_is (cell, "th");
  return cells;
}

static TableShape
measure_table (xmlNode *table) {
  TableShape shape = { 0 };

  for (xmlNode *node = table->children; node != NULL;) {
    gboolean inner = zb_html_tree_is (node, "table");

    if (inner) {
      shape.nested = TRUE;
      shape.nested_glyphs += zb_html_tree_count_glyphs (node);
    } else if (zb_html_tree_is (node, "tr")) {
      shape.rows++;
      shape.most_cells = MAX (shape.most_cells, count_cells (node));
    }
    node = zb_html_tree_next (node, table, !inner);
  }
  return shape;
}

/* A table that only arranges the page: it says so, it has one column, or other tables make up most
 * of it. */
static gboolean
is_layout (xmlNode *table) {
  const char *role = zb_html_tree_attribute (table, "role");
  TableShape shape = measure_table (table);

  if (role != NULL && (g_str_equal (role, "presentation") || g_str_equal (role, "none")))
    return TRUE;
  if (shape.most_cells <= 1)
    return TRUE;
  return shape.nested && shape.nested_glyphs * 2 > zb_html_tree_count_glyphs (table);
}

static guint64
count_cell_glyphs (const ZbTable *table) {
  guint64 glyphs = 0;

  for (guint i = 0; i < table->cells->len; i++) {
    ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autofree char *text = cell->text;

    cell->text = zb_text_trim (text);
    cell->flags = 0;
    glyphs += zb_text_count_glyphs (cell->text);
  }
  return glyphs;
}

/* The captions of a table stand above it. */
static guint64
read_captions (Flow *flow, xmlNode *table) {
  guint64 glyphs = 0;

  for (xmlNode *node = table->children; node != NULL; node = node->next)
    if (zb_html_tree_is (node, "caption")) {
      g_autofree char *text = zb_html_tree_get_text (node);
      gboolean centred = flow->centred;

      flow->centred = TRUE;
      add_block (flow, text);
      flow->centred = centred;
      glyphs += zb_text_count_glyphs (text);
    }
  return glyphs;
}

static gboolean
read_table (Flow *flow, xmlNode *node, GError **error) {
  gboolean too_large = FALSE;
  guint64 captions = 0, glyphs = 0;
  ZbTable *table = NULL;

  if (is_layout (node))
    return read_children (flow, node, error);
  captions = read_captions (flow, node);
  table = zb_html_table_read (node, &flow->blocks->cells_left, &too_large);
  if (too_large) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more table cells than max_cells");
    return FALSE;
  }
  glyphs = table != NULL ? count_cell_glyphs (table) : 0;
  flow->blocks->stray_glyphs += zb_html_tree_count_glyphs (node) - glyphs - captions;
  if (table != NULL && glyphs > 0)
    g_ptr_array_add (flow->blocks->document->blocks, zb_block_new_table (table));
  else if (table != NULL)
    zb_table_free (table);
  return TRUE;
}

/* Reads a block-level element, which begins and ends a line. */
static gboolean
read_block (Flow *flow, xmlNode *node, GError **error) {
  gboolean centred = flow->centred;
  guint level = flow->heading_level;
  gboolean ok;

  flush (flow);
  flow->centred = is_centred (node, centred);
  if (get_heading_level (node) > 0)
    flow->heading_level = get_heading_level (node);
  ok = zb_html_tree_is (node, "table") ? read_table (flow, node, error)
                                       : read_children (flow, node, error);
  flush (flow);
  flow->centred = centred;
  flow->heading_level = level;
  return ok;
}

static gboolean
read_inline (Flow *flow, xmlNode *node, GError **error) {
  gboolean bold = flow->bold, ok;

  flow->bold = bold || zb_html_tree_is (node, "b") || zb_html_tree_is (node, "strong");
  ok = read_children (flow, node, error);
  flow->bold = bold;
  return ok;
}

static gboolean
read_children (Flow *flow, xmlNode *node, GError **error) {
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    gboolean ok = TRUE;

    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      zb_html_tree_append_text (flow->text, (const char *) child->content);
      flow->bold_glyphs
          += flow->bold ? zb_text_count_glyphs ((const char *) child->content) : 0;
    } else if (zb_html_tree_is (child, "br")) {
      g_string_append_c (flow->text, '\n');
    } else if (zb_html_tree_is (child, "table") || zb_html_tree_is_any (child, BLOCKS)) {
      ok = read_block (flow, child, error);
    } else if (child->type == XML_ELEMENT_NODE) {
      ok = read_inline (flow, child, error);
    }
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

gboolean
zb_html_blocks_read (ZbHtmlBlocks *blocks, xmlNode *root, GError **error) {
  Flow flow = { .blocks = blocks, .text = g_string_new (NULL) };
  gboolean ok = read_children (&flow, root, error);

  flush (&flow);
  g_string_free (flow.text, TRUE);
  return ok;
}
