/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-paragraphs.h"
#include "text-table.h"

/* One cell a line, as programs write that flatten a Word table:
 *
 *     →年度预          a tab begins a cell
 *                      an empty line inside a cell, and its next line without a tab
 *     算申请
 *     →年初预算数
 *                      an empty line before a tab: the next row
 *     →年度资金总额
 *
 * Two empty lines end the table, unless they stand in a cell whose own lines are set apart by
 * empty lines already. A line of white space is part of a cell, only an empty one separates. */

/* Text beyond this is no wrapped label, so behind an empty line it is the text after the table. */
#define WIDEST_APART 24

/* Cells are mostly labels and figures; indented paragraphs, which look alike, are not. */
#define WIDEST_USUAL 40

typedef struct {
  ZbTextSource *source;
  GPtrArray *rows;
  GPtrArray *row; /* borrowed from rows; NULL before the first cell of a row */
  guint index;
  gboolean apart; /* the cell's own lines are set apart by empty lines */
} CellRows;

static gboolean
is_cell (const ZbTextLine *line) {
  return line != NULL && line->text[0] == '\t' && strchr (line->text + 1, '\t') == NULL
         && line->heading_level == 0;
}

static gboolean
is_empty (const ZbTextLine *line) {
  return line != NULL && line->raw[0] == '\0';
}

static guint
count_empty (const CellRows *cells, guint index) {
  guint count = 0;

  while (is_empty (zb_text_lines_get (cells->source->lines, index + count)))
    count++;
  return count;
}

/* Whether a cell follows @index within a few short lines, so that these belong to a cell. */
static gboolean
leads_to_cell (const CellRows *cells, guint index) {
  const ZbTextLine *line;

  for (guint steps = 0; steps < 12; steps++, index++) {
    line = zb_text_lines_get (cells->source->lines, index);
    if (line != NULL && is_cell (line))
      return TRUE;
    if (line == NULL || line->width > WIDEST_APART)
      return FALSE;
    if (!line->blank && zb_text_paragraphs_is_start (line->text))
      return FALSE;
  }
  return FALSE;
}

static void
take_cell (CellRows *cells) {
  const ZbTextLine *line = zb_text_lines_get (cells->source->lines, cells->index);

  if (cells->row == NULL) {
    cells->row = zb_text_row_new ();
    g_ptr_array_add (cells->rows, cells->row);
  }
  zb_text_row_add (cells->row, line->text + 1);
  cells->apart = FALSE;
  cells->index++;
}

static void
take_continuation (CellRows *cells) {
  const ZbTextLine *line = zb_text_lines_get (cells->source->lines, cells->index);

  if (!line->page_number)
    zb_text_cell_append (zb_text_row_get (cells->row, cells->row->len - 1), line->text);
  cells->index++;
}

/* Steps over the empty lines at the index. FALSE where they end the table. */
static gboolean
take_gap (CellRows *cells) {
  guint count = count_empty (cells, cells->index);
  const ZbTextLine *next = zb_text_lines_get (cells->source->lines, cells->index + count);

  if (is_cell (next)) {
    if (count > 1 && !cells->apart)
      return FALSE;
    if (count == 1)
      cells->row = NULL;
  } else if (cells->row != NULL && count == 1 && next != NULL
             && leads_to_cell (cells, cells->index + count)) {
    cells->apart = TRUE;
  } else {
    return FALSE;
  }
  cells->index += count;
  return TRUE;
}

/* Whether the line right behind a cell, without an empty line between, is still the cell's. */
static gboolean
is_continuation (const CellRows *cells, const ZbTextLine *line) {
  if (cells->row == NULL || line->heading_level > 0 || strchr (line->text, '\t') != NULL)
    return FALSE;
  if (line->blank)
    return leads_to_cell (cells, cells->index);
  return !zb_text_paragraphs_is_remark (line->text);
}

static void
read_rows (CellRows *cells) {
  const ZbTextLine *line;

  while ((line = zb_text_lines_get (cells->source->lines, cells->index)) != NULL) {
    if (is_cell (line))
      take_cell (cells);
    else if (is_empty (line)) {
      if (!take_gap (cells))
        return;
    } else if (is_continuation (cells, line))
      take_continuation (cells);
    else
      return;
  }
}

/* A run of two cells at the start, rows of cells that are mostly short: no indented prose. */
static gboolean
looks_like_table (const GPtrArray *rows) {
  guint cells = 0, filled = 0, wide = 0;

  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (rows, i);

    cells += row->len;
    for (guint col = 0; col < row->len; col++) {
      const char *text = zb_text_row_get (row, col)->text->str;

      filled += *text != '\0';
      wide += g_utf8_strlen (text, -1) > WIDEST_USUAL;
    }
  }
  return cells >= 2 * rows->len && wide * 2 < filled + 1;
}

guint
zb_text_cell_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  CellRows cells = { .source = source, .rows = rows, .index = first };

  if (first < source->cells_tried || !is_cell (zb_text_lines_get (source->lines, first)))
    return first;
  read_rows (&cells);
  source->cells_tried = cells.index;
  if (!looks_like_table (rows))
    return first;
  zb_text_rows_settle (rows);
  *table = zb_text_rows_build (source, rows, TRUE);
  return *table != NULL ? cells.index : first;
}
