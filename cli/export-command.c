/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-options.h"

#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "export.h"
#include "output-directory.h"

#define COMMAND "export"

typedef struct {
  ZbStoreOptions common;
  char *format, *where, *directory;
  gboolean excel;
} Words;

static void
words_clear (Words *words) {
  zb_store_options_clear (&words->common);
  g_free (words->format);
  g_free (words->where);
  g_free (words->directory);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static GOptionContext *
new_context (Words *words) {
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      "csv, ndjson, sqlite or documents (default: csv)", "FORMAT" },
    { "where", 'w', 0, G_OPTION_ARG_STRING, &words->where,
      "Only facts for which the SQL expression over the columns holds", "EXPRESSION" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->directory,
      "Write into DIR, creating it, instead of standard output", "DIR" },
    { "excel", 0, 0, G_OPTION_ARG_NONE, &words->excel,
      "csv for Excel: byte order mark, CRLF, codes and formulas guarded", NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return zb_store_options_new_context (
    &words->common, "--store DIR - write the facts of a whole store", entries, FALSE, NULL);
}

static char *
print_help (void) {
  g_auto (Words) words = { 0 };
  GOptionContext *context = new_context (&words);
  g_autoptr (GString) text = g_string_new ("Formats:\n");

  for (const ZbExportFormat *format = zb_export_formats; format->name != NULL; format++)
    g_string_append_printf (text, "  %-10s %s\n", format->name, format->summary);
  g_string_append (text, "\n"
                         "Example: --where \"indicator = 'three_public.total' AND preferred\"\n"
                         "\n"
                         "Exit status: 0 done; 1 the output could not be written; 2 wrong usage, or\n"
                         "an expression that is none; 4 the store cannot be read.\n");
  g_option_context_set_description (context, text->str);
  return zb_command_options_print_help (COMMAND, context);
}

static ZbExit
write_stream (ZbStore *store, const ZbExportFormat *format, const ZbExportOptions *options) {
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) error = NULL;

  if (format->write (store, options, out, &error))
    return ZB_EXIT_DONE;
  return zb_store_options_explain (error, ZB_EXIT_PARTLY);
}

static gboolean
write_file (ZbStore *store, const ZbExportFormat *format, const ZbExportOptions *options,
            const char *path, GError **error) {
  g_autoptr (ZbOutputFile) file = zb_output_file_new (path, error);

  return file != NULL && format->write (store, options, zb_output_file_stream (file), error)
         && zb_output_file_commit (file, error);
}

static gboolean
write_package (const ZbExportOptions *options, const char *directory, GError **error) {
  g_autofree char *path = g_build_filename (directory, "datapackage.json", NULL);
  g_autoptr (ZbOutputFile) file = zb_output_file_new (path, error);

  return file != NULL && zb_export_package (zb_output_file_stream (file), options, error)
         && zb_output_file_commit (file, error);
}

/* The database appears under its name when it is complete, like every output. */
static gboolean
write_database (const char *store, const ZbExportOptions *options, const char *path,
                GError **error) {
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  gboolean written;

  unlink (temporary);
  written = zb_export_database (store, options, temporary, error);
  if (written && g_rename (temporary, path) == 0)
    return TRUE;
  if (written)
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: cannot be renamed", temporary);
  unlink (temporary);
  return FALSE;
}

static ZbExit
write_directory (const Words *words, ZbStore *store, const ZbExportFormat *format,
                 const ZbExportOptions *options) {
  char *none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbOutputDirectory) directory
    = zb_output_directory_new (words->directory, none, &error);
  g_autofree char *path = g_build_filename (words->directory, format->file, NULL);
  gboolean written = directory != NULL;

  if (written && format->write == NULL)
    written = write_database (words->common.folder, options, path, &error);
  else if (written)
    written = write_file (store, format, options, path, &error)
              && (format != zb_export_formats
                  || write_package (options, words->directory, &error));
  return written ? ZB_EXIT_DONE : zb_store_options_explain (error, ZB_EXIT_PARTLY);
}

static ZbExit
export_facts (const Words *words) {
  const ZbExportFormat *format
    = zb_export_format_lookup (words->format != NULL ? words->format : "csv");
  const ZbExportOptions options = { .where = words->where, .excel = words->excel };
  g_autoptr (ZbStore) store = NULL;
  ZbExit exit = zb_store_options_check (&words->common, COMMAND, NULL);

  if (exit != ZB_EXIT_DONE)
    return exit;
  if (format == NULL)
    return zb_message_usage (COMMAND,
                             "unknown format '%s'; known are csv, ndjson, sqlite, documents",
                             words->format);
  if (words->excel && format != zb_export_formats)
    return zb_message_usage (COMMAND, "--excel goes with csv only");
  if (words->where != NULL && g_str_equal (format->name, "documents"))
    return zb_message_usage (COMMAND, "--where goes with facts only");
  if (format->write == NULL && words->directory == NULL)
    return zb_message_usage (COMMAND, "%s needs a folder: -o DIR", format->name);
  store = zb_store_options_open (&words->common);
  if (store == NULL)
    return ZB_EXIT_STORE;
  return words->directory != NULL ? write_directory (words, store, format, &options)
                                  : write_stream (store, format, &options);
}

static ZbExit
run_export (char **arguments) {
  g_auto (Words) words = { 0 };
  ZbExit exit;

  if (!zb_command_options_parse (&zb_export_command, new_context (&words), arguments,
                                 &words.common.help, &exit))
    return exit;
  return export_facts (&words);
}

const ZbCommand zb_export_command = {
  .name = COMMAND,
  .summary = "write the facts of a whole store as CSV, NDJSON or a database",
  .run = run_export,
  .print_help = print_help,
};
