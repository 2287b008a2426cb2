/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"
#include "worker.h"

G_BEGIN_DECLS

/* Keeps workers busy and looks after them. It reads no document: it starts processes, collects their
 * bytes, ends those that take too long, and says how each ended. */

/* One document of the supervisor's. */
typedef struct {
  gint64 document;
  char *path;
  char *sha256;  /* of the input: a result for other bytes does not count */
  int input;     /* -1 where there is a model */
  GBytes *model; /* NULL: to be read */
  const ZbWorkerWishes *wishes; /* borrowed until the job is finished */
} ZbJob;

void zb_job_clear (ZbJob *job);

typedef enum { ZB_JOB_GIVEN, ZB_JOB_NONE, ZB_JOB_ERROR } ZbJobState;

/* What the supervisor asks and tells. `data` is passed to each. */
typedef struct {
  /* Fills @job (all zeros, input -1), which the supervisor clears; NONE when there are no more. */
  ZbJobState (*next) (ZbJob *job, gpointer data, GError **error);
  /* The end of a job: @rows are NULL where there is no result. FALSE stops everything. Unless one_by_one,
   * the next job was asked for before. */
  gboolean (*finish) (const ZbJob *job, const ZbOutcome *outcome, GByteArray *rows, gpointer data,
                      GError **error);
  /* A job begins again after @outcome. */
  gboolean (*retry) (const ZbJob *job, const ZbOutcome *outcome, gpointer data, GError **error);
  gboolean one_by_one; /* the next job comes only when the last one is finished */
} ZbSupervisorCalls;

typedef struct {
  guint workers;      /* at the same time */
  guint wall_seconds; /* that a worker may be silent */
} ZbSupervisorLimits;

/* Runs all jobs. FALSE with the error of a call, or ZB_ERROR_IO; the workers are ended then. When
 * SIGINT or SIGTERM comes, the workers are ended, too, and *@interrupted is TRUE. */
gboolean zb_supervisor_run (const ZbWorkerTools *tools, const ZbSupervisorLimits *limits,
                            const ZbSupervisorCalls *calls, gpointer data, gboolean *interrupted,
                            GError **error);

/* For a call that waits: whether one of those signals has come. */
gboolean zb_supervisor_is_interrupted (void);

G_END_DECLS
