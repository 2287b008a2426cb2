/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-columns.h"

const ZbExportColumn zb_export_columns[] = {
  { "path", NULL, ZB_COLUMN_TEXT, TRUE, "file of the document, the first in order of several" },
  { "sha256", NULL, ZB_COLUMN_TEXT, TRUE, "checksum of the document's bytes" },
  { "kind", NULL, ZB_COLUMN_TEXT, FALSE, "kind of document" },
  { "entity", NULL, ZB_COLUMN_TEXT, FALSE, "reporting department or unit, as printed" },
  { "fiscal_year", NULL, ZB_COLUMN_INTEGER, FALSE, "year reported on" },
  { "id", "'f' || fact", ZB_COLUMN_TEXT, TRUE, "the fact within its document" },
  { "indicator", NULL, ZB_COLUMN_TEXT, TRUE, "what is counted" },
  { "label", NULL, ZB_COLUMN_TEXT, FALSE, "the words it was printed under" },
  { "period", NULL, ZB_COLUMN_PERIOD, FALSE, "the year or the months that the value describes" },
  { "measure", NULL, ZB_COLUMN_TEXT, FALSE, "which number of it: budget, actual, change …" },
  { "fund", NULL, ZB_COLUMN_TEXT, FALSE, "the purse that it comes from" },
  { "function", NULL, ZB_COLUMN_CODE, FALSE, "code of 支出功能分类" },
  { "economic", NULL, ZB_COLUMN_CODE, FALSE, "code of 支出经济分类" },
  { "subject_kind", NULL, ZB_COLUMN_TEXT, FALSE, "project or unit; empty: the reporting body" },
  { "subject", NULL, ZB_COLUMN_TEXT, FALSE, "name of the project or the unit" },
  { "value", NULL, ZB_COLUMN_TEXT, TRUE, "exact decimal in the unit of the column unit" },
  { "unit", NULL, ZB_COLUMN_TEXT, FALSE, "CNY (yuan), %, m2, point, or a classifier" },
  { "raw", NULL, ZB_COLUMN_TEXT, FALSE, "the number as printed" },
  { "raw_unit", NULL, ZB_COLUMN_TEXT, FALSE, "the unit beside it as printed" },
  { "source_kind", NULL, ZB_COLUMN_TEXT, FALSE, "table or text" },
  { "table", "'t' || \"table\"", ZB_COLUMN_TEXT, FALSE, "the table within its document" },
  { "row", NULL, ZB_COLUMN_INTEGER, FALSE, "row of the cell, from 0" },
  { "col", NULL, ZB_COLUMN_INTEGER, FALSE, "column of the cell, from 0" },
  { "page", NULL, ZB_COLUMN_INTEGER, FALSE, "page, from 1" },
  { "x0", NULL, ZB_COLUMN_COORDINATE, FALSE, "left edge in points" },
  { "y0", NULL, ZB_COLUMN_COORDINATE, FALSE, "upper edge in points" },
  { "x1", NULL, ZB_COLUMN_COORDINATE, FALSE, "right edge in points" },
  { "y1", NULL, ZB_COLUMN_COORDINATE, FALSE, "lower edge in points" },
  { "quote", NULL, ZB_COLUMN_TEXT, FALSE, "the clause that the number stands in" },
  { "confidence", NULL, ZB_COLUMN_CONFIDENCE, TRUE, "probability that value and meaning are right" },
  { "flags", NULL, ZB_COLUMN_TEXT, FALSE, "what was noticed, separated by spaces" },
  { "preferred", NULL, ZB_COLUMN_BOOLEAN, TRUE, "the reading to use among several of one number" },
  { "review", NULL, ZB_COLUMN_BOOLEAN, TRUE, "a person should look" },
  { "suggestion_value", NULL, ZB_COLUMN_TEXT, FALSE, "another reading that would satisfy the checks" },
};

const guint zb_export_column_count = G_N_ELEMENTS (zb_export_columns);

char *
zb_export_columns_print_query (const char *where) {
  GString *sql = g_string_new ("SELECT * FROM (SELECT ");

  for (guint i = 0; i < zb_export_column_count; i++) {
    const ZbExportColumn *column = &zb_export_columns[i];

    g_string_append (sql, i > 0 ? ", " : "");
    if (column->sql != NULL)
      g_string_append_printf (sql, "%s AS \"%s\"", column->sql, column->name);
    else
      g_string_append_printf (sql, "\"%s\"", column->name);
  }
  g_string_append (sql, " FROM current_facts)");
  if (where != NULL)
    g_string_append_printf (sql, " WHERE (%s\n)", where);
  g_string_append (sql, " ORDER BY path, CAST (substr (id, 2) AS INTEGER)");
  return g_string_free (sql, FALSE);
}
