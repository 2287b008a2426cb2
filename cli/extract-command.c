/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "document-reading.h"
#include "extract-options.h"
#include "output-directory.h"
#include "reader.h"
#include "quantity.h"

/* What is the same for all documents of one call, and how it went so far. */
typedef struct {
  const ZbExtractOptions *options;
  ZbCatalogue *catalogue;       /* NULL where an early stage is shown */
  ZbOutputDirectory *directory; /* NULL: standard output */
  GOutputStream *standard_output;
  guint read, unread;
  gboolean troubled;    /* a document has an error, or an output could not be written */
  gboolean output_lost; /* standard output takes no more */
  gboolean begun;       /* a document went to standard output */
} Run;

static void
run_clear (Run *run) {
  g_clear_pointer (&run->catalogue, zb_catalogue_free);
  g_clear_pointer (&run->directory, zb_output_directory_free);
  g_clear_object (&run->standard_output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Exactly one of the two says what to write: the report, or the dump of the document. */
static gboolean
write_result (Run *run, const ZbDocument *document, const ZbReport *report, GOutputStream *out,
              GError **error) {
  ZbEmitOptions options = run->options->emit;

  if (report == NULL)
    return run->options->dump->emit (document, out, error);
  options.header = run->directory != NULL || !run->begun;
  return run->options->emitter->emit (report, &options, out, error);
}

static gboolean
write_to_directory (Run *run, const ZbDocument *document, const ZbReport *report,
                    const char *output_path, GError **error) {
  g_autoptr (ZbOutputFile) file = zb_output_file_new (output_path, error);

  if (file == NULL)
    return FALSE;
  if (!write_result (run, document, report, zb_output_file_stream (file), error)) {
    g_prefix_error (error, "%s: ", output_path);
    return FALSE;
  }
  return zb_output_file_commit (file, error);
}

static gboolean
write_to_standard_output (Run *run, const ZbDocument *document, const ZbReport *report,
                          GError **error) {
  gboolean written = write_result (run, document, report, run->standard_output, error);

  if (!written)
    g_prefix_error (error, "standard output: ");
  run->begun = TRUE;
  run->output_lost = !written;
  return written;
}

static void
extract_document (Run *run, const char *path, const char *output_path) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_document_reading_run (path, &run->options->read);
  g_autoptr (ZbReport) report = NULL;
  const GPtrArray *diagnostics = NULL;
  gboolean written;

  if (document == NULL) {
    run->unread++;
    return;
  }
  run->read++;
  if (run->catalogue != NULL)
    report = zb_report_new (document, run->catalogue);
  diagnostics = report != NULL ? report->diagnostics : document->diagnostics;
  zb_message_diagnostics (path, diagnostics, run->options->quiet);
  written = output_path != NULL
              ? write_to_directory (run, document, report, output_path, &error)
              : write_to_standard_output (run, document, report, &error);
  if (!written)
    zb_message ("%s", error->message);
  run->troubled |= !written || zb_diagnostics_has_error (diagnostics);
}

/* Some errors of a disk or a network show only now. */
static void
close_standard_output (Run *run) {
  g_autoptr (GError) error = NULL;

  if (run->output_lost || g_output_stream_close (run->standard_output, NULL, &error))
    return;
  zb_message ("standard output: %s", error->message);
  run->troubled = TRUE;
}

static ZbExit
run_documents (Run *run) {
  for (char **path = run->options->paths; *path != NULL && !run->output_lost; path++) {
    g_autofree char *output_path = NULL;

    if (run->directory != NULL)
      output_path = zb_output_directory_claim (run->directory, *path,
                                               run->options->emitter->extension);
    extract_document (run, *path, output_path);
  }
  close_standard_output (run);
  if (run->read == 0)
    return ZB_EXIT_NOTHING;
  return run->unread > 0 || run->troubled ? ZB_EXIT_PARTLY : ZB_EXIT_DONE;
}

static ZbExit
run_extract (char **arguments) {
  g_auto (ZbExtractOptions) options = { 0 };
  g_auto (Run) run = { .options = &options };
  g_autoptr (GError) error = NULL;
  ZbExit exit = zb_extract_options_parse (&options, arguments);

  if (exit != ZB_EXIT_DONE)
    return exit;
  if (options.help) {
    g_autofree char *help = zb_extract_options_print_help ();

    return zb_commands_print (help);
  }
  if (options.dump == NULL)
    run.catalogue = zb_catalogue_new (&error);
  if (error != NULL || !zb_quantities_load (&error)) {
    zb_message ("%s", error->message);
    return ZB_EXIT_USAGE;
  }
  run.standard_output = g_unix_output_stream_new (STDOUT_FILENO, TRUE);
  if (options.directory != NULL) {
    run.directory = zb_output_directory_new (options.directory, options.paths, &error);
    if (run.directory == NULL) {
      zb_message ("%s", error->message);
      return ZB_EXIT_PARTLY;
    }
  }
  return run_documents (&run);
}

const ZbCommand zb_extract_command = {
  .name = "extract",
  .summary = "turn PDF, Word, Excel, web pages and OCR text into data",
  .run = run_extract,
  .print_help = zb_extract_options_print_help,
};
