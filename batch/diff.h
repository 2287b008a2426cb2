/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 since, until; /* the ends of these runs are compared; until 0: the last one; since -1: the one before */
  gboolean json;
} ZbDiffOptions;

/* Writes what changed in the store between two runs to @out: new, republished, renamed and vanished
 * documents, and the values that differ. Equal stores give equal bytes. *@changes counts the documents.
 * FALSE with the error of @out, or ZB_ERROR_IO of the store. */
gboolean zb_diff_write (ZbStore *store, const ZbDiffOptions *options, GOutputStream *out,
                        guint *changes, GError **error);

G_END_DECLS
