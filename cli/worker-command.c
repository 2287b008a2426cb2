/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-options.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "ocr-options.h"
#include "sandbox-options.h"
#include "service.h"

#define COMMAND "worker"

typedef struct {
  char **rest;
  ZbOcrOptions ocr;
  ZbSandboxOptions limits;
  gboolean mentions, help;
} Words;

static void
words_clear (Words *words) {
  g_strfreev (words->rest);
  zb_ocr_options_clear (&words->ocr);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char DESCRIPTION[]
  = "A request is a line of JSON, {\"path\": \"report.pdf\"}, and may have an \"id\" that comes back, and\n"
    "\"options\": \"ocr\", \"language\", \"mentions\". Its answer is a line of JSON with id, path, status,\n"
    "reason and output. Each document is read in a process of its own, as zhibiao batch does it: one that\n"
    "crashes, hangs or needs too much is answered with that status. A line that asks for nothing is\n"
    "answered with status bad_request. For more cores start more of them.\n"
    "\n"
    "Exit status: 0 all lines are answered; 1 interrupted, or answers could not be written;\n"
    "2 wrong usage.\n";

static GOptionContext *
new_context (Words *words) {
  const GOptionEntry entries[] = {
    { "mentions", 0, 0, G_OPTION_ARG_NONE, &words->mentions,
      "Keep the numbers that no indicator catalogues, too", NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &words->help, "Show this help", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->rest, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = zb_command_options_new_context (
    "- answer requests on standard input, a line for a line", entries, DESCRIPTION);

  zb_sandbox_options_add (&words->limits, context);
  zb_ocr_options_add (&words->ocr, context);
  return context;
}

static char *
print_help (void) {
  g_auto (Words) words = { 0 };

  return zb_command_options_print_help (COMMAND, new_context (&words));
}

static void
warn (const char *message, gpointer data) {
  zb_message ("%s", message);
}

static ZbExit
serve (const Words *words, const ZbReadOptions *read) {
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  const ZbServiceOptions options = {
    .input = STDIN_FILENO,
    .output = out,
    .limits = zb_sandbox_options_limits (&words->limits),
    .wishes = { words->mentions, read->ocr, read->languages },
    .warn = warn,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (&error);
  gboolean interrupted = FALSE;

  if (catalogue == NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_USAGE;
  }
  if (zb_service_run (&options, catalogue, &interrupted, &error))
    return interrupted ? ZB_EXIT_PARTLY : ZB_EXIT_DONE;
  zb_message ("%s", error->message);
  return ZB_EXIT_PARTLY;
}

static ZbExit
run_worker (char **arguments) {
  g_auto (Words) words = { 0 };
  ZbReadOptions read = ZB_READ_OPTIONS_DEFAULT;
  ZbExit exit;

  if (!zb_command_options_parse (&zb_worker_command, new_context (&words), arguments, &words.help,
                                 &exit))
    return exit;
  if (words.rest != NULL)
    return zb_message_usage (COMMAND, "'%s' is too much; requests come on standard input",
                             words.rest[0]);
  exit = zb_sandbox_options_check (&words.limits, COMMAND);
  if (exit == ZB_EXIT_DONE)
    exit = zb_ocr_options_apply (&words.ocr, COMMAND, &read);
  return exit == ZB_EXIT_DONE ? serve (&words, &read) : exit;
}

const ZbCommand zb_worker_command = {
  .name = COMMAND,
  .summary = "answer requests on standard input, a line for a line",
  .run = run_worker,
  .print_help = print_help,
};
