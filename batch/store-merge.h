/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Bringing what another store holds into one. What is the same in both is known by itself: a run by its id,
 * a document by its checksum, a name by its path; numbers are those of the store that is written. */

/* Gives zb_store_merge_* the store in @folder as the other one, in place of the last. Nobody may write to
 * it meanwhile. */
gboolean zb_store_merge_attach (ZbStore *store, const char *folder, GError **error);
gboolean zb_store_merge_detach (ZbStore *store, GError **error);

/* Notes the runs of the other store that are to come, for zb_store_merge_put_runs(). */
gboolean zb_store_merge_note_runs (ZbStore *store, GError **error);
/* Adds all that were noted in the order in which they began. The first and the last that are new; 0 for
 * none. */
gboolean zb_store_merge_put_runs (ZbStore *store, gint64 *first, gint64 *last, GError **error);

/* A document of the other store that is new, or whose results are to replace those of `own`. */
typedef struct {
  gint64 other, own; /* 0: new */
} ZbStoreArrival;

/* ZbStoreArrival in the order of the other store; the caller unrefs it. *@count are all documents there. NULL
 * on error. */
GArray *zb_store_merge_list_documents (ZbStore *store, guint *count, GError **error);
/* Takes one over with all its results, in one transaction. */
gboolean zb_store_merge_put_document (ZbStore *store, const ZbStoreArrival *arrival,
                                      GError **error);

/* Takes over the names, what happened to them, the events and the fetches, in one transaction; runs and
 * documents must be there. */
gboolean zb_store_merge_put_history (ZbStore *store, GError **error);

/* The number of rows that were changed since the store was opened. */
gint64 zb_store_merge_count_changes (ZbStore *store);

G_END_DECLS
