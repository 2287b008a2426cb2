/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output-directory.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "error.h"

struct _ZbOutputDirectory {
  char *path;
  GArray *inputs;      /* struct stat */
  GHashTable *claimed; /* char *: output paths of this run */
};

static void
note_inputs (ZbOutputDirectory *directory, char **inputs) {
  for (char **input = inputs; *input != NULL; input++) {
    struct stat status;

    if (stat (*input, &status) == 0)
      g_array_append_val (directory->inputs, status);
  }
}

ZbOutputDirectory *
zb_output_directory_new (const char *path, char **inputs, GError **error) {
  ZbOutputDirectory *directory = NULL;

  if (g_mkdir_with_parents (path, 0777) != 0) {
    int number = errno;

    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", path, g_strerror (number));
    return NULL;
  }
  directory = g_new0 (ZbOutputDirectory, 1);
  directory->path = g_strdup (path);
  directory->inputs = g_array_new (FALSE, FALSE, sizeof (struct stat));
  directory->claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_inputs (directory, inputs);
  return directory;
}

void
zb_output_directory_free (ZbOutputDirectory *directory) {
  g_free (directory->path);
  g_array_unref (directory->inputs);
  g_hash_table_unref (directory->claimed);
  g_free (directory);
}

/* What stands before the ending of a format: a dot, a letter and up to four letters or digits.
 * "2024.12" keeps its number, ".pdf" its whole name. */
static char *
strip_ending (const char *name) {
  const char *dot = strrchr (name, '.');
  gsize length = dot != NULL ? strlen (dot + 1) : 0;

  if (dot == NULL || dot == name || length == 0 || length > 5 || !g_ascii_isalpha (dot[1]))
    return g_strdup (name);
  for (const char *p = dot + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return g_strdup (name);
  return g_strndup (name, (gsize) (dot - name));
}

static gboolean
is_an_input (const ZbOutputDirectory *directory, const char *path) {
  struct stat status;

  if (stat (path, &status) != 0)
    return FALSE;
  for (guint i = 0; i < directory->inputs->len; i++) {
    const struct stat *input = &g_array_index (directory->inputs, struct stat, i);

    if (input->st_dev == status.st_dev && input->st_ino == status.st_ino)
      return TRUE;
  }
  return FALSE;
}

char *
zb_output_directory_claim (ZbOutputDirectory *directory, const char *input,
                           const char *extension) {
  g_autofree char *base = g_path_get_basename (g_str_equal (input, "-") ? "stdin" : input);
  g_autofree char *stem = strip_ending (base);
  g_autofree char *name = g_strconcat (stem, extension, NULL);
  char *path = g_build_filename (directory->path, name, NULL);

  for (guint copy = 2;
       g_hash_table_contains (directory->claimed, path) || is_an_input (directory, path); copy++) {
    g_free (path);
    g_free (name);
    name = g_strdup_printf ("%s-%u%s", stem, copy, extension);
    path = g_build_filename (directory->path, name, NULL);
  }
  g_hash_table_add (directory->claimed, g_strdup (path));
  return path;
}
