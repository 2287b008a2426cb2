/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export.h"

#include "export-columns.h"
#include "json-writer.h"

const ZbExportFormat *
zb_export_format_lookup (const char *name) {
  for (const ZbExportFormat *format = zb_export_formats; format->name != NULL; format++)
    if (g_str_equal (format->name, name))
      return format;
  return NULL;
}

/* value is a string: a number of a data package is often read as a binary one. */
static const char *
type_of (ZbColumnKind kind) {
  switch (kind) {
  case ZB_COLUMN_INTEGER:
    return "integer";
  case ZB_COLUMN_COORDINATE:
  case ZB_COLUMN_CONFIDENCE:
    return "number";
  case ZB_COLUMN_BOOLEAN:
    return "boolean";
  case ZB_COLUMN_TEXT:
  case ZB_COLUMN_CODE:
  case ZB_COLUMN_PERIOD:
  default:
    return "string";
  }
}

static void
write_field (ZbJsonWriter *writer, const ZbExportColumn *column) {
  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_string (writer, "name", column->name);
  zb_json_writer_string (writer, "type", type_of (column->kind));
  zb_json_writer_string (writer, "description", column->meaning);
  if (column->required) {
    zb_json_writer_open_object (writer, "constraints", ZB_JSON_INLINE);
    zb_json_writer_bool (writer, "required", TRUE);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}

static void
write_schema (ZbJsonWriter *writer) {
  zb_json_writer_open_object (writer, "schema", ZB_JSON_SPREAD);
  zb_json_writer_open_array (writer, "fields", ZB_JSON_SPREAD);
  for (guint i = 0; i < zb_export_column_count; i++)
    write_field (writer, &zb_export_columns[i]);
  zb_json_writer_close (writer);
  zb_json_writer_open_array (writer, "missingValues", ZB_JSON_INLINE);
  zb_json_writer_string (writer, NULL, "");
  zb_json_writer_close (writer);
  zb_json_writer_open_array (writer, "primaryKey", ZB_JSON_INLINE);
  zb_json_writer_string (writer, NULL, "path");
  zb_json_writer_string (writer, NULL, "id");
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
}

gboolean
zb_export_package (GOutputStream *out, const ZbExportOptions *options, GError **error) {
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (out, TRUE);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "profile", "tabular-data-package");
  zb_json_writer_string (writer, "name", "zhibiao-facts");
  zb_json_writer_open_array (writer, "resources", ZB_JSON_SPREAD);
  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "profile", "tabular-data-resource");
  zb_json_writer_string (writer, "name", "facts");
  zb_json_writer_string (writer, "path", "facts.csv");
  zb_json_writer_string (writer, "format", "csv");
  zb_json_writer_string (writer, "mediatype", "text/csv");
  zb_json_writer_string (writer, "encoding", "utf-8");
  zb_json_writer_open_object (writer, "dialect", ZB_JSON_INLINE);
  zb_json_writer_string (writer, "delimiter", ",");
  zb_json_writer_string (writer, "lineTerminator", options->excel ? "\r\n" : "\n");
  zb_json_writer_bool (writer, "doubleQuote", TRUE);
  zb_json_writer_close (writer);
  write_schema (writer);
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
  return zb_json_writer_finish (writer, error);
}
