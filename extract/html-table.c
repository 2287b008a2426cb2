/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-table.h"

#include "text-fold.h"

/* HTML allows a cell to claim more columns and rows than any printed table has. */
#define WIDEST_SPAN 1000

/* Elements inside a cell that begin a line. */
static const char *const LINE_STARTS[] = { "br", "p", "div", "li", "tr", "td", "th", NULL };

static guint
read_span (xmlNode *cell, const char *attribute) {
  const char *value = zb_html_tree_attribute (cell, attribute);
  guint64 span = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint) CLAMP (span, 1, WIDEST_SPAN);
}

static void
read_cell_text (xmlNode *cell, ZbCell *into) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  for (xmlNode *node = cell->children; node != NULL; node = zb_html_tree_next (node, cell, TRUE)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      zb_html_tree_append_text (line, (const char *) node->content);
    } else if (zb_html_tree_is_any (node, LINE_STARTS)) {
      zb_text_append_typed_line (text, line->str);
      g_string_truncate (line, 0);
    }
  }
  if (text->len > 0 && line->len > 0)
    into->flags |= ZB_CELL_JOINED;
  zb_text_append_typed_line (text, line->str);
  g_free (into->text);
  into->text = g_string_free (g_steal_pointer (&text), FALSE);
}

/* Which places of the grid are taken, for rows that are still to come. */
typedef struct {
  guint64 *cells_left;
  gboolean *too_large;
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
  if ((guint64) width * rowspan > *grid->cells_left) {
    *grid->too_large = TRUE;
    return FALSE;
  }
  *grid->cells_left -= (guint64) width * rowspan;
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
    if ((zb_html_tree_is (node, "td") || zb_html_tree_is (node, "th")) && !place_cell (grid, node, &col))
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

ZbTable *
zb_html_table_read (xmlNode *root, guint64 *cells_left, gboolean *too_large) {
  g_autoptr (ZbTable) table = zb_table_new ();
  g_autoptr (GArray) until = g_array_new (FALSE, TRUE, sizeof (guint));
  HtmlGrid grid = { cells_left, too_large, table, until, 0 };
  xmlNode *node = root->children;

  while (node != NULL) {
    gboolean row = zb_html_tree_is (node, "tr");

    if (row && !read_row (&grid, node))
      return NULL;
    node = zb_html_tree_next (node, root, !row);
  }
  if (table->cells->len == 0)
    return NULL;
  cut_rowspans (table, grid.row);
  if ((guint64) until->len * grid.row > *cells_left + table->cells->len) {
    *too_large = TRUE;
    return NULL;
  }
  table->rows = grid.row;
  zb_table_finish (table);
  return g_steal_pointer (&table);
}
