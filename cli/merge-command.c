/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-options.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "merge.h"

#define COMMAND "merge"

static const char DESCRIPTION[]
  = "Brings what the stores hold into the one in DIR: documents, results, names and their versions,\n"
    "events. What is there already is left alone, so a merge that was stopped is made again, and a\n"
    "merge every night brings what is new. The stores themselves are only read.\n"
    "\n"
    "Exit status: 0 done; 2 wrong usage, or DIR is a shard; 4 a store cannot be read or written;\n"
    "5 a run holds one of them.\n";

static GOptionContext *
new_context (ZbStoreOptions *words) {
  const GOptionEntry none[] = { { NULL, 0, 0, 0, NULL, NULL, NULL } };

  return zb_store_options_new_context (
    words, "STORE… --store DIR - bring stores of several runs into one", none, TRUE, DESCRIPTION);
}

static char *
print_help (void) {
  g_auto (ZbStoreOptions) words = { 0 };

  return zb_command_options_print_help (COMMAND, new_context (&words));
}

static ZbExit
merge_locked (const ZbStoreOptions *words) {
  g_autoptr (GError) error = NULL;
  ZbMergeResult result;

  if (!zb_merge_run (words->rest, words->folder, &result, &error))
    return zb_store_options_explain (error, ZB_EXIT_STORE);
  if (words->quiet)
    return ZB_EXIT_DONE;
  zb_message ("%u stores: %u documents, %u new, %u replaced; %u checks across documents failed",
              g_strv_length (words->rest), result.documents, result.added, result.replaced,
              result.failed_cross_checks);
  if (result.first_run > 0)
    zb_message ("runs %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " are new; what they changed: "
                "zhibiao diff --since %" G_GINT64_FORMAT " --store %s",
                result.first_run, result.last_run, result.first_run - 1, words->folder);
  return ZB_EXIT_DONE;
}

/* Holds each of the stores against runs, or says why it cannot. One that cannot be written is not
 * written by anybody else. */
static ZbExit
lock_store (const ZbStoreOptions *words, const char *folder, int *lock) {
  g_autofree char *database = g_build_filename (folder, "store.sqlite", NULL);
  GStatBuf own, other;

  if (g_stat (database, &other) != 0) {
    zb_message ("%s: no store", folder);
    return ZB_EXIT_STORE;
  }
  if (g_stat (words->folder, &own) == 0 && g_stat (folder, &other) == 0
      && own.st_dev == other.st_dev && own.st_ino == other.st_ino)
    return zb_message_usage (COMMAND, "%s cannot be merged into itself", folder);
  *lock = -1;
  if (g_access (folder, W_OK) != 0)
    return ZB_EXIT_DONE;
  return zb_store_options_lock (folder, "batch", "a run holds the store", lock);
}

static ZbExit
merge_stores (const ZbStoreOptions *words) {
  g_autoptr (GArray) locks = g_array_new (FALSE, FALSE, sizeof (int));
  ZbExit exit = ZB_EXIT_DONE;
  int lock = -1;

  for (char **folder = words->rest; exit == ZB_EXIT_DONE && *folder != NULL; folder++) {
    exit = lock_store (words, *folder, &lock);
    if (exit == ZB_EXIT_DONE && lock >= 0)
      g_array_append_val (locks, lock);
  }
  if (exit == ZB_EXIT_DONE)
    exit = zb_store_options_lock (words->folder, "batch", "another run holds the store", &lock);
  if (exit == ZB_EXIT_DONE) {
    g_array_append_val (locks, lock);
    exit = merge_locked (words);
  }
  for (guint i = 0; i < locks->len; i++)
    close (g_array_index (locks, int, i));
  return exit;
}

static ZbExit
run_merge (char **arguments) {
  g_auto (ZbStoreOptions) words = { 0 };
  ZbExit exit;

  if (!zb_command_options_parse (&zb_merge_command, new_context (&words), arguments, &words.help,
                                 &exit))
    return exit;
  exit = zb_store_options_check (&words, COMMAND, "no store to be merged");
  return exit == ZB_EXIT_DONE ? merge_stores (&words) : exit;
}

const ZbCommand zb_merge_command = {
  .name = COMMAND,
  .summary = "bring stores of several runs into one",
  .run = run_merge,
  .print_help = print_help,
};
