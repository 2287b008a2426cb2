/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-sheet.h"

#include <string.h>

#include "text-fold.h"
#include "xlsx-cell.h"

/* A merged range, 0-based, both ends included. */
typedef struct {
  guint row, col, last_row, last_col;
} Merge;

/* A sheet while it is read: the cells stand at their places in the file. */
typedef struct {
  ZbXlsxStory *story;
  ZbXlsxSheet *sheet;
  GHashTable *places;  /* place → ZbXlsxCell * of the sheet */
  GArray *rows;        /* guint: the rows that are hidden; under zeroHeight those that are shown */
  gboolean rows_shown; /* the array lists the rows that are shown */
  guint8 hidden_cols[ZB_XLSX_MAX_COLS + 1];
  guint cols_before[ZB_XLSX_MAX_COLS + 1]; /* visible columns before each */
  guint row, col;      /* the place that comes next where the file names none */
  guint last_row, last_col; /* of the cells */
} Reading;

static void
free_cell (gpointer data) {
  ZbXlsxCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

void
zb_xlsx_sheet_free (ZbXlsxSheet *sheet) {
  g_ptr_array_unref (sheet->cells);
  g_free (sheet);
}

static gpointer
place_key (guint row, guint col) {
  return GSIZE_TO_POINTER ((gsize) row * ZB_XLSX_MAX_COLS + col + 1);
}

static void
read_cols (Reading *reading, const xmlNode *cols) {
  for (const xmlNode *node = cols != NULL ? cols->children : NULL; node != NULL;
       node = node->next) {
    int first, last;
    const char *width = NULL;

    if (!zb_ooxml_xml_is (node, "col"))
      continue;
    first = MAX (zb_ooxml_xml_number (node, "min", 1), 1);
    last = MIN (zb_ooxml_xml_number (node, "max", first), ZB_XLSX_MAX_COLS);
    width = zb_ooxml_xml_attribute (node, "width");
    if (zb_ooxml_xml_flag (node, "hidden") || g_strcmp0 (width, "0") == 0)
      for (int col = first; col <= last; col++)
        reading->hidden_cols[col - 1] = 1;
  }
  for (guint col = 0; col < ZB_XLSX_MAX_COLS; col++)
    reading->cols_before[col + 1] = reading->cols_before[col] + !reading->hidden_cols[col];
}

/* The number of listed rows before @row; the list ascends. */
static guint
count_listed (const Reading *reading, guint row) {
  guint low = 0, high = reading->rows->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (reading->rows, guint, middle) < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static guint
rows_before (const Reading *reading, guint row) {
  guint listed = count_listed (reading, row);

  return reading->rows_shown ? listed : row - listed;
}

static gint
compare_rows (gconstpointer a, gconstpointer b) {
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static void
note_row (Reading *reading, const xmlNode *node) {
  gboolean hidden = zb_ooxml_xml_flag (node, "hidden")
                    || g_strcmp0 (zb_ooxml_xml_attribute (node, "ht"), "0") == 0;

  if (hidden != reading->rows_shown)
    g_array_append_val (reading->rows, reading->row);
}

static void
settle_rows (Reading *reading) {
  guint kept = 0;
  guint *rows = NULL;

  g_array_sort (reading->rows, compare_rows);
  rows = (guint *) (void *) reading->rows->data;
  for (guint i = 0; i < reading->rows->len; i++)
    if (kept == 0 || rows[i] != rows[kept - 1])
      rows[kept++] = rows[i];
  g_array_set_size (reading->rows, kept);
}

static gboolean
check_limits (ZbXlsxStory *story, const char *text, GError **error) {
  story->text_bytes += strlen (text);
  if (++story->cells > story->options->max_cells) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more table cells than max_cells %u",
                 story->options->max_cells);
    return FALSE;
  }
  if (story->text_bytes > story->options->max_unpacked_bytes) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "cells hold more text than max_unpacked_bytes %" G_GUINT64_FORMAT,
                 story->options->max_unpacked_bytes);
    return FALSE;
  }
  return TRUE;
}

/* Adds one cell, unless it shows nothing and is not ruled. A second cell at a place is no cell that
 * anybody sees. */
static gboolean
read_cell (Reading *reading, const xmlNode *node, GError **error) {
  const char *reference = zb_ooxml_xml_attribute (node, "r");
  const ZbXlsxStyle *style
      = zb_xlsx_styles_lookup (reading->story->styles, zb_ooxml_xml_number (node, "s", 0));
  guint row = reading->row, col = reading->col;
  g_autofree char *text = NULL;
  ZbXlsxCell *cell = NULL;
  guint64 glyphs;

  if (reference != NULL && zb_xlsx_cell_parse_reference (reference, &row, &col) == NULL)
    return TRUE;
  if (row >= ZB_XLSX_MAX_ROWS || col >= ZB_XLSX_MAX_COLS)
    return TRUE;
  reading->col = col + 1;
  text = zb_xlsx_cell_read_text (reading->story, node, style);
  glyphs = zb_text_count_glyphs (text);
  if (glyphs == 0 && !style->ruled)
    return TRUE;
  if (!check_limits (reading->story, text, error))
    return FALSE;
  reading->story->document->coverage.glyphs += glyphs;
  if (g_hash_table_contains (reading->places, place_key (row, col))) {
    reading->sheet->covered_glyphs += glyphs;
    return TRUE;
  }
  cell = g_new0 (ZbXlsxCell, 1);
  *cell = (ZbXlsxCell){ row, col, 1, 1, g_steal_pointer (&text), style };
  g_ptr_array_add (reading->sheet->cells, cell);
  g_hash_table_insert (reading->places, place_key (row, col), cell);
  reading->last_row = MAX (reading->last_row, row);
  reading->last_col = MAX (reading->last_col, col);
  return TRUE;
}

static gboolean
read_rows (Reading *reading, const xmlNode *data, GError **error) {
  for (const xmlNode *row = data != NULL ? data->children : NULL; row != NULL; row = row->next) {
    int number;

    if (!zb_ooxml_xml_is (row, "row"))
      continue;
    number = zb_ooxml_xml_number (row, "r", (int) MIN (reading->row + 1, ZB_XLSX_MAX_ROWS));
    reading->row = (guint) CLAMP (number, 1, ZB_XLSX_MAX_ROWS) - 1;
    reading->col = 0;
    note_row (reading, row);
    for (const xmlNode *node = row->children; node != NULL; node = node->next)
      if (zb_ooxml_xml_is (node, "c") && !read_cell (reading, node, error))
        return FALSE;
    reading->row++;
  }
  return TRUE;
}

/* Reads "A1:C2" and cuts it to the part of the sheet that has cells. */
static gboolean
parse_merge (const Reading *reading, const char *reference, Merge *merge) {
  const char *rest = zb_xlsx_cell_parse_reference (reference, &merge->row, &merge->col);

  if (rest == NULL || *rest != ':'
      || zb_xlsx_cell_parse_reference (rest + 1, &merge->last_row, &merge->last_col) == NULL)
    return FALSE;
  merge->last_row = MIN (merge->last_row, reading->last_row);
  merge->last_col = MIN (merge->last_col, reading->last_col);
  return merge->row <= merge->last_row && merge->col <= merge->last_col;
}

static void
leave_out_covered (Reading *reading, ZbXlsxCell *cell) {
  reading->sheet->covered_glyphs += zb_text_count_glyphs (cell->text);
  *cell->text = '\0';
  cell->rowspan = 0;
}

/* Makes one cell of the range. The cells under it are marked by spans of 0. */
static gboolean
apply_merge (Reading *reading, const Merge *merge, GHashTable *covered, GError **error) {
  guint64 area
      = (guint64) (merge->last_row - merge->row + 1) * (merge->last_col - merge->col + 1);
  ZbXlsxCell *anchor = g_hash_table_lookup (reading->places, place_key (merge->row, merge->col));

  reading->story->cells += area;
  if (!check_limits (reading->story, "", error))
    return FALSE;
  for (guint row = merge->row; row <= merge->last_row; row++)
    for (guint col = merge->col; col <= merge->last_col; col++)
      if (g_hash_table_contains (covered, place_key (row, col)))
        return TRUE;
  for (guint row = merge->row; row <= merge->last_row; row++)
    for (guint col = merge->col; col <= merge->last_col; col++) {
      ZbXlsxCell *cell = g_hash_table_lookup (reading->places, place_key (row, col));

      g_hash_table_add (covered, place_key (row, col));
      if (cell != NULL && cell != anchor)
        leave_out_covered (reading, cell);
    }
  if (anchor == NULL) {
    anchor = g_new0 (ZbXlsxCell, 1);
    *anchor = (ZbXlsxCell){ merge->row, merge->col, 1, 1, g_strdup (""),
                            zb_xlsx_styles_lookup (reading->story->styles, -1) };
    g_ptr_array_add (reading->sheet->cells, anchor);
  }
  anchor->rowspan = merge->last_row - merge->row + 1;
  anchor->colspan = merge->last_col - merge->col + 1;
  return TRUE;
}

static gboolean
read_merges (Reading *reading, const xmlNode *merges, GError **error) {
  g_autoptr (GHashTable) covered = g_hash_table_new (NULL, NULL);

  for (const xmlNode *node = merges != NULL ? merges->children : NULL; node != NULL;
       node = node->next) {
    const char *reference
        = zb_ooxml_xml_is (node, "mergeCell") ? zb_ooxml_xml_attribute (node, "ref") : NULL;
    Merge merge = { 0 };

    if (reference != NULL && parse_merge (reading, reference, &merge)
        && !apply_merge (reading, &merge, covered, error))
      return FALSE;
  }
  return TRUE;
}

/* Moves @cell to its place among what is visible; FALSE where nothing of it is. */
static gboolean
show_cell (const Reading *reading, ZbXlsxCell *cell) {
  guint row = rows_before (reading, cell->row), col = reading->cols_before[cell->col];
  guint last_row = rows_before (reading, cell->row + cell->rowspan);
  guint last_col = reading->cols_before[cell->col + cell->colspan];

  if (last_row <= row || last_col <= col)
    return FALSE;
  *cell = (ZbXlsxCell){ row, col, last_row - row, last_col - col, cell->text, cell->style };
  return TRUE;
}

static gint
compare_cells (gconstpointer a, gconstpointer b) {
  const ZbXlsxCell *left = *(const ZbXlsxCell *const *) a, *right = *(const ZbXlsxCell *const *) b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->col < right->col ? -1 : left->col > right->col;
}

static void
hide_cell (Reading *reading, const ZbXlsxCell *cell, GHashTable *rows, GHashTable *cols) {
  guint64 glyphs = zb_text_count_glyphs (cell->text);

  reading->sheet->hidden_glyphs += glyphs;
  if (glyphs == 0)
    return;
  if (reading->hidden_cols[cell->col])
    g_hash_table_add (cols, GUINT_TO_POINTER (cell->col));
  else
    g_hash_table_add (rows, GUINT_TO_POINTER (cell->row));
}

static void
show_cells (Reading *reading) {
  ZbXlsxSheet *sheet = reading->sheet;
  g_autoptr (GPtrArray) all = sheet->cells;
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) cols = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_free_func (all, NULL);
  sheet->cells = g_ptr_array_new_with_free_func (free_cell);
  for (guint i = 0; i < all->len; i++) {
    ZbXlsxCell *cell = g_ptr_array_index (all, i);

    if (cell->rowspan > 0 && show_cell (reading, cell)) {
      g_ptr_array_add (sheet->cells, cell);
      continue;
    }
    hide_cell (reading, cell, rows, cols);
    free_cell (cell);
  }
  sheet->hidden_rows = g_hash_table_size (rows);
  sheet->hidden_cols = g_hash_table_size (cols);
  g_ptr_array_sort (sheet->cells, compare_cells);
}

ZbXlsxSheet *
zb_xlsx_sheet_new (ZbXlsxStory *story, const xmlDoc *part, GError **error) {
  g_autoptr (ZbXlsxSheet) sheet = g_new0 (ZbXlsxSheet, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Reading *reading = g_new0 (Reading, 1);
  const xmlNode *root = xmlDocGetRootElement (part);
  const xmlNode *defaults = zb_ooxml_xml_child (root, "sheetFormatPr");

  sheet->cells = g_ptr_array_new_with_free_func (free_cell);
  reading->story = story;
  reading->sheet = sheet;
  reading->places = places;
  reading->rows = rows;
  reading->rows_shown = defaults != NULL && zb_ooxml_xml_flag (defaults, "zeroHeight");
  read_cols (reading, zb_ooxml_xml_child (root, "cols"));
  if (!read_rows (reading, zb_ooxml_xml_child (root, "sheetData"), error)
      || !read_merges (reading, zb_ooxml_xml_child (root, "mergeCells"), error))
    return NULL;
  settle_rows (reading);
  show_cells (reading);
  return g_steal_pointer (&sheet);
}
