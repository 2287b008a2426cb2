/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of several equal parts of all files, each of which a run of its own reads into a store of its own.
 * A file belongs to exactly one, by its path below the folder that was named, so that machines that see
 * the folder at different places agree. */
typedef struct {
  guint number; /* from 1 */
  guint count;  /* 0: everything, undivided */
} ZbShard;

enum { ZB_SHARD_MAX = 100000 };

/* Reads "3/16"; 1/1 is everything. FALSE where @text is none. */
gboolean zb_shard_parse (const char *text, ZbShard *shard);

/* Whether the file at @path, which is @root or below it, belongs to @shard. */
gboolean zb_shard_has (const ZbShard *shard, const char *root, const char *path);

G_END_DECLS
