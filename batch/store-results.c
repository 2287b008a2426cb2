/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-statement.h"

#include <string.h>

/* What becomes of the rows of each kind; the first parameter is the document. */
typedef struct {
  const char *table;   /* where it is added */
  const char *update;
  guint values;
} Target;

static const Target TARGETS[ZB_N_STORED_ROWS] = {
  [ZB_ROW_DOCUMENT]
  = { NULL,
      "UPDATE documents SET media_type = ?3, pages = ?4, kind = ?5, title = ?6, entity = ?7,"
      " fiscal_year = ?8, text_origin = ?9, glyphs = ?10, in_cells = ?11, in_blocks = ?12,"
      " in_furniture = ?13, left_out = ?14 WHERE document = ?1 AND sha256 = ?2",
      13 },
  [ZB_ROW_SECTION] = { "sections", NULL, 5 },
  [ZB_ROW_TABLE] = { "tables", NULL, 10 },
  [ZB_ROW_FACT] = { "facts", NULL, 31 },
  [ZB_ROW_EVALUATION] = { "evaluations", NULL, 13 },
  [ZB_ROW_EVALUATION_ROW] = { "evaluation_rows", NULL, 21 },
  [ZB_ROW_CHECK] = { "checks", NULL, 9 },
  [ZB_ROW_DIAGNOSTIC] = { "diagnostics", NULL, 5 },
  [ZB_ROW_MODEL] = { "models", NULL, 1 },
  [ZB_ROW_OUTPUT] = { "outputs", NULL, 2 },
};

static sqlite3_stmt *
prepare_target (ZbStore *store, const Target *target, GError **error) {
  g_autoptr (GString) sql = NULL;

  if (target->update != NULL)
    return zb_store_prepare (store, target->update, error);
  sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO %s VALUES (?1", target->table);
  for (guint i = 0; i < target->values; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append (sql, ")");
  return zb_store_prepare (store, sql->str, error);
}

static void
bind_value (sqlite3_stmt *statement, int parameter, const ZbValue *value) {
  switch (value->type) {
  case ZB_VALUE_NULL:
    break;
  case ZB_VALUE_INTEGER:
    sqlite3_bind_int64 (statement, parameter, (sqlite3_int64) value->integer);
    break;
  case ZB_VALUE_REAL:
    sqlite3_bind_double (statement, parameter, value->geometry);
    break;
  case ZB_VALUE_TEXT:
    sqlite3_bind_text64 (statement, parameter, (const char *) value->data, value->length,
                         SQLITE_STATIC, SQLITE_UTF8);
    break;
  case ZB_VALUE_BLOB:
    sqlite3_bind_blob64 (statement, parameter, value->data, value->length, SQLITE_STATIC);
    break;
  }
}

/* @statements keeps those of the kinds that came before. */
static gboolean
put_row (ZbStore *store, sqlite3_stmt **statements, gint64 document, const ZbRow *row,
         GError **error) {
  const Target *target = &TARGETS[row->kind];
  sqlite3_stmt *statement = statements[row->kind];

  if (row->count != target->values) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the worker sent a row that is none");
    return FALSE;
  }
  if (statement == NULL)
    statements[row->kind] = statement = prepare_target (store, target, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_clear_bindings (statement);
  sqlite3_bind_int64 (statement, 1, document);
  for (guint i = 0; i < row->count; i++)
    bind_value (statement, (int) i + 2, &row->values[i]);
  return zb_store_execute (store, statement, error);
}

static gboolean
put_rows (ZbStore *store, gint64 document, GByteArray *rows, GError **error) {
  sqlite3_stmt *statements[ZB_N_STORED_ROWS] = { NULL };
  ZbDecoder decoder = { .data = rows->data, .length = rows->len };
  ZbRow row;

  while (zb_row_next (&decoder, &row))
    if (row.kind != ZB_ROW_END && row.kind < ZB_N_STORED_ROWS
        && !put_row (store, statements, document, &row, error))
      return FALSE;
  return TRUE;
}

/* A model that is not among the rows stays: they were mapped from it. */
static gboolean
has_model (GByteArray *rows) {
  ZbDecoder decoder = { .data = rows->data, .length = rows->len };
  ZbRow row;

  while (zb_row_next (&decoder, &row))
    if (row.kind == ZB_ROW_MODEL)
      return TRUE;
  return FALSE;
}

const char *const zb_store_result_tables[]
  = { "sections", "tables",      "facts",  "evaluations", "evaluation_rows",
      "checks",   "diagnostics", "models", "outputs",     NULL };

gboolean
zb_store_clear_document (ZbStore *store, gint64 document, gboolean keep_model,
                         GError **error) {
  for (const char *const *table = zb_store_result_tables; *table != NULL; table++) {
    g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE document = ?1", *table);
    sqlite3_stmt *statement;

    if (keep_model && g_str_equal (*table, "models"))
      continue;
    statement = zb_store_prepare (store, sql, error);
    if (statement == NULL)
      return FALSE;
    sqlite3_bind_int64 (statement, 1, document);
    if (!zb_store_execute (store, statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_outcome (ZbStore *store, gint64 run, gint64 document, const ZbMaker *maker,
             const ZbOutcome *outcome, GError **error) {
  gboolean finished
    = g_str_equal (outcome->status, "read") || g_str_equal (outcome->status, "unreadable");
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "UPDATE documents SET status = ?2, reason = ?3, signal = ?4, set_aside = ?5,"
                        " attempts = ?6, program = ?7, rules = ?8, options = ?9, run = ?10,"
                        " processor_ms = ?11, memory_kib = ?12 WHERE document = ?1",
                        error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, document);
  zb_store_bind_text (statement, 2, outcome->status);
  zb_store_bind_text (statement, 3, outcome->reason);
  zb_store_bind_text (statement, 4, outcome->signal);
  sqlite3_bind_int (statement, 5, !finished);
  sqlite3_bind_int (statement, 6, (int) outcome->attempts);
  zb_store_bind_text (statement, 7, maker->program);
  zb_store_bind_text (statement, 8, maker->rules);
  zb_store_bind_text (statement, 9, maker->options);
  sqlite3_bind_int64 (statement, 10, run);
  sqlite3_bind_int64 (statement, 11, (sqlite3_int64) outcome->processor_ms);
  sqlite3_bind_int64 (statement, 12, (sqlite3_int64) outcome->memory_kib);
  return zb_store_execute (store, statement, error);
}

gboolean
zb_store_put_result (ZbStore *store, gint64 run, gint64 document, const ZbMaker *maker,
                     const ZbOutcome *outcome, GByteArray *rows, GError **error) {
  if (!zb_store_begin (store, error))
    return FALSE;
  if (!zb_store_clear_document (store, document, rows != NULL && !has_model (rows), error)
      || (rows != NULL && !put_rows (store, document, rows, error))
      || !put_outcome (store, run, document, maker, outcome, error)) {
    zb_store_rollback (store);
    return FALSE;
  }
  return zb_store_commit (store, error);
}

GBytes *
zb_store_load_model (ZbStore *store, gint64 document) {
  sqlite3_stmt *statement
    = zb_store_prepare (store, "SELECT model FROM models WHERE document = ?1", NULL);
  GBytes *model = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, document);
  if (zb_store_step (store, statement, NULL))
    model = g_bytes_new (sqlite3_column_blob (statement, 0),
                         (gsize) sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return model;
}

gboolean
zb_store_note_event (ZbStore *store, gint64 run, gint64 document, const char *kind,
                     const char *message, GError **error) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "INSERT INTO events (run, time, document, kind, message) VALUES"
                        " (?1, strftime ('%Y-%m-%dT%H:%M:%SZ', 'now'), nullif (?2, 0), ?3, ?4)",
                        error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, run);
  sqlite3_bind_int64 (statement, 2, document);
  zb_store_bind_text (statement, 3, kind);
  zb_store_bind_text (statement, 4, message);
  return zb_store_execute (store, statement, error);
}
