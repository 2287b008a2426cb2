/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"
#include "scan-picture.h"
#include "scan-record.h"

G_BEGIN_DECLS

/* The pages of one document that are to be recognised. */
typedef struct {
  GBytes *bytes;              /* of the document */
  const ZbScanSource *source; /* that draws its pages */
  GArray *pages;              /* guint: their numbers, from 1 on, ascending */
} ZbScanJob;

/* Recognises the pages of @job, several at a time in child processes: recognition is slow, and what
 * it is given may be hostile. Pages that the cache holds are taken from there. The children are
 * forked without exec: call it from a program with one thread. Returns one ZbScanPage for each page,
 * in order; the caller frees the array, which owns them. NULL with @error (ZB_ERROR_UNSUPPORTED) set
 * where the recogniser has no model for the languages of @options. */
GPtrArray *zb_scan_workers_run (const ZbScanJob *job, const ZbReadOptions *options, GError **error);

G_END_DECLS
