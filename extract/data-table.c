/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-table.h"

#include <string.h>

static void
row_free (gpointer data) {
  ZbDataRow *row = data;

  g_strfreev (row->fields);
  g_free (row);
}

static GBytes *
load_bytes (GResource *resource, const char *path, GError **error) {
  const char *folder = g_getenv ("ZHIBIAO_CATALOGUE");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *file = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  char *contents;
  gsize length;

  if (file == NULL || !g_file_test (file, G_FILE_TEST_EXISTS))
    return g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (!g_file_get_contents (file, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static ZbDataRow *
parse_row (const char *line, guint number, guint columns) {
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  guint count = g_strv_length (fields);
  ZbDataRow *row;

  if (count > columns)
    return NULL;
  row = g_new0 (ZbDataRow, 1);
  row->line = number;
  row->fields = g_new0 (char *, columns + 1);
  for (guint i = 0; i < columns; i++)
    row->fields[i] = i < count ? g_strstrip (g_strdup (fields[i])) : g_strdup ("");
  return row;
}

GPtrArray *
zb_data_table_load (GResource *resource, const char *path, guint columns, GError **error) {
  g_autoptr (GBytes) bytes = load_bytes (resource, path, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "%s: not UTF-8", path);
    return NULL;
  }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    ZbDataRow *row;

    if (*lines[i] == '#' || *g_strchomp (lines[i]) == '\0')
      continue;
    row = parse_row (lines[i], i + 1, columns);
    if (row == NULL) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "%s: line %u: more than %u fields", path, i + 1,
                   columns);
      return NULL;
    }
    g_ptr_array_add (rows, row);
  }
  return g_steal_pointer (&rows);
}

gpointer
zb_data_once_load (ZbDataOnce *once, ZbDataLoad load, GError **error) {
  if (g_once_init_enter (&once->done)) {
    once->data = load (&once->error);
    g_once_init_leave (&once->done, 1);
  }
  if (once->data == NULL && error != NULL)
    *error = g_error_copy (once->error);
  return once->data;
}

gpointer
zb_data_once_lookup (ZbDataOnce *once, ZbDataLoad load) {
  gpointer data = zb_data_once_load (once, load, NULL);

  if (data == NULL)
    g_error ("%s", once->error->message);
  return data;
}
