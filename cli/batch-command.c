/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-options.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "batch-progress.h"

#define COMMAND "batch"

/* A report of a thousand pages needs a minute and some hundred MiB. */
enum { DEFAULT_SECONDS = 300, DEFAULT_MEMORY_MIB = 4096, MAX_WORKERS = 256 };

typedef struct {
  char **paths;
  char *store, *progress;
  int workers, seconds, memory;
  gboolean mentions, retry, again, quiet, help;
} Words;

static void
words_clear (Words *words) {
  g_strfreev (words->paths);
  g_free (words->store);
  g_free (words->progress);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char DESCRIPTION[]
  = "The store is a folder with one SQLite database, store.sqlite. Files that have not changed since\n"
    "an earlier run are not read again; a run that was stopped goes on where it was. Each document\n"
    "is read in a process of its own, without network, new files or other programs; one that crashes,\n"
    "hangs or needs too much is tried twice, set aside with its reason, and disturbs no other.\n"
    "\n"
    "Exit status: 0 all done; 1 some documents could not be read; 2 wrong usage; 3 no document could\n"
    "be read; 4 the store cannot be written (disk full, read-only); 5 another run holds the store.\n";

static GOptionContext *
new_context (Words *words) {
  const GOptionEntry entries[] = {
    { "store", 's', 0, G_OPTION_ARG_FILENAME, &words->store, "The folder of the store, made if missing",
      "DIR" },
    { "workers", 'j', 0, G_OPTION_ARG_INT, &words->workers,
      "Documents read at the same time (default: the number of processors)", "N" },
    { "seconds", 0, 0, G_OPTION_ARG_INT, &words->seconds,
      "Processor time for one process, and how long it may be silent (default: 300)", "N" },
    { "memory", 0, 0, G_OPTION_ARG_INT, &words->memory,
      "Memory for one process in MiB (default: 4096)", "N" },
    { "mentions", 0, 0, G_OPTION_ARG_NONE, &words->mentions,
      "Keep the numbers that no indicator catalogues, too", NULL },
    { "retry", 0, 0, G_OPTION_ARG_NONE, &words->retry,
      "Try again what was set aside or could not be read", NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &words->again, "Read everything again", NULL },
    { "progress", 0, 0, G_OPTION_ARG_STRING, &words->progress,
      "bar, json or none (default: bar on a terminal, else none)", "HOW" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &words->quiet, "No summary and no warnings", NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &words->help, "Show this help", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->paths, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  return zb_command_options_new_context ("PATH… --store DIR - keep a store up to date with folders of reports", entries,
                                         DESCRIPTION);
}

static char *
print_help (void) {
  g_auto (Words) words = { 0 };

  return zb_command_options_print_help (COMMAND, new_context (&words));
}

static void
warn (const char *message, gpointer data) {
  const Words *words = ((ZbBatchDisplay *) data)->owner;

  zb_batch_display_pause (data);
  if (!words->quiet)
    zb_message ("%s", message);
}

static ZbExit
check_words (const Words *words) {
  if (words->paths == NULL)
    return zb_message_usage (COMMAND, "no file or folder given");
  if (words->store == NULL)
    return zb_message_usage (COMMAND, "no store given: --store DIR");
  if (words->workers < 0 || words->workers > MAX_WORKERS)
    return zb_message_usage (COMMAND, "--workers is a number from 1 to %d", MAX_WORKERS);
  if (words->seconds < 0 || words->memory < 0)
    return zb_message_usage (COMMAND, "a limit cannot be negative");
  return ZB_EXIT_DONE;
}

static ZbExit
judge (const ZbBatchResult *result) {
  const ZbRunCounts *counts = &result->counts;
  guint bad = counts->unreadable + counts->failed + result->inaccessible;

  if (counts->seen == 0 || (bad > 0 && bad >= counts->seen))
    return ZB_EXIT_NOTHING;
  return bad > 0 || result->interrupted ? ZB_EXIT_PARTLY : ZB_EXIT_DONE;
}

static ZbExit
run_locked (const Words *words, ZbBatchDisplay *display, const ZbCatalogue *catalogue) {
  const ZbBatchOptions options = {
    .paths = words->paths,
    .folder = words->store,
    .program = ZHIBIAO_VERSION,
    .workers = words->workers > 0 ? (guint) words->workers : g_get_num_processors (),
    .seconds = words->seconds > 0 ? (guint) words->seconds : DEFAULT_SECONDS,
    .memory_bytes = (guint64) (words->memory > 0 ? words->memory : DEFAULT_MEMORY_MIB) << 20,
    .mentions = words->mentions,
    .retry = words->retry,
    .again = words->again,
    .count_first = display->kind == ZB_BATCH_DISPLAY_BAR,
    .progress = zb_batch_display_show,
    .warn = warn,
    .data = display,
  };
  g_autoptr (GError) error = NULL;
  ZbBatchResult result;
  gboolean done = zb_batch_run (&options, catalogue, &result, &error);

  zb_batch_display_pause (display);
  if (!words->quiet)
    zb_batch_display_summarize (display, &result);
  if (done)
    return judge (&result);
  zb_message ("%s", error->message);
  return g_error_matches (error, ZB_ERROR, ZB_ERROR_DATA) ? ZB_EXIT_USAGE : ZB_EXIT_STORE;
}

static ZbExit
run_with_store (const Words *words, ZbBatchDisplay *display) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (&error);
  int lock;
  ZbExit exit;

  if (catalogue == NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_USAGE;
  }
  lock = zb_store_lock (words->store, COMMAND, &error);
  if (lock < 0 && error != NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_STORE;
  }
  if (lock < 0) {
    zb_message ("%s: another run holds the store", words->store);
    return ZB_EXIT_LOCKED;
  }
  exit = run_locked (words, display, catalogue);
  close (lock);
  return exit;
}

static ZbExit
run_batch (char **arguments) {
  g_auto (Words) words = { 0 };
  ZbBatchDisplay display = { .owner = &words };
  ZbExit exit;

  if (!zb_command_options_parse (&zb_batch_command, new_context (&words), arguments, &words.help,
                                 &exit))
    return exit;
  exit = check_words (&words);
  if (exit != ZB_EXIT_DONE)
    return exit;
  if (!zb_batch_display_choose (&display, words.progress))
    return zb_message_usage (COMMAND, "unknown progress '%s'; known are bar, json, none",
                             words.progress);
  return run_with_store (&words, &display);
}

const ZbCommand zb_batch_command = {
  .name = COMMAND,
  .summary = "keep a store up to date with folders of reports",
  .run = run_batch,
  .print_help = print_help,
};
