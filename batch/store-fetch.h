/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* The requests that were made, in the table fetches. */

/* One request; NULL where there is nothing. Borrowed strings. */
typedef struct {
  const char *source, *url, *outcome, *message, *link_text, *page_url;
  const char *media_type, *headers, *etag, *last_modified, *sha256, *path;
  guint status;
  guint64 bytes;
} ZbFetchNote;

gboolean zb_store_note_fetch (ZbStore *store, const ZbFetchNote *note, GError **error);

/* What the store knows of the last time that @url gave a document. Owned strings. */
typedef struct {
  char *etag, *last_modified, *sha256, *path;
} ZbFetchKnown;

void zb_fetch_known_clear (ZbFetchKnown *known);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbFetchKnown, zb_fetch_known_clear)

/* FALSE where it never gave one. */
gboolean zb_store_lookup_fetch (ZbStore *store, const char *url, ZbFetchKnown *known);
/* Whether another address than @url has its document at @path. */
gboolean zb_store_is_path_taken (ZbStore *store, const char *path, const char *url);

G_END_DECLS
