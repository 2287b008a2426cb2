/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "reader.h"
#include "sandbox.h"

G_BEGIN_DECLS

/* What all workers of a run share; borrowed. They are forked from a process with one thread. */
typedef struct {
  const ZbCatalogue *catalogue;
  const ZbSandbox *sandbox;
  const char *scratch; /* a folder for conversions */
} ZbWorkerTools;

/* What a result depends on beside the document, the program and its data. */
typedef struct {
  gboolean mentions;     /* keep the numbers of no known indicator in the output */
  ZbOcrMode ocr;
  const char *languages; /* of recognition; borrowed; NULL: the default */
} ZbWorkerWishes;

/* One document to be read, or to be mapped from its model. */
typedef struct {
  const char *path; /* for the output and for messages; not opened */
  int input;        /* open for reading; -1 where @model is given */
  int converted;    /* what an office suite made of it; -1: nothing yet */
  GBytes *model;    /* NULL: read @input */
  const ZbWorkerWishes *wishes; /* not NULL */
} ZbWorkerTask;

/* The process that works on a document, seen from outside. */
typedef struct {
  pid_t process; /* leads a group of its own */
  int pipe;      /* rows (row.h) until the end of the work */
} ZbWorker;

/* Starts a confined process that reads, maps and sends. It gets the descriptors of @task and no
 * others. FALSE with ZB_ERROR_IO where the system has no process or pipe left. */
gboolean zb_worker_start (ZbWorker *worker, const ZbWorkerTools *tools, const ZbWorkerTask *task,
                          GError **error);

/* For the work: sends @rows and ends the process. */
G_NORETURN void zb_worker_send (int pipe, const GByteArray *rows);

/* A conversion that a worker asks for. The words are checked to be plain. */
typedef struct {
  char *name, *from, *to, *package;
} ZbWorkerConversion;

void zb_worker_conversion_clear (ZbWorkerConversion *conversion);

/* Starts a process that has an office suite convert @input and writes the result to @output. It may
 * start programs, so it looks into nothing itself; zb_office_convert() confines the suite, and where the
 * kernel lets it, nothing that the suite starts outlives the process. */
gboolean zb_worker_start_conversion (ZbWorker *worker, const ZbWorkerTools *tools,
                                     const ZbWorkerConversion *conversion, int input, int output,
                                     GError **error);

/* Starts @work with @data in a confined process that has the pipe and no other descriptor. It returns
 * without a word where @work returns. */
gboolean zb_worker_start_work (ZbWorker *worker, const ZbSandbox *sandbox,
                               void (*work) (int pipe, gconstpointer data), gconstpointer data,
                               GError **error);

G_END_DECLS
