/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "text-fold.h"
#include "text-table.h"

/* HTML allows a cell to claim more columns and rows than any printed table has. */
#define WIDEST_SPAN 1000

/* ── | cell | cell | ── */

static gboolean
is_pipe_row (const ZbTextLine *line) {
  g_autofree char *trimmed = NULL;

  if (line == NULL || strchr (line->raw, '|') == NULL)
    return FALSE;
  trimmed = zb_text_trim (line->raw);
  return trimmed[0] == '|' && strlen (trimmed) > 2 && g_str_has_suffix (trimmed, "|");
}

/* | --- | :--: | */
static gboolean
is_separator (const char *raw) {
  return strspn (raw, "|-: \t") == strlen (raw) && strchr (raw, '-') != NULL;
}

static GPtrArray *
split_pipes (const char *raw) {
  GPtrArray *row = zb_text_row_new ();
  const char *start = strchr (raw, '|') + 1;

  for (const char *p = start; *p != '\0'; p++) {
    g_autofree char *markup = NULL, *text = NULL;

    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '|') {
      markup = g_strndup (start, (gsize) (p - start));
      text = zb_text_lines_strip_marks (markup);
      zb_text_row_add (row, text);
      start = p + 1;
    }
  }
  return row;
}

guint
zb_text_pipe_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint index = first;

  for (; is_pipe_row (zb_text_lines_get (source->lines, index)); index++) {
    const char *raw = zb_text_lines_get (source->lines, index)->raw;

    if (!is_separator (raw))
      g_ptr_array_add (rows, split_pipes (raw));
  }
  if (index - first < 2 || rows->len == 0)
    return first;
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? index : first;
}

/* ── <table> ── */

static gboolean
is_element (const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* The node after @node in document order below @root, not entering @node where @deep is unset. */
static xmlNode *
next_node (xmlNode *node, const xmlNode *root, gboolean deep) {
  if (deep && node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

static guint
read_span (xmlNode *cell, const char *attribute) {
  xmlChar *value = xmlGetProp (cell, (const xmlChar *) attribute);
  guint64 span = value != NULL ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;

  xmlFree (value);
  return (guint) CLAMP (span, 1, WIDEST_SPAN);
}

static void
read_cell_text (xmlNode *cell, ZbCell *into) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  for (xmlNode *node = cell->children; node != NULL; node = next_node (node, cell, TRUE)) {
    if (node->type == XML_TEXT_NODE) {
      g_string_append (line, (const char *) node->content);
    } else if (is_element (node, "br") || is_element (node, "p") || is_element (node, "div")
               || is_element (node, "td")) {
      zb_text_append_line (text, line->str);
      g_string_truncate (line, 0);
    }
  }
  if (text->len > 0 && line->len > 0)
    into->flags |= ZB_CELL_JOINED;
  zb_text_append_line (text, line->str);
  g_free (into->text);
  into->text = g_string_free (g_steal_pointer (&text), FALSE);
}

/* Which places of the grid are taken, for rows that are still to come. */
typedef struct {
  ZbTextSource *source;
  ZbTable *table;
  GArray *until; /* guint per column: the first row that is free again */
  guint row;
} HtmlGrid;

static guint
free_until (const HtmlGrid *grid, guint col) {
  return col < grid->until->len ? g_array_index (grid->until, guint, col) : 0;
}

/* Places one cell at the next free column. FALSE where the limit of cells is reached. */
static gboolean
place_cell (HtmlGrid *grid, xmlNode *node, guint *col) {
  guint colspan = read_span (node, "colspan"), rowspan = read_span (node, "rowspan"), width = 1;
  ZbCell *cell;

  while (free_until (grid, *col) > grid->row)
    (*col)++;
  while (width < colspan && free_until (grid, *col + width) <= grid->row)
    width++;
  if ((guint64) width * rowspan > grid->source->cells_left) {
    grid->source->too_large = TRUE;
    return FALSE;
  }
  grid->source->cells_left -= (guint64) width * rowspan;
  cell = zb_table_add_cell (grid->table, grid->row, *col, NULL);
  cell->colspan = width;
  cell->rowspan = rowspan;
  read_cell_text (node, cell);
  if (grid->until->len < *col + width)
    g_array_set_size (grid->until, *col + width);
  for (guint i = 0; i < width; i++)
    g_array_index (grid->until, guint, *col + i) = grid->row + rowspan;
  *col += width;
  return TRUE;
}

static gboolean
read_row (HtmlGrid *grid, xmlNode *row) {
  guint col = 0;

  for (xmlNode *node = row->children; node != NULL; node = node->next)
    if ((is_element (node, "td") || is_element (node, "th")) && !place_cell (grid, node, &col))
      return FALSE;
  grid->row++;
  return TRUE;
}

/* A rowspan that runs out of the table ends with it. */
static void
cut_rowspans (ZbTable *table, guint rows) {
  for (guint i = 0; i < table->cells->len; i++) {
    ZbCell *cell = g_ptr_array_index (table->cells, i);

    cell->rowspan = MIN (cell->rowspan, rows - cell->row);
  }
}

static ZbTable *
read_table (ZbTextSource *source, xmlNode *root) {
  g_autoptr (ZbTable) table = zb_table_new ();
  g_autoptr (GArray) until = g_array_new (FALSE, TRUE, sizeof (guint));
  HtmlGrid grid = { .source = source, .table = table, .until = until };
  xmlNode *node = root->children;

  while (node != NULL) {
    gboolean row = is_element (node, "tr");

    if (row && !read_row (&grid, node))
      return NULL;
    node = next_node (node, root, !row);
  }
  if (table->cells->len == 0)
    return NULL;
  cut_rowspans (table, grid.row);
  if ((guint64) until->len * grid.row > source->cells_left + table->cells->len) {
    source->too_large = TRUE;
    return NULL;
  }
  table->rows = grid.row;
  zb_table_finish (table);
  return g_steal_pointer (&table);
}

static xmlNode *
find_table (xmlDoc *document) {
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = next_node (node, root, TRUE))
    if (is_element (node, "table"))
      return node;
  return NULL;
}

static gboolean
contains_tag (const char *text, const char *tag) {
  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (g_ascii_strncasecmp (p, tag, strlen (tag)) == 0)
      return TRUE;
  return FALSE;
}

guint
zb_text_html_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GString) markup = g_string_new (NULL);
  const ZbTextLine *line = zb_text_lines_get (source->lines, first);
  xmlDoc *document;
  xmlNode *root;
  guint index = first;
  gboolean closed = FALSE;

  if (line == NULL || first < source->html_tried || !contains_tag (line->raw, "<table"))
    return first;
  while (!closed && (line = zb_text_lines_get (source->lines, index)) != NULL) {
    g_string_append (g_string_append (markup, line->raw), "\n");
    closed = contains_tag (line->raw, "</table");
    index++;
  }
  document = htmlReadMemory (markup->str, (int) MIN (markup->len, G_MAXINT), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR
                                 | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
  root = find_table (document);
  if (root != NULL)
    *table = read_table (source, root);
  xmlFreeDoc (document);
  source->html_tried = index;
  return root != NULL && *table != NULL ? index : first;
}
