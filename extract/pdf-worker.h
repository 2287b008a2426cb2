/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-content.h"
#include "reader.h"

G_BEGIN_DECLS

/* Poppler cannot be interrupted, and a hostile file can make it loop or crash. It therefore works
 * in a child process, which sends page after page through a pipe and is killed when it takes too
 * long. The child is forked without exec: start it from a program with one thread. */
typedef struct ZbPdfWorker ZbPdfWorker;

typedef enum {
  ZB_PDF_PAGE_READ,
  ZB_PDF_PAGE_UNREADABLE, /* this page only; the next may be read */
  ZB_PDF_PAGE_STOPPED,    /* the worker crashed or took too long; none follows without a restart */
} ZbPdfPageState;

/* Starts to read @bytes and waits for the number of pages. NULL with @error set where the file
 * needs a password, is damaged, has too many pages, or takes too long. */
ZbPdfWorker *zb_pdf_worker_new (GBytes *bytes, const ZbReadOptions *options, GError **error);
void zb_pdf_worker_free (ZbPdfWorker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbPdfWorker, zb_pdf_worker_free)

/* Goes on with page @first after a page stopped the worker, so that it costs no other. FALSE where
 * the time for the document is over or the worker does not start. */
gboolean zb_pdf_worker_restart (ZbPdfWorker *worker, guint first);

guint zb_pdf_worker_get_pages (const ZbPdfWorker *worker);

/* Waits for page @number; pages come in order. *@content, which the caller frees, and *@losses are
 * set where the page was read. */
ZbPdfPageState zb_pdf_worker_read_page (ZbPdfWorker *worker, guint number,
                                        ZbPageContent **content, ZbPdfLosses *losses);

G_END_DECLS
