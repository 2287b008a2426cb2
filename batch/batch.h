/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "shard.h"
#include "store.h"
#include "worker.h"

G_BEGIN_DECLS

/* Brings a store up to date with folders of reports. */

/* How far a run is, for whoever shows it. */
typedef struct {
  ZbRunCounts counts;
  guint total;       /* files; 0 where they were not counted before */
  const char *path;  /* the document that ended last; borrowed */
  const char *status; /* how: read, unreadable …; NULL for an unchanged one */
  const char *reason; /* NULL for none */
} ZbBatchProgress;

typedef struct {
  char **paths; /* files and folders */
  const char *folder;  /* of the store */
  guint workers;
  ZbSandboxLimits limits; /* of each process; the seconds are also those that one may be silent */
  ZbWorkerWishes wishes; /* part of the key of every result */
  ZbShard shard;         /* the files to read; zeros: all */
  gboolean retry;        /* also what was set aside or refused */
  gboolean again;        /* also what has not changed */
  gboolean count_first;  /* so that progress knows its end */
  void (*progress) (const ZbBatchProgress *progress, gpointer data); /* may be NULL */
  void (*warn) (const char *message, gpointer data);
  gpointer data;
} ZbBatchOptions;

/* What a run did, beyond its counts. */
typedef struct {
  ZbRunCounts counts;
  gint64 run;
  guint set_aside;     /* in the store, from this run or earlier ones */
  guint inaccessible;  /* files and folders that could not be opened */
  guint failed_cross_checks;
  gboolean interrupted;
} ZbBatchResult;

/* FALSE with ZB_ERROR_IO where the store cannot be written, with ZB_ERROR_DATA where the data files are
 * wrong or the store holds another shard; what was finished before is kept. */
gboolean zb_batch_run (const ZbBatchOptions *options, const ZbCatalogue *catalogue,
                       ZbBatchResult *result, GError **error);

G_END_DECLS
