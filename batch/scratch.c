/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* nftw */
#include "scratch.h"

#include <errno.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>

enum { OPEN_DIRECTORIES = 16 };

static int
remove_entry (const char *path, const struct stat *status, int type, struct FTW *walk) {
  return remove (path);
}

void
zb_scratch_remove (const char *path) {
  nftw (path, remove_entry, OPEN_DIRECTORIES, FTW_DEPTH | FTW_PHYS);
}

char *
zb_scratch_new (const char *folder, GError **error) {
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *path = g_build_filename (absolute, "scratch", NULL);

  zb_scratch_remove (path);
  if (g_mkdir_with_parents (path, 0700) == 0)
    return g_steal_pointer (&path);
  g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", path, g_strerror (errno));
  return NULL;
}
