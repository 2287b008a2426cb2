/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"
#include "row.h"
#include "shard.h"

G_BEGIN_DECLS

/* The embedded store: one SQLite database in a folder, whose schema docs/store.md explains to those
 * who query it. Every change is a transaction that happens wholly or not at all, whatever kills the
 * process. Errors are ZB_ERROR_IO and name the file; a store that cannot be written says so, too. */
typedef struct _ZbStore ZbStore;

typedef enum { ZB_STORE_READ, ZB_STORE_WRITE } ZbStoreMode;

/* Opens the store in @folder, creating it where it is to be written. The caller frees it. */
ZbStore *zb_store_open (const char *folder, ZbStoreMode mode, GError **error);
void zb_store_free (ZbStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbStore, zb_store_free)

/* One of a kind holds the store at a time: @name is batch or fetch. The descriptor, which closing
 * releases; -1 with @error unset where another process has it, and with @error set on failure. */
int zb_store_lock (const char *folder, const char *name, GError **error);

/* Changes between the two are one. A failed commit leaves the store as it was before begin. */
gboolean zb_store_begin (ZbStore *store, GError **error);
gboolean zb_store_commit (ZbStore *store, GError **error);
void zb_store_rollback (ZbStore *store);

/* By what a result was made. Borrowed strings. */
typedef struct {
  const char *program, *rules, *options;
} ZbMaker;

/* The counts of one run, as they end in the table runs. */
typedef struct {
  guint seen, unchanged, read, mapped, unreadable, failed, vanished;
} ZbRunCounts;

/* Opens a run; its number, 0 on error. */
gint64 zb_store_begin_run (ZbStore *store, const ZbMaker *maker, GError **error);
gboolean zb_store_end_run (ZbStore *store, gint64 run, const ZbRunCounts *counts, GError **error);

/* A store holds one shard, or everything: FALSE with ZB_ERROR_DATA where it holds another than @shard,
 * which a new store remembers. */
gboolean zb_store_claim_shard (ZbStore *store, const ZbShard *shard, GError **error);

/* What tells without reading whether a file is the one that was seen. */
typedef struct {
  gint64 size, inode, modified, changed; /* the last two in nanoseconds */
} ZbFileMark;

/* The file called @path: its id, and the document that its content is. */
typedef struct {
  gint64 name, document; /* 0: none */
  gboolean same_mark;
} ZbStoreName;

ZbStoreName zb_store_lookup_name (ZbStore *store, const char *path, const ZbFileMark *mark);

/* Notes that @path now holds the content @sha256 of @bytes bytes: a new document, a new name of a
 * known one, or a new version under an old name. The document's id, 0 on error; *@name is set. */
gint64 zb_store_note_file (ZbStore *store, gint64 run, const char *path, const ZbFileMark *mark,
                           const char *sha256, gint64 *name, GError **error);

/* Names below @root (a file or a folder) for which @is_seen says no, and which had content until
 * now, have vanished. Their number is added to *@count. */
gboolean zb_store_note_vanished (ZbStore *store, gint64 run, const char *root,
                                 gboolean (*is_seen) (gint64 name, gpointer data), gpointer data,
                                 guint *count, GError **error);

/* Whether @document must be read to be as @maker makes it; with @retry also where it was refused or set
 * aside. Where the rules alone are others, its model is enough: zb_store_list_unmapped(). */
gboolean zb_store_needs_reading (ZbStore *store, gint64 document, const ZbMaker *maker,
                                 gboolean retry);

/* How reading or mapping ended. Borrowed strings. */
typedef struct {
  const char *status; /* read, unreadable, crashed, limit, forbidden */
  const char *reason; /* NULL for read */
  const char *signal; /* SIGSEGV …; NULL where none */
  guint attempts;
  guint64 processor_ms;
  guint64 memory_kib; /* at its peak */
} ZbOutcome;

/* Replaces all that the store holds of @document by @rows (NULL where there is no result) and notes
 * the outcome. */
gboolean zb_store_put_result (ZbStore *store, gint64 run, gint64 document, const ZbMaker *maker,
                              const ZbOutcome *outcome, GByteArray *rows, GError **error);

/* The documents whose rules alone are others than those of @maker: gint64, ascending. */
GArray *zb_store_list_unmapped (ZbStore *store, const ZbMaker *maker);
/* The stored model of @document; the caller unrefs it. NULL where there is none. */
GBytes *zb_store_load_model (ZbStore *store, gint64 document);
/* The first in order of the names that @document has or had, and its checksum; the caller frees both.
 * FALSE where there is no such document. */
gboolean zb_store_load_identity (ZbStore *store, gint64 document, char **path, char **sha256);
/* How many documents that a file holds now are in the state set aside. */
guint zb_store_count_set_aside (ZbStore *store);

/* Notes what happened to @document (0: none) in a run: crash, retry, unreadable folder. */
gboolean zb_store_note_event (ZbStore *store, gint64 run, gint64 document, const char *kind,
                              const char *message, GError **error);

G_END_DECLS
