/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-options.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "diff.h"

#define COMMAND "diff"

typedef struct {
  ZbStoreOptions common;
  char *format;
  gint64 since, until;
} Words;

static void
words_clear (Words *words) {
  zb_store_options_clear (&words->common);
  g_free (words->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char DESCRIPTION[]
  = "Lists new, republished, renamed and vanished documents, and for a republished one every\n"
    "value that differs. Equal stores give equal bytes, fit for a mail or a git repository.\n"
    "\n"
    "Exit status: 0 done, changed or not; 1 the output could not be written; 2 wrong usage;\n"
    "4 the store cannot be read.\n";

static GOptionContext *
new_context (Words *words) {
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_INT64, &words->since,
      "Compare with the end of this run (default: the one before the last; 0: nothing yet)", "RUN" },
    { "until", 0, 0, G_OPTION_ARG_INT64, &words->until, "Up to the end of this run (default: the last)",
      "RUN" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format, "text or json (default: text)", "FORMAT" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return zb_store_options_new_context (&words->common,
                                       "--store DIR - say what changed between two runs", entries,
                                       FALSE, DESCRIPTION);
}

static char *
print_help (void) {
  g_auto (Words) words = { 0 };

  return zb_command_options_print_help (COMMAND, new_context (&words));
}

static ZbExit
write_diff (const Words *words) {
  const char *format = words->format != NULL ? words->format : "text";
  const ZbDiffOptions options
    = { words->since, words->until, g_str_equal (format, "json") };
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbStore) store = NULL;
  ZbExit exit = zb_store_options_check (&words->common, COMMAND, NULL);
  guint changes = 0;

  if (exit != ZB_EXIT_DONE)
    return exit;
  if (!options.json && !g_str_equal (format, "text"))
    return zb_message_usage (COMMAND, "unknown format '%s'; known are text, json", format);
  store = zb_store_options_open (&words->common);
  if (store == NULL)
    return ZB_EXIT_STORE;
  if (zb_diff_write (store, &options, out, &changes, &error))
    return ZB_EXIT_DONE;
  return zb_store_options_explain (error, error->domain == ZB_ERROR ? ZB_EXIT_STORE : ZB_EXIT_PARTLY);
}

static ZbExit
run_diff (char **arguments) {
  g_auto (Words) words = { .since = -1 };
  ZbExit exit;

  if (!zb_command_options_parse (&zb_diff_command, new_context (&words), arguments,
                                 &words.common.help, &exit))
    return exit;
  return write_diff (&words);
}

const ZbCommand zb_diff_command = {
  .name = COMMAND,
  .summary = "say what changed between two runs of a store",
  .run = run_diff,
  .print_help = print_help,
};
