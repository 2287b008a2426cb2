/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-table.h"

#include <string.h>

#include "docx-grid.h"
#include "text-fold.h"

/* A w:tbl says a grid row by row: cells from left to right with a number of columns each
 * (w:gridSpan), columns left free before and after them (w:gridBefore, w:gridAfter), and cells that
 * go on from the row above (w:vMerge without "restart"). Rows need not be of one length. */
typedef struct {
  ZbDocxStory *story;
  ZbTable *table;
  GPtrArray *nested;
  GPtrArray *open;  /* for each column the ZbCell that a vertical merge may extend; borrowed */
  guint row, col;   /* the place to be filled next */
  gboolean headers; /* only header rows so far */
  const GArray *lines; /* the column lines that the table declares */
  const GArray *spans; /* guint: what the cells of this row cover by their widths; NULL where they say it */
  guint cell;          /* the place of the next cell among them */
} Grid;

static gboolean read_rows (Grid *grid, const xmlNode *node, GError **error);
static void read_content (Grid *grid, const xmlNode *node, GString *text);

static void
read_paragraph (Grid *grid, const xmlNode *node, GString *text) {
  ZbDocxParagraph paragraph;
  g_autofree char *displayed = NULL;
  g_auto (GStrv) lines = NULL;

  zb_docx_paragraph_read (grid->story, node, &paragraph);
  displayed = zb_docx_paragraph_prefix (paragraph.number, paragraph.text->str);
  grid->story->document->coverage.glyphs
      += paragraph.number != NULL ? zb_text_count_glyphs (paragraph.number) : 0;
  lines = g_strsplit_set (displayed, "\n\f", -1);
  for (char **line = lines; *line != NULL; line++)
    zb_text_append_typed_line (text, *line);
  for (guint i = 0; i < paragraph.deferred->len; i++) {
    xmlNode *deferred = g_ptr_array_index (paragraph.deferred, i);

    if (zb_docx_xml_is (deferred, "tbl"))
      g_ptr_array_add (grid->nested, deferred);
    else if (zb_docx_xml_is (deferred, "p"))
      read_paragraph (grid, deferred, text);
    else
      read_content (grid, deferred, text);
  }
  zb_docx_paragraph_clear (&paragraph);
}

/* The paragraphs of a cell or of a text box in it, as lines of one text. */
static void
read_content (Grid *grid, const xmlNode *node, GString *text) {
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (zb_docx_xml_is (child, "p"))
      read_paragraph (grid, child, text);
    else if (zb_docx_xml_is (child, "tbl"))
      g_ptr_array_add (grid->nested, child);
    else if (zb_docx_xml_is (child, "del") || zb_docx_xml_is (child, "moveFrom"))
      zb_docx_story_leave_out (grid->story, child);
    else if (child->type == XML_ELEMENT_NODE
             && strcmp ((const char *) child->name, "AlternateContent") == 0)
      read_content (grid, zb_docx_xml_branch (child) != NULL ? zb_docx_xml_branch (child) : child,
                    text);
    else if (child->type == XML_ELEMENT_NODE && !zb_docx_xml_is (child, "tcPr")
             && !zb_docx_xml_is (child, "sdtPr"))
      read_content (grid, child, text);
  }
}

/* Moves @count columns to the right, within what the limit on cells leaves. */
static gboolean
check_width (const Grid *grid, guint64 count, GError **error) {
  const ZbReadOptions *options = grid->story->options;
  guint64 cols = MAX ((guint64) grid->table->cols, grid->col + count);

  if (cols * (grid->row + 1) <= options->max_cells - MIN (grid->story->cells, options->max_cells))
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more table cells than max_cells %u",
               options->max_cells);
  return FALSE;
}

static guint
property_number (const xmlNode *properties, const char *name, guint least) {
  const xmlNode *property = zb_docx_xml_child (properties, name);
  int number = property != NULL ? zb_ooxml_xml_number (property, "val", 0) : 0;

  return MAX ((guint) MAX (number, 0), least);
}

/* The cell above that this one continues: it must begin and end in the same columns. */
static ZbCell *
lookup_merged (const Grid *grid, guint span) {
  ZbCell *above = grid->col < grid->open->len ? g_ptr_array_index (grid->open, grid->col) : NULL;

  if (above == NULL || above->col != grid->col || above->colspan != span
      || above->row + above->rowspan != grid->row)
    return NULL;
  return above;
}

typedef enum { MERGE_NONE, MERGE_RESTART, MERGE_CONTINUE } Merge;

/* The vertical merge of a cell; one that a tracked change makes (w:cellMerge) counts. */
static Merge
read_merge (const xmlNode *properties) {
  const xmlNode *merge = zb_docx_xml_child (properties, "vMerge");
  const xmlNode *tracked = zb_docx_xml_child (properties, "cellMerge");
  const char *value = NULL;

  if (tracked != NULL && zb_ooxml_xml_attribute (tracked, "vMerge") != NULL)
    value = zb_ooxml_xml_attribute (tracked, "vMerge");
  else if (merge != NULL)
    value = zb_ooxml_xml_attribute (merge, "val");
  else
    return MERGE_NONE;
  return value != NULL && g_str_has_prefix (value, "rest") ? MERGE_RESTART : MERGE_CONTINUE;
}

/* Whether the cell goes on from the one to its left, in the manner of old Word versions. */
static ZbCell *
lookup_left (const Grid *grid, const xmlNode *properties) {
  const xmlNode *merge = zb_docx_xml_child (properties, "hMerge");
  const GPtrArray *cells = grid->table->cells;
  ZbCell *left = cells->len > 0 ? g_ptr_array_index (cells, cells->len - 1) : NULL;

  if (merge == NULL || g_strcmp0 (zb_ooxml_xml_attribute (merge, "val"), "restart") == 0
      || left == NULL || left->row != grid->row || left->col + left->colspan != grid->col)
    return NULL;
  return left;
}

static void
place_cell (Grid *grid, const xmlNode *node, guint span, gboolean merges) {
  g_autoptr (GString) text = g_string_new (NULL);
  ZbCell *cell = NULL;

  read_content (grid, node, text);
  cell = zb_table_add_cell (grid->table, grid->row, grid->col, text->str);
  cell->colspan = span;
  if (grid->open->len < grid->col + span)
    g_ptr_array_set_size (grid->open, (int) (grid->col + span));
  for (guint col = grid->col; col < grid->col + span; col++)
    g_ptr_array_index (grid->open, col) = merges ? cell : NULL;
}

static gboolean
read_cell (Grid *grid, const xmlNode *node, GError **error) {
  const xmlNode *properties = zb_docx_xml_child (node, "tcPr");
  guint span = grid->spans != NULL && grid->cell < grid->spans->len
                   ? g_array_index (grid->spans, guint, grid->cell++)
                   : property_number (properties, "gridSpan", 1);
  Merge merge = read_merge (properties);
  ZbCell *above = NULL, *left = NULL;

  if (zb_docx_xml_child (properties, "cellDel") != NULL) {
    zb_docx_story_leave_out (grid->story, node);
    return TRUE;
  }
  if (!check_width (grid, span, error))
    return FALSE;
  if (merge == MERGE_CONTINUE)
    above = lookup_merged (grid, span);
  left = lookup_left (grid, properties);
  if (above != NULL)
    above->rowspan++;
  else if (left != NULL)
    left->colspan += span;
  else
    place_cell (grid, node, span, merge != MERGE_NONE);
  if (above != NULL || left != NULL)
    zb_docx_story_leave_out (grid->story, node);
  grid->col += span;
  grid->table->cols = MAX (grid->table->cols, grid->col);
  return TRUE;
}

static gboolean
read_cells (Grid *grid, const xmlNode *node, GError **error) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (zb_docx_xml_is (child, "tc")) {
      if (!read_cell (grid, child, error))
        return FALSE;
    } else if (child->type == XML_ELEMENT_NODE && !zb_docx_xml_is (child, "trPr")
               && !zb_docx_xml_is (child, "tblPrEx") && !read_cells (grid, child, error)) {
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_row (Grid *grid, const xmlNode *node, GError **error) {
  const xmlNode *properties = zb_docx_xml_child (node, "trPr");
  guint before = property_number (properties, "gridBefore", 0);
  guint after = property_number (properties, "gridAfter", 0);
  g_autoptr (GArray) spans = NULL;

  if (zb_docx_xml_child (properties, "del") != NULL
      || zb_docx_xml_toggle (properties, "hidden") == 1) {
    zb_docx_story_leave_out (grid->story, node);
    return TRUE;
  }
  grid->col = 0;
  if (!check_width (grid, before, error))
    return FALSE;
  grid->col = before;
  spans = zb_docx_grid_lines_match (grid->lines, node);
  grid->spans = spans;
  grid->cell = 0;
  if (!read_cells (grid, node, error) || !check_width (grid, after, error))
    return FALSE;
  grid->table->cols = MAX (grid->table->cols, grid->col + after);
  grid->headers = grid->headers && zb_docx_xml_toggle (properties, "tblHeader") == 1;
  grid->row++;
  if (grid->headers)
    grid->table->header_rows = grid->row;
  return TRUE;
}

static gboolean
read_rows (Grid *grid, const xmlNode *node, GError **error) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (zb_docx_xml_is (child, "tr")) {
      if (!read_row (grid, child, error))
        return FALSE;
    } else if (child->type == XML_ELEMENT_NODE && !zb_docx_xml_is (child, "tblPr")
               && !read_rows (grid, child, error)) {
      return FALSE;
    }
  }
  return TRUE;
}

/* A header row that a cell leaves downwards is only part of the header: how far that goes is for the
 * pass over all tables to find out. */
static void
settle_header (ZbTable *table) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->row < table->header_rows && cell->row + cell->rowspan > table->header_rows)
      table->header_rows = 0;
  }
  if (table->header_rows == table->rows)
    table->header_rows = 0;
}

gboolean
zb_docx_table_read (ZbDocxStory *story, const xmlNode *node, GPtrArray *nested, ZbTable **table,
                    GError **error) {
  g_autoptr (ZbTable) result = zb_table_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Grid grid = { .story = story, .table = result, .nested = nested, .open = open, .headers = TRUE };
  g_autoptr (GArray) lines = zb_docx_grid_lines_new (node);

  if (zb_docx_grid_previous (node) != NULL)
    return TRUE;
  grid.lines = lines;
  for (; node != NULL; node = zb_docx_grid_next (node))
    if (!read_rows (&grid, node, error))
      return FALSE;
  result->rows = grid.row;
  if (result->rows == 0 || result->cols == 0)
    return TRUE;
  zb_table_finish (result);
  story->cells += (guint64) result->rows * result->cols;
  settle_header (result);
  *table = g_steal_pointer (&result);
  return TRUE;
}
