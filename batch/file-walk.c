/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-walk.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

/* A folder that is being read: its entries, sorted, and how many of them are done. */
typedef struct {
  char *path;
  GPtrArray *entries;
  guint done;
} Folder;

struct _ZbFileWalk {
  char *start; /* not yet looked at; NULL afterwards */
  struct stat left_out;
  gboolean leaves_out;
  GPtrArray *folders; /* Folder *, the innermost last */
  char *current;
};

static void
folder_free (gpointer data) {
  Folder *folder = data;

  g_free (folder->path);
  g_ptr_array_unref (folder->entries);
  g_free (folder);
}

static gint
compare_names (gconstpointer a, gconstpointer b) {
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

ZbFileWalk *
zb_file_walk_new (const char *path, const char *left_out) {
  ZbFileWalk *walk = g_new0 (ZbFileWalk, 1);

  walk->start = g_strdup (path);
  walk->folders = g_ptr_array_new_with_free_func (folder_free);
  walk->leaves_out = left_out != NULL && stat (left_out, &walk->left_out) == 0;
  return walk;
}

void
zb_file_walk_free (ZbFileWalk *walk) {
  g_free (walk->start);
  g_free (walk->current);
  g_ptr_array_unref (walk->folders);
  g_free (walk);
}

/* FALSE with errno set. */
static gboolean
enter_folder (ZbFileWalk *walk, const char *path) {
  DIR *stream = opendir (path);
  Folder *folder;

  if (stream == NULL)
    return FALSE;
  folder = g_new0 (Folder, 1);
  folder->path = g_strdup (path);
  folder->entries = g_ptr_array_new_with_free_func (g_free);
  for (struct dirent *entry; (entry = readdir (stream)) != NULL;)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (folder->entries, g_strdup (entry->d_name));
  closedir (stream);
  g_ptr_array_sort (folder->entries, compare_names);
  g_ptr_array_add (walk->folders, folder);
  return TRUE;
}

static gboolean
is_left_out (const ZbFileWalk *walk, const struct stat *status) {
  return walk->leaves_out && status->st_dev == walk->left_out.st_dev
         && status->st_ino == walk->left_out.st_ino;
}

/* The next path to look at; NULL at the end. @follow: what the user named may be a link. */
static char *
take_path (ZbFileWalk *walk, gboolean *follow) {
  *follow = walk->start != NULL;
  if (walk->start != NULL)
    return g_steal_pointer (&walk->start);
  while (walk->folders->len > 0) {
    Folder *folder = g_ptr_array_index (walk->folders, walk->folders->len - 1);

    if (folder->done < folder->entries->len)
      return g_build_filename (folder->path, g_ptr_array_index (folder->entries, folder->done++),
                               NULL);
    g_ptr_array_remove_index (walk->folders, walk->folders->len - 1);
  }
  return NULL;
}

const char *
zb_file_walk_next (ZbFileWalk *walk, struct stat *status,
                   void (*complain) (const char *path, int number, gpointer data), gpointer data) {
  gboolean follow;

  for (;;) {
    gboolean link;

    g_free (walk->current);
    walk->current = take_path (walk, &follow);
    if (walk->current == NULL)
      return NULL;
    if (lstat (walk->current, status) != 0) {
      complain (walk->current, errno, data);
      continue;
    }
    link = S_ISLNK (status->st_mode);
    if (link && stat (walk->current, status) != 0) {
      complain (walk->current, errno, data);
      continue;
    }
    if (S_ISREG (status->st_mode))
      return walk->current;
    if (S_ISDIR (status->st_mode) && (follow || !link) && !is_left_out (walk, status)
        && !enter_folder (walk, walk->current))
      complain (walk->current, errno, data);
  }
}

char *
zb_file_walk_print_name (const char *path) {
  GString *name;
  const char *end;

  if (g_utf8_validate (path, -1, NULL))
    return g_strdup (path);
  name = g_string_new (NULL);
  while (!g_utf8_validate (path, -1, &end)) {
    g_string_append_len (name, path, end - path);
    g_string_append_printf (name, "\\x%02X", (guchar) *end);
    path = end + 1;
  }
  g_string_append (name, path);
  return g_string_free (name, FALSE);
}
