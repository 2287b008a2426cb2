/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-options.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "batch-progress.h"
#include "ocr-options.h"
#include "sandbox-options.h"

#define COMMAND "batch"

enum { MAX_WORKERS = 256 };

typedef struct {
  ZbStoreOptions common;
  ZbOcrOptions ocr;
  ZbSandboxOptions limits;
  char *progress, *shard;
  int workers;
  gboolean mentions, retry, again;
} Words;

static void
words_clear (Words *words) {
  zb_store_options_clear (&words->common);
  zb_ocr_options_clear (&words->ocr);
  g_free (words->progress);
  g_free (words->shard);
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
    { "workers", 'j', 0, G_OPTION_ARG_INT, &words->workers,
      "Documents read at the same time (default: the number of processors)", "N" },
    { "shard", 0, 0, G_OPTION_ARG_STRING, &words->shard,
      "Only the files of part I of N; each part needs a store of its own", "I/N" },
    { "mentions", 0, 0, G_OPTION_ARG_NONE, &words->mentions,
      "Keep the numbers that no indicator catalogues, too", NULL },
    { "retry", 0, 0, G_OPTION_ARG_NONE, &words->retry,
      "Try again what was set aside or could not be read", NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &words->again, "Read everything again", NULL },
    { "progress", 0, 0, G_OPTION_ARG_STRING, &words->progress,
      "bar, json or none (default: bar on a terminal, else none)", "HOW" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  GOptionContext *context = zb_store_options_new_context (
    &words->common, "PATH… --store DIR - keep a store up to date with folders of reports", entries,
    TRUE, DESCRIPTION);

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
  const Words *words = ((ZbBatchDisplay *) data)->owner;

  zb_batch_display_pause (data);
  if (!words->common.quiet)
    zb_message ("%s", message);
}

static ZbExit
fill_options (const Words *words, ZbBatchDisplay *display, ZbBatchOptions *options) {
  ZbReadOptions read = ZB_READ_OPTIONS_DEFAULT;
  ZbExit exit = zb_store_options_check (&words->common, COMMAND, "no file or folder");

  if (exit == ZB_EXIT_DONE)
    exit = zb_sandbox_options_check (&words->limits, COMMAND);
  if (exit == ZB_EXIT_DONE)
    exit = zb_ocr_options_apply (&words->ocr, COMMAND, &read);
  if (exit != ZB_EXIT_DONE)
    return exit;
  if (words->workers < 0 || words->workers > MAX_WORKERS)
    return zb_message_usage (COMMAND, "--workers is a number from 1 to %d", MAX_WORKERS);
  if (words->shard != NULL && !zb_shard_parse (words->shard, &options->shard))
    return zb_message_usage (COMMAND, "--shard is a part and their number, such as 3/16, not '%s'",
                             words->shard);
  if (!zb_batch_display_choose (display, words->progress))
    return zb_message_usage (COMMAND, "unknown progress '%s'; known are bar, json, none",
                             words->progress);
  options->paths = words->common.rest;
  options->folder = words->common.folder;
  options->workers = words->workers > 0 ? (guint) words->workers : g_get_num_processors ();
  options->limits = zb_sandbox_options_limits (&words->limits);
  options->wishes = (ZbWorkerWishes) { words->mentions, read.ocr, read.languages };
  options->retry = words->retry;
  options->again = words->again;
  options->count_first = display->kind == ZB_BATCH_DISPLAY_BAR;
  return ZB_EXIT_DONE;
}

/* A shard may well be empty. */
static ZbExit
judge (const ZbBatchResult *result, const ZbShard *shard) {
  const ZbRunCounts *counts = &result->counts;
  guint bad = counts->unreadable + counts->failed + result->inaccessible;

  if (counts->seen == 0 && bad == 0 && shard->count > 0)
    return ZB_EXIT_DONE;
  if (counts->seen == 0 || (bad > 0 && bad >= counts->seen))
    return ZB_EXIT_NOTHING;
  return bad > 0 || result->interrupted ? ZB_EXIT_PARTLY : ZB_EXIT_DONE;
}

static ZbExit
run_locked (const Words *words, ZbBatchDisplay *display, const ZbBatchOptions *options) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (&error);
  ZbBatchResult result;
  gboolean done;

  if (catalogue == NULL)
    return zb_store_options_explain (error, ZB_EXIT_USAGE);
  done = zb_batch_run (options, catalogue, &result, &error);
  zb_batch_display_pause (display);
  if (!words->common.quiet && result.run > 0)
    zb_batch_display_summarize (display, &result);
  return done ? judge (&result, &options->shard) : zb_store_options_explain (error, ZB_EXIT_STORE);
}

static ZbExit
run_batch (char **arguments) {
  g_auto (Words) words = { 0 };
  ZbBatchDisplay display = { .owner = &words };
  ZbBatchOptions options
    = { .progress = zb_batch_display_show, .warn = warn, .data = &display };
  ZbExit exit;
  int lock;

  if (!zb_command_options_parse (&zb_batch_command, new_context (&words), arguments,
                                 &words.common.help, &exit))
    return exit;
  exit = fill_options (&words, &display, &options);
  if (exit == ZB_EXIT_DONE)
    exit = zb_store_options_lock (options.folder, COMMAND, "another run holds the store", &lock);
  if (exit != ZB_EXIT_DONE)
    return exit;
  exit = run_locked (&words, &display, &options);
  close (lock);
  return exit;
}

const ZbCommand zb_batch_command = {
  .name = COMMAND,
  .summary = "keep a store up to date with folders of reports",
  .run = run_batch,
  .print_help = print_help,
};
