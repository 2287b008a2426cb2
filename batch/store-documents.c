/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-statement.h"

#include <string.h>

/* Like GLOB, but the letters of a path are letters. */
#define BELOW(column, parameter) \
  "(" column " = " parameter " OR substr (" column ", 1, length (" parameter ") + 1) = " parameter " || '/')"

static gint64
insert_row (ZbStore *store, sqlite3_stmt *statement, GError **error) {
  return zb_store_execute (store, statement, error)
           ? sqlite3_last_insert_rowid (zb_store_database (store))
           : 0;
}

gint64
zb_store_begin_run (ZbStore *store, const ZbMaker *maker, GError **error) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "INSERT INTO runs (started, program, rules, options, id) VALUES"
                        " (strftime ('%Y-%m-%dT%H:%M:%SZ', 'now'), ?1, ?2, ?3,"
                        " lower (hex (randomblob (16))))",
                        error);

  if (statement == NULL)
    return 0;
  zb_store_bind_text (statement, 1, maker->program);
  zb_store_bind_text (statement, 2, maker->rules);
  zb_store_bind_text (statement, 3, maker->options);
  return insert_row (store, statement, error);
}

gboolean
zb_store_end_run (ZbStore *store, gint64 run, const ZbRunCounts *counts, GError **error) {
  const guint numbers[] = { counts->seen,       counts->unchanged, counts->read,    counts->mapped,
                            counts->unreadable, counts->failed,    counts->vanished };
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "UPDATE runs SET ended = strftime ('%Y-%m-%dT%H:%M:%SZ', 'now'), seen = ?1,"
                        " unchanged = ?2, \"read\" = ?3, mapped = ?4, unreadable = ?5, failed = ?6,"
                        " vanished = ?7 WHERE run = ?8",
                        error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sqlite3_bind_int64 (statement, (int) i + 1, numbers[i]);
  sqlite3_bind_int64 (statement, 8, run);
  return zb_store_execute (store, statement, error);
}

ZbStoreName
zb_store_lookup_name (ZbStore *store, const char *path, const ZbFileMark *mark) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT name, document, size, inode, modified, changed FROM names"
                        " WHERE path = ?1",
                        NULL);
  ZbStoreName name = { 0 };

  if (statement == NULL)
    return name;
  zb_store_bind_text (statement, 1, path);
  if (zb_store_step (store, statement, NULL)) {
    name.name = sqlite3_column_int64 (statement, 0);
    name.document = sqlite3_column_int64 (statement, 1);
    name.same_mark = name.document != 0 && sqlite3_column_int64 (statement, 2) == mark->size
                     && sqlite3_column_int64 (statement, 3) == mark->inode
                     && sqlite3_column_int64 (statement, 4) == mark->modified
                     && sqlite3_column_int64 (statement, 5) == mark->changed;
  }
  sqlite3_reset (statement);
  return name;
}

static gint64
find_or_add_document (ZbStore *store, const char *sha256, gint64 bytes, GError **error) {
  sqlite3_stmt *statement
    = zb_store_prepare (store, "SELECT document FROM documents WHERE sha256 = ?1", error);
  gint64 document = 0;

  if (statement == NULL)
    return 0;
  zb_store_bind_text (statement, 1, sha256);
  if (zb_store_step (store, statement, error))
    document = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (document != 0)
    return document;
  statement = zb_store_prepare (
    store, "INSERT INTO documents (sha256, bytes, status) VALUES (?1, ?2, 'pending')", error);
  if (statement == NULL)
    return 0;
  zb_store_bind_text (statement, 1, sha256);
  sqlite3_bind_int64 (statement, 2, bytes);
  return insert_row (store, statement, error);
}

static gboolean
add_version (ZbStore *store, gint64 run, gint64 name, gint64 document, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (
    store, "INSERT INTO versions (name, run, document) VALUES (?1, ?2, nullif (?3, 0))", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, name);
  sqlite3_bind_int64 (statement, 2, run);
  sqlite3_bind_int64 (statement, 3, document);
  return zb_store_execute (store, statement, error);
}

static gint64
put_name (ZbStore *store, const char *path, const ZbFileMark *mark, gint64 document,
          GError **error) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "INSERT INTO names (path, document, size, inode, modified, changed)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (path) DO UPDATE SET"
                        " document = excluded.document, size = excluded.size,"
                        " inode = excluded.inode, modified = excluded.modified,"
                        " changed = excluded.changed RETURNING name",
                        error);
  gint64 name = 0;

  if (statement == NULL)
    return 0;
  zb_store_bind_text (statement, 1, path);
  sqlite3_bind_int64 (statement, 2, document);
  sqlite3_bind_int64 (statement, 3, mark->size);
  sqlite3_bind_int64 (statement, 4, mark->inode);
  sqlite3_bind_int64 (statement, 5, mark->modified);
  sqlite3_bind_int64 (statement, 6, mark->changed);
  if (zb_store_step (store, statement, error))
    name = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return name;
}

static gint64
note_file (ZbStore *store, gint64 run, const char *path, const ZbFileMark *mark,
           const char *sha256, gint64 *name, GError **error) {
  ZbStoreName before = zb_store_lookup_name (store, path, mark);
  gint64 document = find_or_add_document (store, sha256, mark->size, error);

  if (document == 0)
    return 0;
  *name = put_name (store, path, mark, document, error);
  if (*name == 0)
    return 0;
  if (before.document != document && !add_version (store, run, *name, document, error))
    return 0;
  return document;
}

gint64
zb_store_note_file (ZbStore *store, gint64 run, const char *path, const ZbFileMark *mark,
                    const char *sha256, gint64 *name, GError **error) {
  gint64 document;

  if (!zb_store_begin (store, error))
    return 0;
  document = note_file (store, run, path, mark, sha256, name, error);
  if (document == 0) {
    zb_store_rollback (store);
    return 0;
  }
  return zb_store_commit (store, error) ? document : 0;
}

static GArray *
list_vanished (ZbStore *store, const char *root, gboolean (*is_seen) (gint64 name, gpointer data),
               gpointer data, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (
    store, "SELECT name FROM names WHERE document IS NOT NULL AND " BELOW ("path", "?1"), error);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return NULL;
  zb_store_bind_text (statement, 1, root);
  while (zb_store_step (store, statement, error)) {
    gint64 name = sqlite3_column_int64 (statement, 0);

    if (!is_seen (name, data))
      g_array_append_val (names, name);
  }
  return g_steal_pointer (&names);
}

gboolean
zb_store_note_vanished (ZbStore *store, gint64 run, const char *root,
                        gboolean (*is_seen) (gint64 name, gpointer data), gpointer data,
                        guint *count, GError **error) {
  g_autoptr (GArray) names = list_vanished (store, root, is_seen, data, error);

  if (names == NULL || names->len == 0)
    return names != NULL;
  if (!zb_store_begin (store, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++) {
    gint64 name = g_array_index (names, gint64, i);
    sqlite3_stmt *statement
      = zb_store_prepare (store, "UPDATE names SET document = NULL WHERE name = ?1", error);

    if (statement != NULL)
      sqlite3_bind_int64 (statement, 1, name);
    if (!zb_store_execute (store, statement, error)
        || !add_version (store, run, name, 0, error)) {
      zb_store_rollback (store);
      return FALSE;
    }
  }
  *count += names->len;
  return zb_store_commit (store, error);
}

gboolean
zb_store_needs_reading (ZbStore *store, gint64 document, const ZbMaker *maker, gboolean retry) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT status, set_aside, program IS ?2 AND options IS ?3, rules IS ?4"
                        " FROM documents WHERE document = ?1",
                        NULL);
  gboolean needed = TRUE;

  if (statement == NULL)
    return needed;
  sqlite3_bind_int64 (statement, 1, document);
  zb_store_bind_text (statement, 2, maker->program);
  zb_store_bind_text (statement, 3, maker->options);
  zb_store_bind_text (statement, 4, maker->rules);
  if (zb_store_step (store, statement, NULL)) {
    const char *status = (const char *) sqlite3_column_text (statement, 0);
    gboolean set_aside = sqlite3_column_int (statement, 1);
    gboolean same_program = sqlite3_column_int (statement, 2);
    gboolean same_rules = sqlite3_column_int (statement, 3);

    if (same_program && strcmp (status, "read") == 0)
      needed = FALSE;
    else if (same_program && strcmp (status, "unreadable") == 0)
      needed = retry;
    else if (same_program && set_aside && same_rules)
      needed = retry;
  }
  sqlite3_reset (statement);
  return needed;
}

GArray *
zb_store_list_unmapped (ZbStore *store, const ZbMaker *maker) {
  GArray *documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT document FROM documents WHERE status = 'read' AND program IS ?1"
                        " AND options IS ?2 AND rules IS NOT ?3 ORDER BY document",
                        NULL);

  if (statement == NULL)
    return documents;
  zb_store_bind_text (statement, 1, maker->program);
  zb_store_bind_text (statement, 2, maker->options);
  zb_store_bind_text (statement, 3, maker->rules);
  while (zb_store_step (store, statement, NULL)) {
    gint64 document = sqlite3_column_int64 (statement, 0);

    g_array_append_val (documents, document);
  }
  return documents;
}

gboolean
zb_store_load_identity (ZbStore *store, gint64 document, char **path, char **sha256) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT (SELECT min (path) FROM names WHERE name IN"
                        " (SELECT name FROM versions WHERE document = ?1)), sha256"
                        " FROM documents WHERE document = ?1",
                        NULL);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, document);
  if (zb_store_step (store, statement, NULL)) {
    *path = zb_store_dup_column (statement, 0);
    *sha256 = zb_store_dup_column (statement, 1);
    found = TRUE;
  }
  sqlite3_reset (statement);
  return found;
}

guint
zb_store_count_set_aside (ZbStore *store) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT count (DISTINCT document) FROM documents JOIN names USING (document)"
                        " WHERE set_aside",
                        NULL);
  guint count = 0;

  if (statement == NULL)
    return 0;
  if (zb_store_step (store, statement, NULL))
    count = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return count;
}
