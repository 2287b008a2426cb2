/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"

G_BEGIN_DECLS

/* What `zhibiao fetch` is to fetch: docs/fetching.md describes the file. */

typedef struct {
  char *name;        /* of the section; becomes a folder */
  GPtrArray *index;  /* char *: pages to start from, {1-20} spelt out */
  GRegex *link;      /* links to documents: their address or their text */
  GRegex *follow;    /* links to pages with more links; NULL: none */
  GRegex *next;      /* the link to the next page of a list; NULL: none */
  guint depth;       /* pages may be followed this far from an index */
  guint max_pages, max_documents;
} ZbFetchSource;

typedef struct {
  char *contact;       /* part of the User-Agent */
  guint pause_ms;      /* between two requests to a host */
  guint timeout;       /* seconds for one request */
  guint64 max_bytes;   /* of one answer */
  guint max_wait;      /* seconds that a Retry-After may ask for */
  guint retries;       /* after a failure that may pass */
  GPtrArray *sources;  /* ZbFetchSource * */
} ZbFetchConfig;

/* Reads the file at @path; the caller frees it. Errors: ZB_ERROR_IO, and ZB_ERROR_DATA naming section
 * and key. */
ZbFetchConfig *zb_fetch_config_load (const char *path, GError **error);
void zb_fetch_config_free (ZbFetchConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFetchConfig, zb_fetch_config_free)

G_END_DECLS
