/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* What a merge did. */
typedef struct {
  guint documents; /* in the stores that were merged, one content in two of them counted twice */
  guint added;     /* contents that were not there */
  guint replaced;  /* contents that were there, with results that are older or worse */
  gint64 first_run, last_run; /* that came with them; 0: none */
  guint failed_cross_checks;
} ZbMergeResult;

/* Brings all that the @stores hold into the one in @folder, which is made where it is missing: runs,
 * documents with their results, names, versions, events, fetches. What is there already changes nothing, so
 * a merge that was stopped is simply made again. The stores are only read; whoever calls holds the locks of
 * all. FALSE with ZB_ERROR_IO where a store cannot be read or written, with ZB_ERROR_DATA where @folder is a
 * shard. */
gboolean zb_merge_run (char **stores, const char *folder, ZbMergeResult *result, GError **error);

G_END_DECLS
