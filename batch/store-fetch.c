/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fetch.h"

#include "store-statement.h"

gboolean
zb_store_note_fetch (ZbStore *store, const ZbFetchNote *note, GError **error) {
  const char *const texts[]
    = { note->source,     note->url,     note->outcome, note->message,
        note->link_text,  note->page_url, note->media_type, note->headers,
        note->etag,       note->last_modified, note->sha256, note->path };
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "INSERT INTO fetches (source, url, outcome, message, link_text, page_url,"
                        " media_type, headers, etag, last_modified, sha256, path, status, bytes,"
                        " time) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                        " nullif (?13, 0), ?14, strftime ('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                        error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    zb_store_bind_text (statement, (int) i + 1, texts[i]);
  sqlite3_bind_int (statement, 13, (int) note->status);
  sqlite3_bind_int64 (statement, 14, (sqlite3_int64) note->bytes);
  return zb_store_execute (store, statement, error);
}

void
zb_fetch_known_clear (ZbFetchKnown *known) {
  g_free (known->etag);
  g_free (known->last_modified);
  g_free (known->sha256);
  g_free (known->path);
}

gboolean
zb_store_lookup_fetch (ZbStore *store, const char *url, ZbFetchKnown *known) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT etag, last_modified, sha256, path FROM fetches WHERE url = ?1"
                        " AND path IS NOT NULL ORDER BY fetch DESC LIMIT 1",
                        NULL);

  if (statement == NULL)
    return FALSE;
  zb_store_bind_text (statement, 1, url);
  if (!zb_store_step (store, statement, NULL))
    return FALSE;
  known->etag = zb_store_dup_column (statement, 0);
  known->last_modified = zb_store_dup_column (statement, 1);
  known->sha256 = zb_store_dup_column (statement, 2);
  known->path = zb_store_dup_column (statement, 3);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
zb_store_is_path_taken (ZbStore *store, const char *path, const char *url) {
  sqlite3_stmt *statement
    = zb_store_prepare (store, "SELECT 1 FROM fetches WHERE path = ?1 AND url <> ?2 LIMIT 1", NULL);
  gboolean taken;

  if (statement == NULL)
    return FALSE;
  zb_store_bind_text (statement, 1, path);
  zb_store_bind_text (statement, 2, url);
  taken = zb_store_step (store, statement, NULL);
  sqlite3_reset (statement);
  return taken;
}
