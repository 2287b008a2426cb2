/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-table.h"

#include <string.h>

#include "intern.h"
#include "table-columns.h"
#include "table-rows.h"
#include "text-fold.h"

/* The meaning of a number is the kind's default, narrowed by its row, narrowed by its column. */

static const char *
first_of (const char *a, const char *b, const char *c) {
  return a != NULL ? a : b != NULL ? b : c;
}

/* A row that names a total says no more than the kind does, so the column's word is the closer. */
static const char *
choose_indicator (const ZbTableKind *kind, const ZbRowKey *key, const ZbColumn *column) {
  if (column->indicator != NULL && key->indicator != NULL
      && kind->layout != ZB_LAYOUT_THREE_PUBLIC && !g_str_has_suffix (key->indicator, "total"))
    return key->indicator;
  return first_of (column->indicator, key->indicator, kind->indicator);
}

static ZbFlags
flags_of_cell (const ZbCell *cell) {
  ZbFlags flags = 0;

  if (cell->flags & ZB_CELL_JOINED)
    flags |= ZB_FLAG_BIT (ZB_FLAG_CELL_JOINED);
  if (cell->flags & ZB_CELL_ROW_JOINED)
    flags |= ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED);
  if (cell->flags & ZB_CELL_COLUMN_INFERRED)
    flags |= ZB_FLAG_BIT (ZB_FLAG_COLUMN_INFERRED);
  if (cell->flags & ZB_CELL_CUT_OFF)
    flags |= ZB_FLAG_BIT (ZB_FLAG_CUT_OFF);
  return flags;
}

/* 注：单位为万元, 以上金额单位：元: the unit in a note below the table; NULL where none is. */
static const ZbUnit *
find_unit_in_notes (const ZbTable *table) {
  for (guint i = 0; i < table->notes->len; i++) {
    g_autofree char *folded = zb_text_fold (g_ptr_array_index (table->notes, i));
    const char *at = strstr (folded, "单位");
    gsize length;
    const ZbUnit *unit = NULL;

    for (at = at != NULL ? at + strlen ("单位") : NULL; at != NULL && unit == NULL;
         at = *at == ':' ? at + 1
              : g_str_has_prefix (at, "为") || g_str_has_prefix (at, "均") ? at + strlen ("为") : NULL)
      unit = zb_unit_match (at, &length);
    if (unit != NULL && unit->dimension == ZB_DIMENSION_MONEY && !unit->misread)
      return unit;
  }
  return NULL;
}

static const ZbUnit *
find_unit_of_table (const ZbTable *table) {
  const ZbUnit *unit = NULL;

  if (table->unit != NULL)
    return zb_unit_lookup (table->unit);
  if (table->title != NULL)
    unit = zb_columns_find_unit (table->title);
  return unit != NULL ? unit : find_unit_in_notes (table);
}

/* A table while it is mapped. */
typedef struct {
  ZbMapper *mapper;
  const ZbReportTable *place;
  const ZbTableKind *kind;
  const GArray *columns;
  const ZbUnit *unit; /* that its title, captions or notes give; NULL where none does */
} Mapping;

/* The unit of a cell without one: its row's, else its column's, else its table's. */
static const ZbUnit *
inherit_unit (const Mapping *mapping, const ZbRowKey *key, const ZbColumn *column,
              ZbUnitPlace *place) {
  *place = key->unit != NULL ? ZB_UNIT_ROW : column->unit != NULL ? ZB_UNIT_COLUMN : ZB_UNIT_TABLE;
  if (key->unit != NULL)
    return key->unit;
  return column->unit != NULL ? column->unit : mapping->unit;
}

/* A form of a budget in a document of no kind, such as one that is that form alone, prints what is budgeted. */
static const char *
measure_of_form (const Mapping *mapping) {
  gboolean kindless = g_strcmp0 (mapping->mapper->report->kind, "other") == 0;

  return kindless && g_strcmp0 (mapping->kind->family, "budget") == 0 ? zb_intern ("budget") : NULL;
}

static gboolean
map_cell (const Mapping *mapping, const ZbRowKey *key, const ZbColumn *column, const ZbCell *cell) {
  g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);
  const ZbReportTable *place = mapping->place;
  const char *indicator = choose_indicator (mapping->kind, key, column);
  ZbReading reading = {
    .dimensions = {
      .indicator = indicator,
      .period = zb_mapper_period (column->year > 0 ? column->year : key->year),
      .measure = first_of (column->measure, key->measure, measure_of_form (mapping)),
      .fund = first_of (column->fund, key->fund, mapping->kind->fund),
      .function = key->function,
      .economic = first_of (column->economic, key->economic, NULL),
      .subject_kind = key->subject_kind,
      .subject = key->subject,
    },
    .label = key->label != NULL ? key->label : column->path,
    .source = { .kind = ZB_SOURCE_TABLE, .table = place->number, .row = cell->row,
                .col = cell->col, .origin = cell->origin, .block = place->block },
    .flags = key->flags | column->flags | flags_of_cell (cell),
  };

  if (quantity == NULL || indicator == NULL
      || (column->economic != NULL && key->economic != NULL))
    return FALSE;
  reading.unit = inherit_unit (mapping, key, column, &reading.unit_place);
  return zb_mapper_add (mapping->mapper, &reading, quantity) != NULL;
}

/* What one source pays of a procurement is no income and not the whole procurement. */
static gboolean
is_part_by_source (const ZbTableKind *kind, const ZbColumn *column) {
  return kind->layout == ZB_LAYOUT_PROCUREMENT
         && (column->fund != NULL
             || (column->indicator != NULL
                 && !g_str_has_prefix (column->indicator, "procurement.")));
}

/* A total in the rows of a three-public form stands for itself only where the column says which. */
static gboolean
is_mapped (const ZbTableKind *kind, const ZbRowKey *key, const ZbColumn *column) {
  if (column->role != ZB_ROLE_VALUE || is_part_by_source (kind, column))
    return FALSE;
  if (key->known)
    return TRUE;
  return kind->layout == ZB_LAYOUT_THREE_PUBLIC && column->indicator != NULL;
}

/* 公用经费合计 over two blocks of code, name and amount names the one amount behind it. */
static gboolean
label_reaches_over (const ZbTable *table, const GArray *columns, guint row, guint col) {
  const ZbColumn *column = &g_array_index (columns, ZbColumn, col);
  const ZbCell *cell = zb_table_lookup (table, row, col);

  return (column->role == ZB_ROLE_CODE || column->role == ZB_ROLE_LABEL) && cell->col < col
         && *cell->text != '\0'
         && g_array_index (columns, ZbColumn, cell->col).group < column->group;
}

static guint
map_row (const Mapping *mapping, guint row, ZbRowContext *contexts) {
  const ZbTable *table = mapping->place->table;
  const GArray *columns = mapping->columns;
  ZbRowKey key = { 0 };
  guint added = 0;

  for (guint col = 0; col < table->cols;) {
    const ZbColumn *first = &g_array_index (columns, ZbColumn, col);
    guint group = first->group;

    if (!label_reaches_over (table, columns, row, col))
      key = zb_row_key_resolve (mapping->mapper, table, mapping->kind, columns, row, group,
                                &contexts[group]);
    for (; col < table->cols && g_array_index (columns, ZbColumn, col).group == group; col++) {
      const ZbColumn *column = &g_array_index (columns, ZbColumn, col);
      const ZbCell *cell = zb_table_lookup (table, row, col);

      if (cell->col == col && cell->row == row && is_mapped (mapping->kind, &key, column))
        added += map_cell (mapping, &key, column, cell);
    }
  }
  return added;
}

static gboolean
has_unread_columns (const ZbTable *table, const GArray *columns) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autoptr (ZbQuantity) quantity = NULL;

    if (cell->row < table->header_rows
        || g_array_index (columns, ZbColumn, cell->col).role != ZB_ROLE_SKIP)
      continue;
    quantity = zb_quantity_parse_cell (cell->text);
    if (quantity != NULL && zb_decimal_sign (quantity->number) != 0)
      return TRUE;
  }
  return FALSE;
}

/* Where the columns are economic classes, the rows are of the other classification, whatever the title says. */
static gboolean
has_classes_in_columns (const GArray *columns) {
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, ZbColumn, i).economic != NULL)
      return TRUE;
  return FALSE;
}

guint
zb_map_table (ZbMapper *mapper, ZbReportTable *place, const ZbTableKind *kind) {
  const ZbTable *table = place->table;
  g_autoptr (ZbColumnArray) columns = zb_columns_resolve (mapper, table, kind);
  g_autofree ZbRowContext *contexts = g_new0 (ZbRowContext, table->cols + 1);
  ZbTableKind crossed = *kind;
  const Mapping mapping = { mapper, place, &crossed, columns, find_unit_of_table (table) };
  guint added = 0;

  if (kind->layout == ZB_LAYOUT_ECONOMIC && has_classes_in_columns (columns))
    crossed.layout = ZB_LAYOUT_FUNCTION;
  for (guint row = table->header_rows; row < table->rows; row++)
    added += map_row (&mapping, row, contexts);
  place->has_unread_columns = has_unread_columns (table, columns);
  return added;
}
