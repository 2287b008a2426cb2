/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shard.h"

G_BEGIN_DECLS

/* The files and folders that a run was given. */

/* Absolute paths of @paths, so that a store means the same files from wherever it is called. The caller frees them. */
char **zb_batch_roots_resolve (char **paths);

/* How many files there are below @roots that are of @shard, without the store in @folder. */
guint zb_batch_roots_count_files (char **roots, const char *folder, const ZbShard *shard);

G_END_DECLS
