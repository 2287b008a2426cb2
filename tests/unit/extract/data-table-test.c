/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-table.h"

#include <glib/gstdio.h>

#define PATH "/zhibiao/test/lines.tsv"

/* Loads @contents by way of $ZHIBIAO_CATALOGUE, which takes the place of the resource. */
static GPtrArray *
load (const char *contents, guint columns, GError **error) {
  g_autofree char *folder = g_dir_make_tmp ("zhibiao-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "lines.tsv", NULL);
  GPtrArray *rows;

  g_assert_true (g_file_set_contents (file, contents, -1, NULL));
  g_setenv ("ZHIBIAO_CATALOGUE", folder, TRUE);
  rows = zb_data_table_load (NULL, PATH, columns, error);
  g_unsetenv ("ZHIBIAO_CATALOGUE");
  g_unlink (file);
  g_rmdir (folder);
  return rows;
}

static void
test_rows (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = load ("# head\n\na\tb\tc\n \t \n  d \n#x\ty\tz\tz\ne\t\tf\r\n", 3, &error);
  const ZbDataRow *row;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (row->line, ==, 3);
  g_assert_cmpstr (row->fields[0], ==, "a");
  g_assert_cmpstr (row->fields[2], ==, "c");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpuint (row->line, ==, 5);
  g_assert_cmpstr (row->fields[0], ==, "d");
  g_assert_cmpstr (row->fields[1], ==, "");
  g_assert_cmpstr (row->fields[2], ==, "");
  row = g_ptr_array_index (rows, 2);
  g_assert_cmpstr (row->fields[1], ==, "");
  g_assert_cmpstr (row->fields[2], ==, "f");
}

static void
assert_refused (const char *contents, const char *message) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = load (contents, 2, &error);

  g_assert_null (rows);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_refused (void) {
  assert_refused ("a\tb\nc\td\te\n", "line 2");
  assert_refused ("a\t\377\n", "UTF-8");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/data-table/rows", test_rows);
  g_test_add_func ("/extract/data-table/refused", test_refused);
  return g_test_run ();
}
