/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "catalogue.h"
#include "worker.h"

G_BEGIN_DECLS

/* Answers requests, one after the other: a line for a line, in their order, at once. A line is asked as
 * request.h says, and answered by an object with
 *
 *   id            as it was asked; null for none
 *   path          null where the line could not be understood
 *   status        read, unreadable, crashed, limit or forbidden, as in a store; inaccessible where there is
 *                 no such file; bad_request where the line asks for nothing
 *   reason        null for read
 *   signal, attempts, processor_ms, memory_kib, sha256   where there was something to be read
 *   output        the whole output, as zhibiao extract writes it; null unless read
 */
typedef struct {
  int input;             /* where requests come from */
  GOutputStream *output; /* borrowed */
  ZbSandboxLimits limits;
  ZbWorkerWishes wishes; /* where a request does not say otherwise */
  void (*warn) (const char *message, gpointer data);
  gpointer data;
} ZbServiceOptions;

/* Until the end of the requests, or until SIGINT or SIGTERM, which makes *@interrupted TRUE. FALSE with
 * an error where answers cannot be written, or the system has no process left. */
gboolean zb_service_run (const ZbServiceOptions *options, const ZbCatalogue *catalogue,
                         gboolean *interrupted, GError **error);

G_END_DECLS
