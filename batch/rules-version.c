/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-version.h"

#include <gio/gio.h>
#include <string.h>

#include "source-version.h"

/* Enough to tell versions apart, short enough to read. */
enum { DIGITS = 16 };

static const char *const FOLDERS[] = { "/zhibiao/normalize/", "/zhibiao/schema/" };

static gint
compare_names (gconstpointer a, gconstpointer b) {
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GBytes *
load_file (const char *folder, const char *name, GError **error) {
  const char *own = g_getenv ("ZHIBIAO_CATALOGUE");
  g_autofree char *file = own != NULL ? g_build_filename (own, name, NULL) : NULL;
  g_autofree char *path = g_strconcat (folder, name, NULL);
  g_autoptr (GError) local = NULL;
  char *contents;
  gsize length;

  if (file == NULL || !g_file_test (file, G_FILE_TEST_EXISTS))
    return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (g_file_get_contents (file, &contents, &length, &local))
    return g_bytes_new_take (contents, length);
  g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "%s", local->message);
  return NULL;
}

static gboolean
add_folder (GChecksum *checksum, const char *folder, GError **error) {
  g_auto (GStrv) names
    = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return FALSE;
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (char **name = names; *name != NULL; name++) {
    g_autoptr (GBytes) bytes = NULL;
    guint64 length;

    if (!g_str_has_suffix (*name, ".tsv"))
      continue;
    bytes = load_file (folder, *name, error);
    if (bytes == NULL)
      return FALSE;
    length = GUINT64_TO_LE (g_bytes_get_size (bytes));
    g_checksum_update (checksum, (const guchar *) *name, (gssize) strlen (*name) + 1);
    g_checksum_update (checksum, (const guchar *) &length, sizeof length);
    g_checksum_update (checksum, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes));
  }
  return TRUE;
}

const char *
zb_program_version (void) {
  return ZHIBIAO_VERSION "+" ZB_READING_SOURCES;
}

char *
zb_rules_version_new (GError **error) {
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    if (!add_folder (checksum, FOLDERS[i], error))
      return NULL;
  g_checksum_update (checksum, (const guchar *) ZB_MAPPING_SOURCES, -1);
  return g_strndup (g_checksum_get_string (checksum), DIGITS);
}
