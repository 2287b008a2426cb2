/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-grid.h"

#include <string.h>

/* Two places in twentieths of a point are the same line within this. */
static const gint64 SAME_LINE = 60;
/* Word has no table of more columns than 63. */
static const guint MOST_LINES = 64;

static guint64
line_at (const GArray *lines, guint i) {
  return g_array_index (lines, guint64, i);
}

static gboolean
is_same_line (guint64 a, guint64 b) {
  return ABS ((gint64) a - (gint64) b) <= SAME_LINE;
}

GArray *
zb_docx_grid_lines_new (const xmlNode *table) {
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  const xmlNode *grid = zb_docx_xml_child (table, "tblGrid");
  guint64 at = 0;

  g_array_append_val (lines, at);
  for (const xmlNode *node = grid != NULL ? grid->children : NULL; node != NULL; node = node->next)
    if (zb_docx_xml_is (node, "gridCol")) {
      at += (guint64) MAX (zb_ooxml_xml_number (node, "w", 0), 0);
      g_array_append_val (lines, at);
    }
  return lines;
}

/* The width of a cell; 0 where it is not said in twentieths of a point. */
static guint64
cell_width (const xmlNode *properties) {
  const xmlNode *width = zb_docx_xml_child (properties, "tcW");
  const char *type = width != NULL ? zb_ooxml_xml_attribute (width, "type") : NULL;

  if (width == NULL || (type != NULL && !g_str_equal (type, "dxa")))
    return 0;
  return (guint64) MAX (zb_ooxml_xml_number (width, "w", 0), 0);
}

/* Whether the row or a cell says what is covered. */
static gboolean
says_spans (const xmlNode *properties) {
  static const char *const NAMES[] = { "gridSpan", "hMerge", "gridBefore", "gridAfter", "cellDel" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (zb_docx_xml_child (properties, NAMES[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The columns from line @from on to the line at @end; 0 where there is no such line. */
static guint
count_columns (const GArray *lines, guint from, guint64 end) {
  for (guint i = from + 1; i < lines->len; i++)
    if (is_same_line (line_at (lines, i), end))
      return i - from;
  return 0;
}

GArray *
zb_docx_grid_lines_match (const GArray *lines, const xmlNode *row) {
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (guint));
  guint64 at = 0;
  guint line = 0;

  if (lines->len > MOST_LINES || says_spans (zb_docx_xml_child (row, "trPr")))
    return NULL;
  for (const xmlNode *node = row->children; node != NULL; node = node->next) {
    const xmlNode *properties = zb_docx_xml_child (node, "tcPr");
    guint span;

    if (node->type != XML_ELEMENT_NODE || zb_docx_xml_is (node, "trPr")
        || zb_docx_xml_is (node, "tblPrEx"))
      continue;
    if (!zb_docx_xml_is (node, "tc") || says_spans (properties) || cell_width (properties) == 0)
      return NULL;
    at += cell_width (properties);
    span = count_columns (lines, line, at);
    if (span == 0)
      return NULL;
    line += span;
    g_array_append_val (spans, span);
  }
  return line + 1 == lines->len && spans->len < line ? g_steal_pointer (&spans) : NULL;
}

/* The value of the property @name of a table; "" for none. */
static const char *
table_property (const xmlNode *table, const char *name) {
  const xmlNode *property = zb_docx_xml_child (zb_docx_xml_child (table, "tblPr"), name);
  const char *value = property != NULL ? zb_ooxml_xml_attribute (property, "val") : NULL;

  return value != NULL ? value : property != NULL ? "1" : "";
}

static gboolean
is_one_table (const xmlNode *a, const xmlNode *b) {
  g_autoptr (GArray) left = zb_docx_grid_lines_new (a), right = zb_docx_grid_lines_new (b);

  if (!g_str_equal (table_property (a, "tblStyle"), table_property (b, "tblStyle"))
      || !g_str_equal (table_property (a, "bidiVisual"), table_property (b, "bidiVisual"))
      || *table_property (a, "tblpPr") != '\0' || *table_property (b, "tblpPr") != '\0'
      || left->len != right->len || left->len == 1)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!is_same_line (line_at (left, i), line_at (right, i)))
      return FALSE;
  return TRUE;
}

/* Marks in the text that show nothing: bookmarks, ranges of comments, permissions, spelling. */
static gboolean
is_mark (const xmlNode *node) {
  const char *name = (const char *) node->name;

  return node->type != XML_ELEMENT_NODE || g_str_has_prefix (name, "bookmark")
         || g_str_has_suffix (name, "RangeStart") || g_str_has_suffix (name, "RangeEnd")
         || g_str_has_prefix (name, "perm") || g_str_equal (name, "proofErr");
}

const xmlNode *
zb_docx_grid_previous (const xmlNode *table) {
  const xmlNode *node = table->prev;

  while (node != NULL && is_mark (node))
    node = node->prev;
  return node != NULL && zb_docx_xml_is (node, "tbl") && is_one_table (node, table) ? node : NULL;
}

const xmlNode *
zb_docx_grid_next (const xmlNode *table) {
  const xmlNode *node = table->next;

  while (node != NULL && is_mark (node))
    node = node->next;
  return node != NULL && zb_docx_xml_is (node, "tbl") && is_one_table (table, node) ? node : NULL;
}
