/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-options.h"

void
zb_store_options_clear (ZbStoreOptions *options) {
  g_strfreev (options->rest);
  g_free (options->folder);
}

GOptionContext *
zb_store_options_new_context (ZbStoreOptions *options, const char *usage,
                              const GOptionEntry *entries, gboolean speaks,
                              const char *description) {
  const GOptionEntry first[] = {
    { "store", 's', 0, G_OPTION_ARG_FILENAME, &options->folder,
      speaks ? "The folder of the store, made if missing" : "The folder of the store", "DIR" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  const GOptionEntry quiet[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "No summary and no warnings", NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  const GOptionEntry last[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "Show this help", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->rest, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = zb_command_options_new_context (usage, first, description);

  g_option_context_add_main_entries (context, entries, NULL);
  if (speaks)
    g_option_context_add_main_entries (context, quiet, NULL);
  g_option_context_add_main_entries (context, last, NULL);
  return context;
}

ZbExit
zb_store_options_check (const ZbStoreOptions *options, const char *command, const char *wanted) {
  if (wanted == NULL && options->rest != NULL)
    return zb_message_usage (command, "'%s' is too much", options->rest[0]);
  if (wanted != NULL && options->rest == NULL)
    return zb_message_usage (command, "%s given", wanted);
  if (options->folder == NULL)
    return zb_message_usage (command, "no store given: --store DIR");
  return ZB_EXIT_DONE;
}

ZbExit
zb_store_options_lock (const char *folder, const char *name, const char *other, int *lock) {
  g_autoptr (GError) error = NULL;

  *lock = zb_store_lock (folder, name, &error);
  if (*lock >= 0)
    return ZB_EXIT_DONE;
  if (error != NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_STORE;
  }
  zb_message ("%s: %s", folder, other);
  return ZB_EXIT_LOCKED;
}

ZbStore *
zb_store_options_open (const ZbStoreOptions *options) {
  g_autoptr (GError) error = NULL;
  ZbStore *store = zb_store_open (options->folder, ZB_STORE_READ, &error);

  if (store == NULL)
    zb_message ("%s", error->message);
  return store;
}

ZbExit
zb_store_options_explain (const GError *error, ZbExit otherwise) {
  zb_message ("%s", error->message);
  return g_error_matches (error, ZB_ERROR, ZB_ERROR_DATA) ? ZB_EXIT_USAGE : otherwise;
}
