/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* What the store knows about two states of the files, those at the ends of two runs. */

/* A name whose content differs; 0 is no content. */
typedef struct {
  char *path;
  gint64 before, after; /* documents */
} ZbStoreChange;

/* Every change from the end of run @since to the end of run @until, ordered by path: ZbStoreChange *,
 * which the caller frees with the array. */
GPtrArray *zb_store_diff_names (ZbStore *store, gint64 since, gint64 until, GError **error);

/* An amount of two documents whose preferred readings differ. NULL is none. */
typedef struct {
  char *indicator, *label, *period, *measure, *fund, *function, *economic, *subject;
  char *before, *after, *unit;
  guint before_page, after_page; /* 0: none */
} ZbStoreValue;

/* Every value that differs between two documents, ordered by what it means. */
GPtrArray *zb_store_diff_values (ZbStore *store, gint64 before, gint64 after, GError **error);

/* What a document is about. Owned strings. */
typedef struct {
  char *sha256, *status, *reason, *kind, *title, *entity;
  guint fiscal_year; /* 0: unknown */
  guint facts;
} ZbStoreDocument;

gboolean zb_store_diff_document (ZbStore *store, gint64 document, ZbStoreDocument *about);
void zb_store_document_clear (ZbStoreDocument *about);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbStoreDocument, zb_store_document_clear)

/* The number of the last run; 0 where there was none. */
gint64 zb_store_last_run (ZbStore *store);

G_END_DECLS
