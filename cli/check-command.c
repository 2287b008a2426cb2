/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-options.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "document-reading.h"
#include "findings-json.h"
#include "findings-text.h"

#define COMMAND "check"

/* The words as given, and what they mean. */
typedef struct {
  char **paths;
  char *format, *fail_on;
  ZbReadingOptions reading;
  ZbSeverity limit; /* findings from this on are a failure, */
  gboolean limited; /* where this is set */
  gboolean json;
} Words;

static void
words_clear (Words *words) {
  g_strfreev (words->paths);
  g_free (words->format);
  g_free (words->fail_on);
  zb_reading_options_clear (&words->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* The documents of one call, and how it went so far. */
typedef struct {
  const Words *words;
  ZbCatalogue *catalogue;
  GOutputStream *out;
  guint read, unread;
  gboolean troubled, found;
} Run;

static const char DESCRIPTION[]
  = "Every sum, share, rate and repeated number of a report is computed again. What does not agree\n"
    "is listed with its page, table, row and column, both sides of the equation, the difference and\n"
    "what rounding allows: 错误 for what contradicts itself, 存疑 for what asks for a look, 提示\n"
    "for what is good to know. Nothing is changed. The numbers in brackets are for 'zhibiao explain'.\n"
    "\n"
    "Exit status: 0 done, whatever was found; 1 something of the severity of --fail-on was found,\n"
    "some documents failed, or the output could not be written; 2 wrong usage; 3 no document could\n"
    "be read.\n";

static GOptionContext *
new_context (Words *words) {
  const GOptionEntry entries[] = {
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &words->fail_on,
      "Exit with status 1 where there is an error, or a warning or an error", "SEVERITY" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      "text, or json: one document a line (default: text)", "FORMAT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->paths, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = zb_command_options_new_context (
    "FILE… - list what does not agree in reports", entries, DESCRIPTION);

  zb_reading_options_add (&words->reading, context);
  return context;
}

static char *
print_help (void) {
  g_auto (Words) words = { 0 };

  return zb_command_options_print_help (COMMAND, new_context (&words));
}

static ZbExit
understand (Words *words) {
  const char *format = words->format != NULL ? words->format : "text";
  ZbExit exit;

  words->json = g_str_equal (format, "json");
  if (!words->json && !g_str_equal (format, "text"))
    return zb_message_usage (COMMAND, "unknown format '%s'; known are text, json", format);
  words->limited = words->fail_on != NULL;
  words->limit = g_strcmp0 (words->fail_on, "error") == 0 ? ZB_SEVERITY_ERROR : ZB_SEVERITY_WARNING;
  if (words->limited && !g_str_equal (words->fail_on, zb_severity_name (words->limit)))
    return zb_message_usage (COMMAND, "--fail-on is error or warning, not '%s'", words->fail_on);
  exit = zb_reading_options_apply (&words->reading, COMMAND);
  if (exit == ZB_EXIT_DONE && words->paths == NULL)
    return zb_message_usage (COMMAND, "no file given");
  return exit;
}

static gboolean
reaches_limit (const Words *words, const ZbFindings *findings) {
  guint count = 0;

  for (guint severity = words->limit; severity <= ZB_SEVERITY_ERROR; severity++)
    count += findings->counts[severity];
  return words->limited && count > 0;
}

/* FALSE where standard output takes no more. */
static gboolean
check_document (Run *run, const char *path) {
  const Words *words = run->words;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_document_reading_run (path, &words->reading.read);
  g_autoptr (ZbReport) report = NULL;
  g_autoptr (ZbFindings) findings = NULL;

  if (document == NULL) {
    run->unread++;
    return TRUE;
  }
  run->read++;
  report = zb_report_new (document, run->catalogue);
  findings = zb_findings_new (report, run->catalogue);
  zb_message_diagnostics (path, report->diagnostics, words->reading.quiet);
  run->troubled |= zb_diagnostics_has_error (report->diagnostics);
  run->found |= reaches_limit (words, findings);
  if (words->json ? zb_findings_json_emit (report, findings, run->out, &error)
                  : zb_findings_text_emit (report, findings, words->reading.colour, run->out, &error))
    return TRUE;
  zb_message ("standard output: %s", error->message);
  run->troubled = TRUE;
  return FALSE;
}

static ZbExit
check_documents (gpointer data) {
  Words *words = data;
  ZbExit exit = understand (words);
  g_autoptr (ZbCatalogue) catalogue = exit == ZB_EXIT_DONE ? zb_document_reading_catalogue () : NULL;
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  Run run = { .words = words, .catalogue = catalogue, .out = out };

  if (catalogue == NULL)
    return ZB_EXIT_USAGE;
  for (char **path = words->paths; *path != NULL && check_document (&run, *path); path++)
    ;
  if (run.read == 0)
    return ZB_EXIT_NOTHING;
  return run.unread > 0 || run.troubled || run.found ? ZB_EXIT_PARTLY : ZB_EXIT_DONE;
}

static ZbExit
run_check (char **arguments) {
  g_auto (Words) words = { 0 };

  return zb_command_options_run (&zb_check_command, new_context (&words), arguments,
                                 &words.reading.help, check_documents, &words);
}

const ZbCommand zb_check_command = {
  .name = COMMAND,
  .summary = "list what does not agree in reports, with both sides of every equation",
  .run = run_check,
  .print_help = print_help,
};
