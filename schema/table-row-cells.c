/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-row-cells.h"

#include <string.h>

#include "document-words.h"
#include "table-classification.h"
#include "text-fold.h"

static gboolean
is_digits (const char *text) {
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* 类, 款 and 项 in columns of their own are either pieces (204, 06, 01) or whole codes. */
static void
append_code (GString *code, const char *digits) {
  if (code->len > 0 && g_str_has_prefix (digits, code->str))
    g_string_assign (code, digits);
  else
    g_string_append (code, digits);
}

gboolean
zb_row_is_total_word (const char *word) {
  return zb_words_equal (zb_document_words (ZB_DOCUMENT_WORD_TOTAL_ROW), word) != NULL;
}

/* Of several names side by side the last is the most specific, but 小计 stands for the one before;
 * a name of the other economic classification says nothing more. */
static void
take_label (ZbRowCells *cells, const ZbColumn *column, const char *text, const char *folded,
            gboolean economic) {
  gboolean is_economic = column->classification == ZB_CLASS_ECONOMIC;

  if (column->classification == ZB_CLASS_ECONOMIC_GOVERNMENT)
    cells->economic = cells->economic == NULL ? text : cells->economic;
  else if (is_economic && !economic)
    cells->economic = text;
  else if (cells->label == NULL || !zb_row_is_total_word (folded))
    cells->label = text;
}

/* The heads of the code columns, which some forms repeat in the row of the total. */
static gboolean
is_level_word (const char *folded) {
  static const char *const LEVELS[] = { "类", "款", "项" };

  for (guint i = 0; i < G_N_ELEMENTS (LEVELS); i++)
    if (g_str_equal (folded, LEVELS[i]))
      return TRUE;
  return FALSE;
}

/* A cell over several columns stands for the one among them that holds names. */
static const ZbColumn *
column_of_cell (const ZbCell *cell, const GArray *columns, guint group) {
  const ZbColumn *column = &g_array_index (columns, ZbColumn, cell->col);

  for (guint col = cell->col + 1; col < MIN (cell->col + cell->colspan, columns->len); col++) {
    const ZbColumn *other = &g_array_index (columns, ZbColumn, col);

    if (other->group == group && (other->role == ZB_ROLE_LABEL || other->role == ZB_ROLE_UNIT)
        && column->role != ZB_ROLE_CODE && column->role != ZB_ROLE_LABEL)
      column = other;
  }
  return column;
}

void
zb_row_cells_collect (ZbRowCells *cells, const ZbTable *table, const GArray *columns, guint row,
                      guint group, gboolean economic) {
  *cells = (ZbRowCells){ .code = g_string_new (NULL) };
  for (guint col = 0; col < table->cols; col++) {
    const ZbColumn *column = &g_array_index (columns, ZbColumn, col);
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = NULL;

    if (column->group != group)
      continue;
    cells->columns += column->role == ZB_ROLE_CODE || column->role == ZB_ROLE_LABEL
                      || column->role == ZB_ROLE_UNIT || column->role == ZB_ROLE_UNIT_CODE;
    cells->levels_above += column->role == ZB_ROLE_CODE && *cell->text == '\0' && cells->code->len == 0;
    if (cell->col != col || *cell->text == '\0')
      continue;
    folded = zb_text_fold (cell->text);
    column = column_of_cell (cell, columns, group);
    if (column->role == ZB_ROLE_CODE && is_level_word (folded))
      continue;
    if (column->role == ZB_ROLE_CODE && is_digits (folded))
      append_code (cells->code, folded);
    else if (column->role == ZB_ROLE_UNIT)
      cells->unit = cell->text;
    else if (column->role == ZB_ROLE_CODE || column->role == ZB_ROLE_LABEL)
      take_label (cells, column, cell->text, folded, economic);
  }
}

void
zb_row_cells_split_code (ZbRowCells *cells) {
  g_autofree char *code = cells->label != NULL ? zb_table_leading_code (cells->label) : NULL;

  if (cells->code->len == 0 && code != NULL)
    g_string_assign (cells->code, code);
}

void
zb_row_cells_clear (ZbRowCells *cells) {
  if (cells->code != NULL)
    g_string_free (cells->code, TRUE);
  cells->code = NULL;
}

guint
zb_row_find_year (const ZbTable *table, const GArray *columns, guint row) {
  for (guint col = 0; col < table->cols; col++) {
    g_autofree char *folded = NULL;
    guint64 year;

    if (g_array_index (columns, ZbColumn, col).role != ZB_ROLE_YEAR)
      continue;
    folded = zb_text_fold (zb_table_lookup (table, row, col)->text);
    year = strspn (folded, "0123456789") == 4 ? g_ascii_strtoull (folded, NULL, 10) : 0;
    if (year >= 1949 && year <= 2099)
      return (guint) year;
  }
  return 0;
}

/* Whether @text is a code with the name that it has in its classification: 2013801-行政运行. */
static gboolean
is_code_with_name (const ZbMapper *mapper, const char *text) {
  g_autofree char *code = zb_table_leading_code (text);
  g_autofree char *folded = zb_text_fold (text);
  g_autofree char *official = NULL;
  const char *name;

  if (code == NULL)
    return FALSE;
  name = zb_catalogue_function_name (mapper->catalogue, code);
  if (name == NULL)
    name = zb_catalogue_economic_name (mapper->catalogue, code);
  official = zb_text_fold (name != NULL ? name : "");
  return *official != '\0' && g_str_has_suffix (folded, official);
}

ZbRecognition
zb_row_recognition_of_codes (const ZbMapper *mapper, const ZbTable *table, const GArray *columns,
                             guint row, guint group) {
  ZbRecognition recognition = 0;

  for (guint col = 0; col < table->cols; col++) {
    const ZbColumn *column = &g_array_index (columns, ZbColumn, col);
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (column->group == group && (column->role == ZB_ROLE_CODE || column->role == ZB_ROLE_LABEL)
        && !is_code_with_name (mapper, cell->text))
      recognition |= cell->origin.recognition;
  }
  return recognition;
}
