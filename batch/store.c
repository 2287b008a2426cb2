/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "batch-data.h"
#include "store-statement.h"

/* Another command may write to the same store for a moment. */
enum { BUSY_MILLISECONDS = 30000 };

static const char DATABASE[] = "store.sqlite";
static const char SCHEMA[] = "/zhibiao/batch/store.sql";

struct _ZbStore {
  sqlite3 *database;
  char *path;
  GHashTable *statements; /* SQL → sqlite3_stmt * */
};

sqlite3 *
zb_store_database (ZbStore *store) {
  return store->database;
}

const char *
zb_store_path (ZbStore *store) {
  return store->path;
}

gboolean
zb_store_fail (ZbStore *store, GError **error) {
  gboolean wrong_rows = sqlite3_errcode (store->database) == SQLITE_CONSTRAINT;

  g_set_error (error, ZB_ERROR, wrong_rows ? ZB_ERROR_CORRUPT : ZB_ERROR_IO, "%s: %s",
               store->path, sqlite3_errmsg (store->database));
  return FALSE;
}

sqlite3_stmt *
zb_store_prepare (ZbStore *store, const char *sql, GError **error) {
  sqlite3_stmt *statement = g_hash_table_lookup (store->statements, sql);

  if (statement != NULL) {
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
    return statement;
  }
  if (sqlite3_prepare_v3 (store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK) {
    zb_store_fail (store, error);
    return NULL;
  }
  g_hash_table_insert (store->statements, g_strdup (sql), statement);
  return statement;
}

void
zb_store_bind_text (sqlite3_stmt *statement, int parameter, const char *text) {
  if (text != NULL)
    sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT);
}

char *
zb_store_dup_column (sqlite3_stmt *statement, int column) {
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

gboolean
zb_store_step (ZbStore *store, sqlite3_stmt *statement, GError **error) {
  int state = sqlite3_step (statement);

  if (state == SQLITE_ROW)
    return TRUE;
  if (state != SQLITE_DONE)
    zb_store_fail (store, error);
  sqlite3_reset (statement);
  return FALSE;
}

gboolean
zb_store_execute (ZbStore *store, sqlite3_stmt *statement, GError **error) {
  int state = statement != NULL ? sqlite3_step (statement) : SQLITE_ERROR;

  if (statement == NULL)
    return FALSE;
  if (state != SQLITE_DONE && state != SQLITE_ROW)
    zb_store_fail (store, error);
  sqlite3_reset (statement);
  return state == SQLITE_DONE || state == SQLITE_ROW;
}

gboolean
zb_store_run_script (ZbStore *store, const char *sql, GError **error) {
  return sqlite3_exec (store->database, sql, NULL, NULL, NULL) == SQLITE_OK
         || zb_store_fail (store, error);
}

gboolean
zb_store_begin (ZbStore *store, GError **error) {
  return zb_store_run_script (store, "BEGIN IMMEDIATE", error);
}

gboolean
zb_store_commit (ZbStore *store, GError **error) {
  if (zb_store_run_script (store, "COMMIT", error))
    return TRUE;
  zb_store_rollback (store);
  return FALSE;
}

void
zb_store_rollback (ZbStore *store) {
  if (!sqlite3_get_autocommit (store->database))
    sqlite3_exec (store->database, "ROLLBACK", NULL, NULL, NULL);
}

static int
read_version (ZbStore *store, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (store, "PRAGMA user_version", error);
  int version = -1;

  if (statement != NULL && zb_store_step (store, statement, error))
    version = sqlite3_column_int (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  return version;
}

/* What makes version 1 the one of store.sql. */
static const char UPGRADE[]
  = "ALTER TABLE runs ADD COLUMN id TEXT;"
    "UPDATE runs SET id = lower (hex (randomblob (16)));"
    "CREATE UNIQUE INDEX runs_by_id ON runs (id);"
    "CREATE TABLE partitioning (shard INTEGER NOT NULL, shards INTEGER NOT NULL);";

/* The statements that bring a database of @version to the present one; NULL on error. */
static char *
print_changes (int version, GError **error) {
  g_autoptr (GBytes) schema
    = g_resource_lookup_data (zb_batch_data_get_resource (), SCHEMA,
                              G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (schema == NULL)
    return NULL;
  return g_strdup_printf ("BEGIN IMMEDIATE; %s PRAGMA user_version = %d; COMMIT",
                          version == 0 ? (const char *) g_bytes_get_data (schema, NULL) : UPGRADE,
                          ZB_STORE_VERSION);
}

/* A store that a later version of the program made is left alone. */
static gboolean
check_version (ZbStore *store, ZbStoreMode mode, GError **error) {
  int version = read_version (store, error);
  g_autofree char *changes = NULL;

  if (version == ZB_STORE_VERSION)
    return TRUE;
  if (version < 0)
    return FALSE;
  if (version > ZB_STORE_VERSION || mode == ZB_STORE_READ) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: a store of version %d; this program knows %d%s",
                 store->path, version, ZB_STORE_VERSION,
                 version == 1 ? "; 'zhibiao batch' brings it up to date" : "");
    return FALSE;
  }
  changes = print_changes (version, error);
  if (changes == NULL)
    return FALSE;
  if (zb_store_run_script (store, changes, error))
    return TRUE;
  zb_store_rollback (store);
  /* Another process may have been faster. */
  if (read_version (store, NULL) != ZB_STORE_VERSION)
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

/* NORMAL keeps every transaction when the process is killed; when the power fails the last ones may
 * be undone, each wholly, and the next run makes them again. */
static const char SETTINGS[]
  = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;";

/* Where nothing can be written beside the database, SQLite reads it only when told that nobody else
 * does. */
char *
zb_store_print_uri (const char *folder, ZbStoreMode mode) {
  g_autofree char *path = g_build_filename (folder, DATABASE, NULL);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  gboolean closed = mode == ZB_STORE_READ && g_access (folder, W_OK) != 0;

  return g_strdup_printf ("file:%s%s", escaped,
                          closed ? "?immutable=1" : mode == ZB_STORE_READ ? "?mode=ro" : "");
}

ZbStore *
zb_store_open (const char *folder, ZbStoreMode mode, GError **error) {
  g_autoptr (ZbStore) store = g_new0 (ZbStore, 1);
  int flags = mode == ZB_STORE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                     : SQLITE_OPEN_READONLY;
  g_autofree char *uri = NULL;

  store->path = g_build_filename (folder, DATABASE, NULL);
  store->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (mode == ZB_STORE_WRITE && g_mkdir_with_parents (folder, 0777) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", folder, g_strerror (errno));
    return NULL;
  }
  uri = zb_store_print_uri (folder, mode);
  if (sqlite3_open_v2 (uri, &store->database, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL)
      != SQLITE_OK) {
    zb_store_fail (store, error);
    return NULL;
  }
  sqlite3_busy_timeout (store->database, BUSY_MILLISECONDS);
  if (mode == ZB_STORE_WRITE && !zb_store_run_script (store, SETTINGS, error))
    return NULL;
  return check_version (store, mode, error) ? g_steal_pointer (&store) : NULL;
}

void
zb_store_free (ZbStore *store) {
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, store->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_finalize (statement);
  g_hash_table_unref (store->statements);
  sqlite3_close (store->database);
  g_free (store->path);
  g_free (store);
}

int
zb_store_lock (const char *folder, const char *name, GError **error) {
  g_autofree char *file = g_strconcat (name, ".lock", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  int descriptor;

  if (g_mkdir_with_parents (folder, 0777) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", folder, g_strerror (errno));
    return -1;
  }
  descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", path, g_strerror (errno));
    return -1;
  }
  if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
    return descriptor;
  close (descriptor);
  return -1;
}
