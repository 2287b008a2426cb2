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

/* A copy of a column of the current row; NULL for NULL. */
char *zb_store_dup_column (sqlite3_stmt *statement, int column);

/* What store.sql makes (PRAGMA user_version). */
enum { ZB_STORE_VERSION = 1 };

G_END_DECLS
