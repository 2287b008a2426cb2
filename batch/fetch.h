/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetch-config.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct {
  guint requests, pages, stored, unchanged, refused, failed, deferred;
} ZbFetchCounts;

typedef struct {
  const char *folder;  /* of the store */
  const char *program; /* version */
  void (*warn) (const char *message, gpointer data);
  gpointer data;
} ZbFetchOptions;

/* Visits every source of @config and stores the documents that are linked there below files/ of the store,
 * named by their links, and every request in its table fetches. FALSE with ZB_ERROR_IO where the store
 * cannot be written. */
gboolean zb_fetch_run (const ZbFetchConfig *config, const ZbFetchOptions *options,
                       ZbFetchCounts *counts, GError **error);

G_END_DECLS
