/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The lines of a descriptor, as they come. */
typedef struct _ZbRequestLines ZbRequestLines;

/* Borrowed until the next one. */
typedef struct {
  const char *text; /* not terminated */
  gsize length;     /* without the line feed */
  gboolean too_long; /* more than a MiB: passed over */
} ZbRequestLine;

/* The caller frees it; @input stays open. */
ZbRequestLines *zb_request_lines_new (int input);
void zb_request_lines_free (ZbRequestLines *lines);

/* Waits for the next line. FALSE at the end, and soon after @is_over says so. */
gboolean zb_request_lines_next (ZbRequestLines *lines, gboolean (*is_over) (void),
                                ZbRequestLine *line);

G_END_DECLS
