/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives the files of the folders on the command line to a fuzz target, one by one, so that what a
 * fuzzer has found stays an ordinary test. */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static guint
replay_folder (const char *path) {
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint count = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL), *contents = NULL;
    gsize length;

    if (!g_file_get_contents (file, &contents, &length, NULL))
      continue;
    printf ("%s\n", file);
    fflush (stdout); /* a crash names its file */
    LLVMFuzzerTestOneInput ((const uint8_t *) contents, length);
    count++;
  }
  return count;
}

int
main (int argc, char **argv) {
  guint count = 0;

  for (int i = 1; i < argc; i++)
    count += replay_folder (argv[i]);
  printf ("%u files\n", count);
  return count > 0 ? 0 : 1;
}
