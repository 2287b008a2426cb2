/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-base-data.h"

#include <string.h>

#include "intern.h"
#include "label.h"
#include "table-columns.h"
#include "text-fold.h"

/* The form is several small tables in one grid: each begins with a row of headers (编制数, 2024年
 * 决算数, 批复规模 …) that holds until the next such row. A header names an indicator of its own or
 * the measure and year of the row's. */

typedef struct {
  GString *text; /* the header as printed; grows where a page break cut it */
  const char *indicator, *measure;
  guint year;
  const ZbUnit *unit;
  ZbUnitPlace unit_place;
} Header;

static void
header_clear (gpointer data) {
  Header *header = data;

  g_string_free (header->text, TRUE);
}

static void
resolve_header (const ZbMapper *mapper, Header *header, const ZbUnit *row_unit) {
  g_autofree char *word = zb_label_fold (header->text->str);
  const char *plain = word;
  const ZbLabel *label;

  header->year = zb_label_year (header->text->str, mapper->report->fiscal_year);
  if (header->year > 0 && g_ascii_isdigit (*word))
    plain = word + 4 + strlen ("年");
  label = zb_catalogue_lookup_label (mapper->catalogue, ZB_SCOPE_BASE, plain);
  header->indicator = label != NULL ? label->indicators[0] : NULL;
  label = zb_catalogue_lookup_label (mapper->catalogue, ZB_SCOPE_COLUMN, plain);
  header->measure = label != NULL ? label->measure : NULL;
  header->unit = zb_columns_find_unit (header->text->str);
  header->unit_place = ZB_UNIT_COLUMN;
  if (header->unit == NULL) {
    header->unit = row_unit;
    header->unit_place = ZB_UNIT_ROW;
  }
}

static gboolean
has_number (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++) {
    g_autoptr (ZbQuantity) quantity
        = zb_quantity_parse_cell (zb_table_lookup (table, row, col)->text);

    if (quantity != NULL)
      return TRUE;
  }
  return FALSE;
}

static guint
count_texts (const ZbTable *table, guint row) {
  guint count = 0;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    count += cell->col == col && *cell->text != '\0';
  }
  return count;
}

/* Reads @row as a row of headers (@append: as what a page break cut off the last one); TRUE where
 * at least two of its cells are headers. */
static gboolean
read_headers (const ZbMapper *mapper, const ZbTable *table, guint row, gboolean append,
              GArray *headers) {
  const ZbUnit *unit = zb_columns_find_unit (zb_table_lookup (table, row, 0)->text);
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (Header));
  guint known = 0;

  g_array_set_clear_func (found, header_clear);
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    Header header = { .text = g_string_new (NULL) };

    if (append)
      g_string_assign (header.text, g_array_index (headers, Header, col).text->str);
    if (cell->col == col && col > 0)
      zb_text_append_line (header.text, cell->text);
    if (header.text->len > 0)
      resolve_header (mapper, &header, unit);
    known += header.indicator != NULL || header.measure != NULL;
    g_array_append_val (found, header);
  }
  if (known < 2)
    return FALSE;
  g_array_set_size (headers, 0);
  g_array_append_vals (headers, found->data, found->len);
  g_array_set_clear_func (found, NULL);
  return TRUE;
}

static gboolean
map_value (ZbMapper *mapper, const ZbReportTable *place, const ZbCell *cell, const Header *header,
           const ZbLabel *row_label, const char *label) {
  g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);
  gboolean own = header->indicator != NULL;
  ZbReading reading = {
    .dimensions = {
      .indicator = own ? header->indicator : row_label != NULL ? row_label->indicators[0] : NULL,
      .period = zb_mapper_period (own ? 0 : header->year),
      .measure = own ? zb_intern ("actual") : header->measure,
    },
    .label = own ? header->text->str : label,
    .unit = header->unit,
    .unit_place = header->unit_place,
    .source = { .kind = ZB_SOURCE_TABLE, .table = place->number, .row = cell->row,
                .col = cell->col, .origin = cell->origin, .block = place->block },
  };

  if (quantity == NULL || reading.dimensions.indicator == NULL
      || reading.dimensions.measure == NULL)
    return FALSE;
  if (g_str_equal (reading.dimensions.indicator, "base.budget_adjustment"))
    reading.dimensions.measure = zb_intern ("actual");
  return zb_mapper_add (mapper, &reading, quantity) != NULL;
}

static guint
map_values (ZbMapper *mapper, const ZbReportTable *place, guint row, const GArray *headers) {
  const ZbTable *table = place->table;
  const char *text = zb_table_lookup (table, row, 0)->text;
  g_autofree char *word = zb_label_fold (text);
  const ZbLabel *label = zb_catalogue_lookup_label (mapper->catalogue, ZB_SCOPE_BASE, word);
  guint added = 0;

  for (guint col = 1; col < MIN (table->cols, headers->len); col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    const Header *header = &g_array_index (headers, Header, col);

    if (cell->col == col && cell->row == row)
      added += map_value (mapper, place, cell, header, label, text);
  }
  return added;
}

guint
zb_map_base_data (ZbMapper *mapper, const ZbReportTable *place) {
  const ZbTable *table = place->table;
  g_autoptr (GArray) headers = g_array_new (FALSE, TRUE, sizeof (Header));
  gboolean after_header = FALSE;
  guint added = 0;

  g_array_set_clear_func (headers, header_clear);
  for (guint row = 0; row < table->rows; row++) {
    gboolean words_only = !has_number (table, row) && count_texts (table, row) > 2;

    if (words_only && after_header && read_headers (mapper, table, row, TRUE, headers))
      continue;
    after_header = words_only && read_headers (mapper, table, row, FALSE, headers);
    if (!after_header)
      added += map_values (mapper, place, row, headers);
  }
  return added;
}
