/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/resource.h>

#include "store.h"
#include "worker.h"

G_BEGIN_DECLS

/* How a worker ended, from its exit and from the few words among its rows. */
typedef struct {
  ZbOutcome outcome; /* its strings are static or in the fields below */
  char *reason;
  gboolean whole;    /* the rows are a result */
  gboolean convert;  /* it asks for the conversion below first */
  gboolean converted; /* it has made one */
  gboolean outside;  /* somebody else killed it */
  /* Pages are missing, or the file is said to be damaged. That may be its own fault, or that of a
   * machine that killed the decoder or had no time for it. */
  gboolean doubtful;
  ZbWorkerConversion conversion;
} ZbEnding;

/* @stopped is the limit for which the supervisor killed it, or NULL; @sha256 is that of the input. */
void zb_ending_read (ZbEnding *ending, GByteArray *rows, int wait_status,
                     const struct rusage *usage, const char *stopped, const char *sha256);
/* Waits for @worker alone, collecting its rows, and kills it after @milliseconds. */
void zb_ending_await (ZbEnding *ending, ZbWorker *worker, GByteArray *rows, guint milliseconds);
void zb_ending_clear (ZbEnding *ending);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbEnding, zb_ending_clear)

G_END_DECLS
