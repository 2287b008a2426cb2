/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store.h"

G_BEGIN_DECLS

/* For the files of the store only. */

/* The statement of @sql, prepared once for the store and reset for use; NULL with @error set. */
sqlite3_stmt *zb_store_prepare (ZbStore *store, const char *sql, GError **error);

/* Binds @values in order (NULL is NULL), from the first parameter on. */
void zb_store_bind_text (sqlite3_stmt *statement, int parameter, const char *text);

/* Runs a statement that gives no row. */
gboolean zb_store_execute (ZbStore *store, sqlite3_stmt *statement, GError **error);
/* Steps to the next row; FALSE at the end and on error, which is set then. */
gboolean zb_store_step (ZbStore *store, sqlite3_stmt *statement, GError **error);

/* Sets @error to what SQLite says, and returns FALSE. */
gboolean zb_store_fail (ZbStore *store, GError **error);

sqlite3 *zb_store_database (ZbStore *store);

/* The file of the database, for messages; borrowed. */
const char *zb_store_path (ZbStore *store);
/* How SQLite opens the database in @folder; nothing in it needs quoting. The caller frees it. */
char *zb_store_print_uri (const char *folder, ZbStoreMode mode);

/* Runs statements that give no rows. */
gboolean zb_store_run_script (ZbStore *store, const char *sql, GError **error);

/* The names of the tables of results, which have the document as their first column; NULL ends them. */
extern const char *const zb_store_result_tables[];
/* Deletes what they hold of @document, the model aside where @keep_model. */
gboolean zb_store_clear_document (ZbStore *store, gint64 document, gboolean keep_model,
                                  GError **error);

/* A copy of a column of the current row; NULL for NULL. */
char *zb_store_dup_column (sqlite3_stmt *statement, int column);

/* What store.sql makes (PRAGMA user_version). */
enum { ZB_STORE_VERSION = 2 };

G_END_DECLS
