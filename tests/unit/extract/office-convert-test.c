/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office-convert.h"

#include <glib/gstdio.h>
#include <string.h>

static const ZbOfficeConversion CONVERSION = { "a test document", "doc", "docx", "some-package" };

/* Makes @script the only soffice there is, with the programs of /bin beside it. */
static char *
install (const char *script) {
  char *folder = g_dir_make_tmp ("office-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "soffice", NULL);
  g_autofree char *path = g_strconcat (folder, ":/bin:/usr/bin", NULL);
  g_autofree char *text = g_strconcat ("#!/bin/sh\n", script, "\n", NULL);

  g_assert_true (g_file_set_contents (program, text, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("PATH", path, TRUE);
  return folder;
}

static void
uninstall (char *take_folder) {
  g_autofree char *folder = take_folder;
  g_autofree char *program = g_build_filename (folder, "soffice", NULL);

  g_remove (program);
  g_rmdir (folder);
}

static GBytes *
convert (const char *script, guint seconds, GError **error) {
  g_autoptr (GBytes) bytes = g_bytes_new_static ("input", 5);
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;
  char *folder = install (script);
  GBytes *converted = NULL;

  options.max_convert_seconds = seconds;
  converted = zb_office_convert (bytes, &CONVERSION, &options, error);
  uninstall (folder);
  return converted;
}

/* The arguments are a list: the last is the file, the one before it the folder for the result. */
static void
test_converts (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) converted = convert (
      "test \"$1\" = \"-env:UserInstallation=file://$HOME/profile\" || exit 1\n"
      "grep -q DisableMacrosExecution \"$HOME/profile/user/registrymodifications.xcu\" || exit 1\n"
      "while test $# -gt 2; do shift; done\n"
      "mkdir -p \"$1\"; { cat \"$2\"; echo -n \" $PWD\"; } > \"$1/document.docx\"",
      10, &error);
  gsize length = 0;
  const char *data = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  data = g_bytes_get_data (converted, &length);
  text = g_strndup (data, length);
  g_assert_true (g_str_has_prefix (text, "input /"));
  g_assert_false (g_file_test (strchr (text, '/'), G_FILE_TEST_EXISTS));
}

/* Whether this machine lets a process have a network of its own. */
static gboolean
can_part_networks (void) {
  int status = -1;

  return g_spawn_command_line_sync ("unshare -rn true", NULL, NULL, &status, NULL) && status == 0;
}

/* There is no way out but a proxy that nobody serves, and no interface but the machine itself. */
static void
test_no_network (void) {
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_strconcat (
      "test \"$http_proxy$https_proxy\" = http://127.0.0.1:9http://127.0.0.1:9 || exit 1\n",
      can_part_networks () ? "test \"$(grep -c : /proc/net/dev)\" = 1 || exit 1\n" : "",
      "while test $# -gt 2; do shift; done\nmkdir -p \"$1\"; cp \"$2\" \"$1/document.docx\"", NULL);
  g_autoptr (GBytes) converted = convert (script, 10, &error);

  g_assert_no_error (error);
  g_assert_nonnull (converted);
}

static void
test_makes_nothing (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) converted = convert ("exit 0", 10, &error);

  g_assert_null (converted);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "a test document"));
}

/* What the program leaves running is killed along with it. */
static void
test_time_limit (void) {
  g_autoptr (GError) error = NULL;
  g_autofree char *mark = g_strdup_printf ("/tmp/office-mark-%d", g_random_int_range (0, G_MAXINT));
  g_autofree char *script = g_strdup_printf ("(sleep 2; touch %s) &\nwait", mark);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) converted = convert (script, 1, &error);

  g_assert_null (converted);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "max_convert_seconds"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_usleep (2 * G_USEC_PER_SEC);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

static void
test_absent (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("input", 5);
  g_autoptr (GBytes) converted = NULL;

  g_setenv ("PATH", "/nonexistent", TRUE);
  converted = zb_office_convert (bytes, &CONVERSION, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_null (converted);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "some-package"));
}

/* A compound file with the stream @stream, and @flags in the header of its Word document. */
static GBytes *
new_compound (const char *stream, guint8 flags) {
  guint8 data[1024] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

  data[512] = 0xEC;
  data[513] = 0xA5;
  data[523] = flags;
  for (gsize i = 0; stream[i] != '\0'; i++)
    data[640 + 2 * i] = (guint8) stream[i];
  return g_bytes_new (data, sizeof data);
}

static void
test_recognize (void) {
  g_autoptr (GBytes) word = new_compound ("WordDocument", 0);
  g_autoptr (GBytes) locked = new_compound ("WordDocument", 1);
  g_autoptr (GBytes) workbook = new_compound ("Workbook", 0);
  g_autoptr (GBytes) rtf = g_bytes_new_static ("{\\rtf1\\ansi}", 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = NULL;

  g_assert_cmpuint (zb_doc_reader.recognize (word, NULL), >,
                    zb_docx_reader.recognize (word, NULL));
  g_assert_cmpuint (zb_xls_reader.recognize (workbook, NULL), >,
                    zb_docx_reader.recognize (workbook, NULL));
  g_assert_cmpuint (zb_rtf_reader.recognize (rtf, NULL), >, zb_docx_reader.recognize (rtf, NULL));
  g_assert_cmpuint (zb_doc_reader.recognize (locked, NULL), ==, 0);
  document = zb_docx_reader.read (locked, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_ENCRYPTED);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/office-convert/converts", test_converts);
  g_test_add_func ("/extract/office-convert/no-network", test_no_network);
  g_test_add_func ("/extract/office-convert/makes-nothing", test_makes_nothing);
  g_test_add_func ("/extract/office-convert/time-limit", test_time_limit);
  g_test_add_func ("/extract/office-convert/absent", test_absent);
  g_test_add_func ("/extract/office-convert/recognize", test_recognize);
  return g_test_run ();
}
