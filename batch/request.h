/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "worker.h"

G_BEGIN_DECLS

/* One line of JSON that asks for a document:
 *
 *   {"path": "report.pdf", "id": 7, "options": {"ocr": "never", "language": "chi_sim", "mentions": true}}
 *
 * `id` is a text or a whole number and comes back in the answer; only `path` must be there. */
typedef struct {
  char *id; /* as JSON; NULL: none */
  char *path;
  ZbWorkerWishes wishes;
  char *languages; /* that the wishes borrow; NULL: those of the defaults */
} ZbRequest;

/* Fills @request, whose wishes are @defaults where the line does not say otherwise. FALSE with *@reason, which
 * the caller frees; the id is there even then if it could be read. */
gboolean zb_request_parse (ZbRequest *request, const char *line, gsize length,
                           const ZbWorkerWishes *defaults, char **reason);

/* Frees what it holds, and leaves it empty. */
void zb_request_clear (ZbRequest *request);

G_END_DECLS
