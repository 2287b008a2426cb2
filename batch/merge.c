/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge.h"

#include "cross-check.h"
#include "store-cross.h"
#include "store-merge.h"

/* All runs come first, so that those of all stores stand in the order in which they began. */
static gboolean
note_runs (ZbStore *store, char **stores, GError **error) {
  for (; *stores != NULL; stores++)
    if (!zb_store_merge_attach (store, *stores, error) || !zb_store_merge_note_runs (store, error)
        || !zb_store_merge_detach (store, error)) {
      g_prefix_error (error, "%s: ", *stores);
      return FALSE;
    }
  return TRUE;
}

static gboolean
merge_attached (ZbStore *store, ZbMergeResult *result, GError **error) {
  guint count = 0;
  g_autoptr (GArray) arrivals = zb_store_merge_list_documents (store, &count, error);

  if (arrivals == NULL)
    return FALSE;
  for (guint i = 0; i < arrivals->len; i++) {
    const ZbStoreArrival *arrival = &g_array_index (arrivals, ZbStoreArrival, i);

    if (!zb_store_merge_put_document (store, arrival, error))
      return FALSE;
    *(arrival->own == 0 ? &result->added : &result->replaced) += 1;
  }
  result->documents += count;
  return zb_store_merge_put_history (store, error);
}

static gboolean
merge_store (ZbStore *store, const char *folder, ZbMergeResult *result, GError **error) {
  if (zb_store_merge_attach (store, folder, error) && merge_attached (store, result, error)
      && zb_store_merge_detach (store, error))
    return TRUE;
  g_prefix_error (error, "%s: ", folder);
  return FALSE;
}

gboolean
zb_merge_run (char **stores, const char *folder, ZbMergeResult *result, GError **error) {
  g_autoptr (ZbStore) store = NULL;
  const ZbShard undivided = { 0 };
  gint64 before;

  *result = (ZbMergeResult) { 0 };
  if (!zb_cross_checks_validate (error))
    return FALSE;
  store = zb_store_open (folder, ZB_STORE_WRITE, error);
  if (store == NULL || !zb_store_claim_shard (store, &undivided, error))
    return FALSE;
  if (!note_runs (store, stores, error))
    return FALSE;
  before = zb_store_merge_count_changes (store);
  if (!zb_store_merge_put_runs (store, &result->first_run, &result->last_run, error))
    return FALSE;
  for (; *stores != NULL; stores++)
    if (!merge_store (store, *stores, result, error))
      return FALSE;
  if (zb_store_merge_count_changes (store) != before && !zb_cross_checks_run (store, error))
    return FALSE;
  result->failed_cross_checks = zb_store_cross_count_failed (store);
  return TRUE;
}
