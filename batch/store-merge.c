/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-merge.h"

#include "store-statement.h"

/* Two stores may have read the same content. Made alike, the better end counts, and of equal ends the one
 * under the name that a single run over all files would have met first; else the later one. */

/* A walk goes through a folder before what sorts behind it, so the slash comes before every letter. */
#define FIRST_NAME(schema, document)                                                               \
  "(SELECT min (replace (path, '/', char (1))) FROM " schema ".names WHERE name IN"                \
  " (SELECT name FROM " schema ".versions v WHERE v.document = " document "))"

#define RANK(status) "CASE " status " WHEN 'read' THEN 0 WHEN 'unreadable' THEN 1 ELSE 2 END"

static const char ARRIVALS[]
  = "SELECT s.document, coalesce (t.document, 0) FROM source.documents s"
    " LEFT JOIN main.documents t ON t.sha256 = s.sha256"
    " WHERE t.document IS NULL OR (s.status <> 'pending' AND CASE"
    "  WHEN t.status = 'pending' THEN 1"
    "  WHEN s.program IS NOT t.program OR s.rules IS NOT t.rules OR s.options IS NOT t.options THEN"
    "   (SELECT started FROM source.runs r WHERE r.run = s.run)"
    "    > (SELECT started FROM main.runs r WHERE r.run = t.run)"
    "  WHEN " RANK ("s.status") " <> " RANK ("t.status") " THEN"
    "   " RANK ("s.status") " < " RANK ("t.status")
    "  ELSE " FIRST_NAME ("source", "s.document")
    "   < coalesce (" FIRST_NAME ("main", "t.document") ", char (0x10FFFF)) END)"
    " ORDER BY s.document";

/* The runs of the other stores, in the order in which those were noted. */
static const char ARRIVING_RUNS[]
  = "CREATE TEMP TABLE IF NOT EXISTS arriving AS SELECT * FROM main.runs WHERE 0;"
    "CREATE UNIQUE INDEX IF NOT EXISTS temp.arriving_by_id ON arriving (id);"
    "INSERT OR IGNORE INTO temp.arriving SELECT * FROM source.runs ORDER BY run;";

static const char PUT_RUNS[]
  = "UPDATE main.runs SET ended = a.ended, seen = a.seen, unchanged = a.unchanged, \"read\" = a.\"read\","
    " mapped = a.mapped, unreadable = a.unreadable, failed = a.failed, vanished = a.vanished"
    " FROM temp.arriving a WHERE a.id = main.runs.id AND main.runs.ended IS NULL AND a.ended IS NOT NULL;"
    "INSERT INTO main.runs (started, ended, program, rules, options, seen, unchanged, \"read\", mapped,"
    " unreadable, failed, vanished, id) SELECT started, ended, program, rules, options, seen, unchanged,"
    " \"read\", mapped, unreadable, failed, vanished, id FROM temp.arriving"
    " WHERE id NOT IN (SELECT id FROM main.runs) ORDER BY started, arriving.rowid;";

/* Versions and events are only ever added, so of each run those are missing that come after as many as are
 * there. The state of a name is that of the run which changed it last, if the other store has that run. */
static const char PUT_HISTORY[]
  = "CREATE TEMP TABLE both AS SELECT s.run AS theirs, m.run AS ours, coalesce (v.held, 0) AS versions,"
    " coalesce (e.held, 0) AS events FROM source.runs s JOIN main.runs m USING (id)"
    " LEFT JOIN (SELECT run, count (*) AS held FROM main.versions GROUP BY run) v ON v.run = m.run"
    " LEFT JOIN (SELECT run, count (*) AS held FROM main.events GROUP BY run) e ON e.run = m.run;"

    "INSERT INTO main.names (path) SELECT path FROM source.names WHERE path NOT IN"
    " (SELECT path FROM main.names) ORDER BY name;"

    "INSERT INTO main.versions (name, run, document) SELECT n.name, b.ours, d.document FROM"
    " (SELECT *, row_number () OVER (PARTITION BY run ORDER BY version) AS place FROM source.versions) v"
    " JOIN temp.both b ON b.theirs = v.run AND v.place > b.versions"
    " JOIN source.names sn ON sn.name = v.name JOIN main.names n ON n.path = sn.path"
    " LEFT JOIN source.documents sd ON sd.document = v.document"
    " LEFT JOIN main.documents d ON d.sha256 = sd.sha256 ORDER BY v.version;"

    "INSERT INTO main.events (run, time, document, kind, message)"
    " SELECT b.ours, e.time, d.document, e.kind, e.message FROM"
    " (SELECT *, row_number () OVER (PARTITION BY run ORDER BY event) AS place FROM source.events) e"
    " JOIN temp.both b ON b.theirs = e.run AND e.place > b.events"
    " LEFT JOIN source.documents sd ON sd.document = e.document"
    " LEFT JOIN main.documents d ON d.sha256 = sd.sha256 ORDER BY e.event;"

    "UPDATE main.names SET document = s.document, size = s.size, inode = s.inode, modified = s.modified,"
    " changed = s.changed FROM (SELECT sn.path, d.document, sn.size, sn.inode, sn.modified, sn.changed"
    "  FROM source.names sn LEFT JOIN source.documents sd ON sd.document = sn.document"
    "  LEFT JOIN main.documents d ON d.sha256 = sd.sha256) s"
    " WHERE s.path = main.names.path AND (names.document IS NOT s.document OR names.size IS NOT s.size OR"
    "  names.inode IS NOT s.inode OR names.modified IS NOT s.modified OR names.changed IS NOT s.changed)"
    " AND (SELECT v.run FROM main.versions v JOIN main.runs r USING (run) WHERE v.name = names.name"
    "  ORDER BY r.started DESC, v.version DESC LIMIT 1) IN (SELECT ours FROM temp.both);"

    /* the file of a fetch stays in the store that fetched it */
    "INSERT INTO main.fetches (source, url, time, status, outcome, message, link_text, page_url, media_type,"
    " headers, etag, last_modified, sha256, bytes) SELECT source, url, time, status, outcome, message,"
    " link_text, page_url, media_type, headers, etag, last_modified, sha256, bytes FROM source.fetches s"
    " WHERE NOT EXISTS (SELECT 1 FROM main.fetches f WHERE f.url = s.url AND f.time = s.time AND"
    "  f.outcome = s.outcome AND f.source = s.source) ORDER BY fetch;"

    "DROP TABLE temp.both;";

gboolean
zb_store_merge_attach (ZbStore *store, const char *folder, GError **error) {
  g_autofree char *uri = zb_store_print_uri (folder, ZB_STORE_READ);
  g_autofree char *sql = g_strdup_printf ("ATTACH '%s' AS source", uri);
  /* opened as such first, which says what is wrong with it */
  g_autoptr (ZbStore) other = zb_store_open (folder, ZB_STORE_READ, error);

  return other != NULL && zb_store_run_script (store, sql, error);
}

gboolean
zb_store_merge_detach (ZbStore *store, GError **error) {
  return zb_store_run_script (store, "DETACH source", error);
}

/* Runs @script in one transaction. */
static gboolean
change (ZbStore *store, const char *script, GError **error) {
  if (!zb_store_begin (store, error))
    return FALSE;
  if (zb_store_run_script (store, script, error))
    return zb_store_commit (store, error);
  zb_store_rollback (store);
  return FALSE;
}

static gboolean
load_number (ZbStore *store, const char *sql, gint64 *number, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (store, sql, error);

  if (statement == NULL || !zb_store_step (store, statement, error))
    return FALSE;
  *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
zb_store_merge_note_runs (ZbStore *store, GError **error) {
  return zb_store_run_script (store, ARRIVING_RUNS, error);
}

gboolean
zb_store_merge_put_runs (ZbStore *store, gint64 *first, gint64 *last, GError **error) {
  static const char LAST[] = "SELECT coalesce (max (run), 0) FROM main.runs";
  gint64 before = 0;

  if (!load_number (store, LAST, &before, error) || !change (store, PUT_RUNS, error)
      || !load_number (store, LAST, last, error))
    return FALSE;
  *first = *last > before ? before + 1 : 0;
  *last = *last > before ? *last : 0;
  return TRUE;
}

GArray *
zb_store_merge_list_documents (ZbStore *store, guint *count, GError **error) {
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (ZbStoreArrival));
  sqlite3_stmt *statement = zb_store_prepare (store, ARRIVALS, error);
  g_autoptr (GError) local = NULL;
  gint64 all = 0;

  if (statement == NULL)
    return NULL;
  while (zb_store_step (store, statement, &local)) {
    const ZbStoreArrival arrival
      = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };

    g_array_append_val (arrivals, arrival);
  }
  if (local == NULL && load_number (store, "SELECT count (*) FROM source.documents", &all, &local)) {
    *count = (guint) all;
    return g_steal_pointer (&arrivals);
  }
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* The columns of @table but those of @left_out, each printed by @format, with commas between. */
static char *
print_columns (ZbStore *store, const char *table, const char *left_out, const char *format,
               GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (
    store, "SELECT name FROM pragma_table_info (?1) WHERE instr (?2, ' ' || name || ' ') = 0", error);
  g_autoptr (GString) columns = g_string_new (NULL);

  if (statement == NULL)
    return NULL;
  zb_store_bind_text (statement, 1, table);
  zb_store_bind_text (statement, 2, left_out);
  while (zb_store_step (store, statement, error)) {
    g_autofree char *name = zb_store_dup_column (statement, 0);
    g_auto (GStrv) pieces = g_strsplit (format, "%", -1);
    g_autofree char *column = g_strjoinv (name, pieces);

    g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "", column);
  }
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

/* ?1 is the document here, ?2 the one there. */
static gboolean
execute_for (ZbStore *store, const char *sql, const ZbStoreArrival *arrival, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, arrival->own);
  sqlite3_bind_int64 (statement, 2, arrival->other);
  return zb_store_execute (store, statement, error);
}

static gboolean
copy_document (ZbStore *store, const ZbStoreArrival *arrival, GError **error) {
  g_autofree char *columns = print_columns (store, "documents", " document sha256 bytes run ",
                                            "\"%\" = s.\"%\"", error);
  g_autofree char *sql = g_strconcat (
    "UPDATE main.documents SET run = (SELECT m.run FROM source.runs r JOIN main.runs m USING (id)"
    " WHERE r.run = s.run), ",
    columns, " FROM source.documents s WHERE main.documents.document = ?1 AND s.document = ?2", NULL);

  return columns != NULL && execute_for (store, sql, arrival, error);
}

static gboolean
copy_table (ZbStore *store, const char *table, const ZbStoreArrival *arrival, GError **error) {
  g_autofree char *columns = print_columns (store, table, " document ", "\"%\"", error);
  g_autofree char *sql
    = g_strdup_printf ("INSERT INTO main.%s (document, %s) SELECT ?1, %s FROM source.%s"
                       " WHERE document = ?2",
                       table, columns, columns, table);

  return columns != NULL && execute_for (store, sql, arrival, error);
}

static gboolean
put_document (ZbStore *store, ZbStoreArrival arrival, GError **error) {
  if (arrival.own == 0) {
    if (!execute_for (store,
                      "INSERT INTO main.documents (document, sha256, bytes, status)"
                      " SELECT nullif (?1, 0), sha256, bytes, status FROM source.documents"
                      " WHERE document = ?2",
                      &arrival, error))
      return FALSE;
    arrival.own = sqlite3_last_insert_rowid (zb_store_database (store));
  }
  if (!zb_store_clear_document (store, arrival.own, FALSE, error)
      || !copy_document (store, &arrival, error))
    return FALSE;
  for (const char *const *table = zb_store_result_tables; *table != NULL; table++)
    if (!copy_table (store, *table, &arrival, error))
      return FALSE;
  return TRUE;
}

gboolean
zb_store_merge_put_document (ZbStore *store, const ZbStoreArrival *arrival, GError **error) {
  if (!zb_store_begin (store, error))
    return FALSE;
  if (put_document (store, *arrival, error))
    return zb_store_commit (store, error);
  zb_store_rollback (store);
  return FALSE;
}

gboolean
zb_store_merge_put_history (ZbStore *store, GError **error) {
  return change (store, PUT_HISTORY, error);
}

gint64
zb_store_merge_count_changes (ZbStore *store) {
  return sqlite3_total_changes64 (zb_store_database (store));
}
