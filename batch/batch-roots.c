/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch-roots.h"

#include <sys/stat.h>

#include "file-walk.h"

char **
zb_batch_roots_resolve (char **paths) {
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *paths != NULL; paths++) {
    g_autofree char *root = g_canonicalize_filename (*paths, NULL);

    g_strv_builder_add (builder, root);
  }
  return g_strv_builder_end (builder);
}

/* What cannot be looked into is told of when it is its turn. */
static void
ignore (const char *path, int number, gpointer data) {
}

guint
zb_batch_roots_count_files (char **roots, const char *folder, const ZbShard *shard) {
  guint count = 0;

  for (char **root = roots; *root != NULL; root++) {
    g_autoptr (ZbFileWalk) walk = zb_file_walk_new (*root, folder);
    struct stat status;
    const char *path;

    while ((path = zb_file_walk_next (walk, &status, ignore, NULL)) != NULL)
      count += zb_shard_has (shard, *root, path);
  }
  return count;
}
