/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-statement.h"

/* The shard that the store holds, and whether it holds anything. */
static gboolean
load_shard (ZbStore *store, ZbShard *shard, gboolean *used, GError **error) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT (SELECT shard FROM partitioning), (SELECT shards FROM partitioning),"
                        " EXISTS (SELECT 1 FROM runs)",
                        error);

  if (statement == NULL || !zb_store_step (store, statement, error))
    return FALSE;
  shard->number = (guint) sqlite3_column_int (statement, 0);
  shard->count = (guint) sqlite3_column_int (statement, 1);
  *used = sqlite3_column_int (statement, 2) != 0;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
refuse (ZbStore *store, const ZbShard *held, GError **error) {
  if (held->count > 0)
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                 "%s: holds shard %u of %u; name it with --shard %u/%u, or take another store",
                 zb_store_path (store), held->number, held->count, held->number, held->count);
  else
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                 "%s: holds files that are not divided; a shard needs a store of its own",
                 zb_store_path (store));
  return FALSE;
}

gboolean
zb_store_claim_shard (ZbStore *store, const ZbShard *shard, GError **error) {
  ZbShard held;
  gboolean used;
  sqlite3_stmt *statement;

  if (!load_shard (store, &held, &used, error))
    return FALSE;
  if (held.number == shard->number && held.count == shard->count)
    return TRUE;
  if (held.count > 0 || used)
    return refuse (store, &held, error);
  statement = zb_store_prepare (store, "INSERT INTO partitioning VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, shard->number);
  sqlite3_bind_int64 (statement, 2, shard->count);
  return zb_store_execute (store, statement, error);
}
