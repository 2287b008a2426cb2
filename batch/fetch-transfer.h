/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One HTTP request at a time, over connections that are kept. */
typedef struct _ZbFetchTransfer ZbFetchTransfer;

typedef struct {
  guint seconds;     /* for the whole of it */
  guint64 max_bytes; /* of the answer */
} ZbFetchTransferLimits;

/* What came back. Owned strings; cleared with zb_fetch_answer_clear(). */
typedef struct {
  long status;        /* of HTTP; 0: no answer */
  char *problem;      /* NULL where the answer is whole */
  gboolean may_pass;  /* the problem, or the status, may be gone in a while */
  gboolean too_large;
  GByteArray *body;
  GString *headers;   /* as sent, of this answer only */
  char *media_type, *etag, *last_modified, *location, *disposition;
  guint retry_after;  /* seconds; 0: not said */
} ZbFetchAnswer;

void zb_fetch_answer_clear (ZbFetchAnswer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbFetchAnswer, zb_fetch_answer_clear)

/* The caller frees it. */
ZbFetchTransfer *zb_fetch_transfer_new (const char *user_agent, const ZbFetchTransferLimits *limits);
void zb_fetch_transfer_free (ZbFetchTransfer *transfer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFetchTransfer, zb_fetch_transfer_free)

/* GETs @address, following no redirection; with @etag or @last_modified (NULL: none) only if it has
 * changed. @answer is filled in any case. */
void zb_fetch_transfer_run (ZbFetchTransfer *transfer, const char *address, const char *etag,
                            const char *last_modified, ZbFetchAnswer *answer);

G_END_DECLS
