/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-options.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "document-reading.h"
#include "explanation.h"
#include "fact-search.h"

#define COMMAND "explain"

typedef struct {
  char **rest; /* the file and the fact */
  ZbReadingOptions reading;
} Words;

static void
words_clear (Words *words) {
  g_strfreev (words->rest);
  zb_reading_options_clear (&words->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char DESCRIPTION[]
  = "FACT is the number of a fact in the output (f12), a number as printed (1,234.56) or with its\n"
    "unit (1234.56万元), an indicator (three_public.total), a code of a classification (2013201), or\n"
    "words of its name (公务接待费). Where it may be several facts, they are listed to choose from.\n"
    "\n"
    "Shown are the place in the document, the words and the lines of the data files that give the\n"
    "number its meaning, the checks it takes part in, the other places of the same number, and the\n"
    "evidence that its confidence adds up from.\n"
    "\n"
    "Exit status: 0 done; 1 no such fact, or the output could not be written; 2 wrong usage;\n"
    "3 the document could not be read.\n";

static GOptionContext *
new_context (Words *words) {
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->rest, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = zb_command_options_new_context (
    "FILE FACT - say why a number means what it does", entries, DESCRIPTION);

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
  guint count = words->rest != NULL ? g_strv_length (words->rest) : 0;
  ZbExit exit = zb_reading_options_apply (&words->reading, COMMAND);

  if (exit != ZB_EXIT_DONE)
    return exit;
  if (count == 0)
    return zb_message_usage (COMMAND, "no file given");
  if (count == 1)
    return zb_message_usage (COMMAND, "no fact given: a number such as f12, an amount or a name");
  if (count > 2)
    return zb_message_usage (COMMAND, "'%s' is too much", words->rest[2]);
  return ZB_EXIT_DONE;
}

static ZbExit
explain_fact (const Words *words, const ZbReport *report, const ZbCatalogue *catalogue) {
  const char *path = words->rest[0], *wanted = words->rest[1];
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GPtrArray) facts = zb_fact_search (report, catalogue, wanted);
  g_autoptr (GError) error = NULL;

  if (report->facts->len == 0)
    zb_message ("%s: no number in it means a known indicator", path);
  else if (facts->len == 0)
    zb_message ("%s: no fact '%s' among its %u; 'zhibiao extract --format table' lists them", path,
                wanted, report->facts->len);
  if (facts->len == 0)
    return ZB_EXIT_PARTLY;
  if (facts->len > 1)
    zb_message ("%s: %u facts may be '%s'; choose one by its number", path, facts->len, wanted);
  if (facts->len > 1 ? zb_explanation_list (report, facts, out, &error)
                     : zb_explanation_emit (report, catalogue, g_ptr_array_index (facts, 0),
                                            words->reading.colour, out, &error))
    return ZB_EXIT_DONE;
  zb_message ("standard output: %s", error->message);
  return ZB_EXIT_PARTLY;
}

static ZbExit
explain_document (gpointer data) {
  Words *words = data;
  ZbExit exit = understand (words);
  g_autoptr (ZbCatalogue) catalogue = exit == ZB_EXIT_DONE ? zb_document_reading_catalogue () : NULL;
  g_autoptr (ZbDocument) document = NULL;
  g_autoptr (ZbReport) report = NULL;

  if (catalogue == NULL)
    return ZB_EXIT_USAGE;
  document = zb_document_reading_run (words->rest[0], &words->reading.read);
  if (document == NULL)
    return ZB_EXIT_NOTHING;
  report = zb_report_new (document, catalogue);
  zb_message_diagnostics (words->rest[0], report->diagnostics, words->reading.quiet);
  return explain_fact (words, report, catalogue);
}

static ZbExit
run_explain (char **arguments) {
  g_auto (Words) words = { 0 };

  return zb_command_options_run (&zb_explain_command, new_context (&words), arguments,
                                 &words.reading.help, explain_document, &words);
}

const ZbCommand zb_explain_command = {
  .name = COMMAND,
  .summary = "say why a number of a report means what it does",
  .run = run_explain,
  .print_help = print_help,
};
