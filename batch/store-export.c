/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export.h"

#include <string.h>

#include "csv-row.h"
#include "document-model.h"
#include "export-columns.h"
#include "fixed-point.h"
#include "json-writer.h"
#include "store-statement.h"

enum { COORDINATE_DECIMALS = 2 };

/* The query of the facts. An expression of the user's is one expression over columns and changes
 * nothing: the statement must be a single one that only reads. */
static sqlite3_stmt *
prepare_facts (ZbStore *store, const ZbExportOptions *options, GError **error) {
  g_autofree char *sql = zb_export_columns_print_query (options->where);
  sqlite3 *database = zb_store_database (store);
  sqlite3_stmt *statement = NULL;
  const char *rest = "";

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, &rest) != SQLITE_OK || *rest != '\0'
      || !sqlite3_stmt_readonly (statement)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "--where: %s",
                 *rest != '\0' ? "one expression only" : sqlite3_errmsg (database));
    sqlite3_finalize (statement);
    return NULL;
  }
  return statement;
}

static const char *
text_of (sqlite3_stmt *statement, guint column) {
  return (const char *) sqlite3_column_text (statement, (int) column);
}

static gboolean
is_null (sqlite3_stmt *statement, guint column) {
  return sqlite3_column_type (statement, (int) column) == SQLITE_NULL;
}

static void
write_csv_field (ZbCsvRow *row, sqlite3_stmt *statement, guint i) {
  g_autofree char *confidence = NULL;

  switch (zb_export_columns[i].kind) {
  case ZB_COLUMN_CODE:
    zb_csv_row_code (row, text_of (statement, i));
    break;
  case ZB_COLUMN_PERIOD:
    zb_csv_row_period (row, text_of (statement, i));
    break;
  case ZB_COLUMN_COORDINATE:
    zb_csv_row_coordinate (row, !is_null (statement, i),
                           sqlite3_column_double (statement, (int) i));
    break;
  case ZB_COLUMN_CONFIDENCE:
    confidence = zb_fixed_point_print_confidence (sqlite3_column_double (statement, (int) i));
    zb_csv_row_text (row, confidence);
    break;
  case ZB_COLUMN_BOOLEAN:
    zb_csv_row_bool (row, sqlite3_column_int (statement, (int) i));
    break;
  case ZB_COLUMN_TEXT:
  case ZB_COLUMN_INTEGER:
    zb_csv_row_text (row, text_of (statement, i));
    break;
  }
}

/* The error of the query, which ends like one that has no more rows. */
static gboolean
finish_query (ZbStore *store, sqlite3_stmt *statement, GError **error) {
  return sqlite3_finalize (statement) == SQLITE_OK || zb_store_fail (store, error);
}

static gboolean
write_csv (ZbStore *store, const ZbExportOptions *options, GOutputStream *out, GError **error) {
  sqlite3_stmt *statement = prepare_facts (store, options, error);
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  ZbCsvRow row = { .sink = sink, .excel = options->excel };

  if (statement == NULL)
    return FALSE;
  zb_csv_row_begin_file (sink, options->excel);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    for (guint i = 0; i < zb_export_column_count; i++)
      write_csv_field (&row, statement, i);
    zb_csv_row_end (&row);
  }
  return finish_query (store, statement, error) && zb_text_sink_finish (sink, error);
}

static void
write_member (ZbJsonWriter *writer, sqlite3_stmt *statement, guint i) {
  const ZbExportColumn *column = &zb_export_columns[i];

  if (is_null (statement, i))
    zb_json_writer_null (writer, column->name);
  else if (column->kind == ZB_COLUMN_COORDINATE)
    zb_json_writer_fixed (writer, column->name, sqlite3_column_double (statement, (int) i),
                          COORDINATE_DECIMALS);
  else if (column->kind == ZB_COLUMN_CONFIDENCE)
    zb_json_writer_confidence (writer, column->name, sqlite3_column_double (statement, (int) i));
  else if (column->kind == ZB_COLUMN_INTEGER)
    zb_json_writer_integer (writer, column->name,
                            (guint64) sqlite3_column_int64 (statement, (int) i));
  else if (column->kind == ZB_COLUMN_BOOLEAN)
    zb_json_writer_bool (writer, column->name, sqlite3_column_int (statement, (int) i));
  else
    zb_json_writer_string (writer, column->name, text_of (statement, i));
}

static gboolean
write_ndjson (ZbStore *store, const ZbExportOptions *options, GOutputStream *out, GError **error) {
  sqlite3_stmt *statement = prepare_facts (store, options, error);
  gboolean fine = TRUE;

  if (statement == NULL)
    return FALSE;
  while (fine && sqlite3_step (statement) == SQLITE_ROW) {
    g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (out, FALSE);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    for (guint i = 0; i < zb_export_column_count; i++)
      write_member (writer, statement, i);
    zb_json_writer_close (writer);
    fine = zb_json_writer_finish (writer, error);
  }
  return finish_query (store, statement, fine ? error : NULL) && fine;
}

/* The whole outputs, as zhibiao extract wrote them. */
static gboolean
write_documents (ZbStore *store, const ZbExportOptions *options, GOutputStream *out,
                 GError **error) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT json, size FROM outputs JOIN (SELECT document, min (path) AS path"
                        " FROM names WHERE document IS NOT NULL GROUP BY document) USING (document)"
                        " ORDER BY path",
                        error);

  if (statement == NULL)
    return FALSE;
  while (zb_store_step (store, statement, error)) {
    gsize size = (gsize) sqlite3_column_int64 (statement, 1);
    g_autoptr (GByteArray) json
      = zb_document_model_inflate (sqlite3_column_blob (statement, 0),
                                   (gsize) sqlite3_column_bytes (statement, 0), size);

    if (json == NULL) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "a stored output is damaged");
      return FALSE;
    }
    if (!g_output_stream_write_all (out, json->data, json->len, NULL, NULL, error))
      return FALSE;
  }
  return error == NULL || *error == NULL;
}

const ZbExportFormat zb_export_formats[] = {
  { "csv", "the facts, one a row (the default); with -o a datapackage.json beside it", "facts.csv",
    write_csv },
  { "ndjson", "the facts, one JSON object a line", "facts.ndjson", write_ndjson },
  { "sqlite", "the facts and the documents as a database; needs -o", "facts.sqlite", NULL },
  { "documents", "the whole outputs, one document a line", "documents.ndjson", write_documents },
  { NULL, NULL, NULL, NULL },
};

static gboolean
run (sqlite3 *database, const char *sql, GError **error) {
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", sqlite3_errmsg (database));
  return FALSE;
}

static char *
print_definition (void) {
  GString *sql = g_string_new ("CREATE TABLE facts (");

  for (guint i = 0; i < zb_export_column_count; i++) {
    const ZbExportColumn *column = &zb_export_columns[i];
    gboolean real = column->kind == ZB_COLUMN_COORDINATE || column->kind == ZB_COLUMN_CONFIDENCE;
    gboolean whole = column->kind == ZB_COLUMN_INTEGER || column->kind == ZB_COLUMN_BOOLEAN;

    g_string_append_printf (sql, "\"%s\" %s, ", column->name,
                            real ? "REAL" : whole ? "INTEGER" : "TEXT");
  }
  g_string_append (sql, "PRIMARY KEY (path, id))");
  return g_string_free (sql, FALSE);
}

static gboolean
fill_database (sqlite3 *database, const char *folder, const ZbExportOptions *options,
               GError **error) {
  g_autofree char *query = zb_export_columns_print_query (options->where);
  g_autofree char *uri = zb_store_print_uri (folder, ZB_STORE_READ);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS store", uri);
  g_autofree char *definition = print_definition ();
  g_autofree char *insert = g_strconcat ("INSERT INTO main.facts ", query, NULL);

  return run (database, attach, error) && run (database, "BEGIN", error)
         && run (database, definition, error) && run (database, insert, error)
         && run (database, "CREATE TABLE documents AS SELECT * FROM store.documents", error)
         && run (database, "CREATE INDEX facts_by_indicator ON facts (indicator, period, measure)",
                 error)
         && run (database, "COMMIT", error);
}

gboolean
zb_export_database (const char *folder, const ZbExportOptions *options, const char *path,
                    GError **error) {
  g_autoptr (ZbStore) store = zb_store_open (folder, ZB_STORE_READ, error);
  sqlite3_stmt *checked = store != NULL ? prepare_facts (store, options, error) : NULL;
  sqlite3 *database = NULL;
  gboolean filled;

  if (checked == NULL)
    return FALSE;
  sqlite3_finalize (checked);
  if (sqlite3_open_v2 (path, &database,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL)
      != SQLITE_OK) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", path, sqlite3_errmsg (database));
    sqlite3_close (database);
    return FALSE;
  }
  filled = fill_database (database, folder, options, error);
  sqlite3_close (database);
  if (!filled)
    g_prefix_error (error, "%s: ", path);
  return filled;
}
