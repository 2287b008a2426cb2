/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-options.h"
#include "store.h"

G_BEGIN_DECLS

/* What all commands of a store are told, and how they come by it. */
typedef struct {
  char **rest; /* what is no option; NULL: nothing */
  char *folder;
  gboolean quiet, help;
} ZbStoreOptions;

void zb_store_options_clear (ZbStoreOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbStoreOptions, zb_store_options_clear)

/* A context with --store, @entries, --help, and for a command that @speaks --quiet; the caller frees it. It
 * borrows @options. */
GOptionContext *zb_store_options_new_context (ZbStoreOptions *options, const char *usage,
                                              const GOptionEntry *entries, gboolean speaks,
                                              const char *description);

/* ZB_EXIT_USAGE after a message where no store is named, or where there is more on the command line
 * (NULL @wanted) or less than @wanted, such as "no file or folder". */
ZbExit zb_store_options_check (const ZbStoreOptions *options, const char *command,
                               const char *wanted);

/* Holds the lock @name of the store until *@lock is closed. After a message ZB_EXIT_STORE, or ZB_EXIT_LOCKED
 * where another process has it, which is @other. */
ZbExit zb_store_options_lock (const char *folder, const char *name, const char *other, int *lock);

/* The store, to be read; NULL after a message. The caller frees it. */
ZbStore *zb_store_options_open (const ZbStoreOptions *options);

/* Prints @error; ZB_EXIT_USAGE where it is a mistake of the user's, else @otherwise. */
ZbExit zb_store_options_explain (const GError *error, ZbExit otherwise);

G_END_DECLS
