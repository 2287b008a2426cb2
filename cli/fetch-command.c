/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-options.h"

#include <unistd.h>

#include "fetch.h"

#define COMMAND "fetch"

static const char DESCRIPTION[]
  = "SOURCES is a file that says where: index pages, patterns of links, a contact for the\n"
    "keepers of the sites. Documents go to DIR/files, where 'zhibiao batch DIR/files --store\n"
    "DIR' reads them. robots.txt is obeyed, and no host is asked twice without a pause.\n"
    "\n"
    "Exit status: 0 all done; 1 some addresses failed; 2 wrong usage or a wrong file; 3 no page\n"
    "could be fetched; 4 the store cannot be written; 5 another fetch is under way.\n";

static GOptionContext *
new_context (ZbStoreOptions *words) {
  const GOptionEntry none[] = { { NULL, 0, 0, 0, NULL, NULL, NULL } };

  return zb_store_options_new_context (
    words, "SOURCES --store DIR - fetch reports from disclosure sites", none, TRUE, DESCRIPTION);
}

static char *
print_help (void) {
  g_auto (ZbStoreOptions) words = { 0 };

  return zb_command_options_print_help (COMMAND, new_context (&words));
}

static void
warn (const char *message, gpointer data) {
  const ZbStoreOptions *words = data;

  if (!words->quiet)
    zb_message ("%s", message);
}

static ZbExit
fetch_locked (ZbStoreOptions *words, const ZbFetchConfig *config) {
  const ZbFetchOptions options
    = { .folder = words->folder, .program = ZHIBIAO_VERSION, .warn = warn, .data = words };
  g_autoptr (GError) error = NULL;
  ZbFetchCounts counts;
  gboolean done = zb_fetch_run (config, &options, &counts, &error);

  if (!words->quiet)
    zb_message ("%u requests: %u pages, %u documents stored, %u unchanged, %u refused by robots.txt, "
                "%u failed, %u for a later run",
                counts.requests, counts.pages, counts.stored, counts.unchanged, counts.refused,
                counts.failed, counts.deferred);
  if (!done) {
    zb_message ("%s", error->message);
    return ZB_EXIT_STORE;
  }
  if (counts.pages == 0)
    return ZB_EXIT_NOTHING;
  return counts.failed + counts.deferred > 0 ? ZB_EXIT_PARTLY : ZB_EXIT_DONE;
}

static ZbExit
fetch_sources (ZbStoreOptions *words) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbFetchConfig) config = NULL;
  ZbExit exit = zb_store_options_check (words, COMMAND, "no file of sources");
  int lock;

  if (exit != ZB_EXIT_DONE)
    return exit;
  if (words->rest[1] != NULL)
    return zb_message_usage (COMMAND, "one file of sources is wanted");
  config = zb_fetch_config_load (words->rest[0], &error);
  if (config == NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_USAGE;
  }
  exit = zb_store_options_lock (words->folder, COMMAND, "another fetch is under way", &lock);
  if (exit != ZB_EXIT_DONE)
    return exit;
  exit = fetch_locked (words, config);
  close (lock);
  return exit;
}

static ZbExit
run_fetch (char **arguments) {
  g_auto (ZbStoreOptions) words = { 0 };
  ZbExit exit;

  if (!zb_command_options_parse (&zb_fetch_command, new_context (&words), arguments, &words.help,
                                 &exit))
    return exit;
  return fetch_sources (&words);
}

const ZbCommand zb_fetch_command = {
  .name = COMMAND,
  .summary = "fetch reports from disclosure sites, politely",
  .run = run_fetch,
  .print_help = print_help,
};
