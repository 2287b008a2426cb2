/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands.h"

G_BEGIN_DECLS

/* What the options of the commands have in common. */

/* Parses @arguments by @take_context, in which @help stands for --help. FALSE with *@exit where there
 * is nothing more to do: help was printed, or the usage was wrong. */
gboolean zb_command_options_parse (const ZbCommand *command, GOptionContext *take_context,
                                   char **arguments, const gboolean *help, ZbExit *exit);

/* Parses likewise and goes on with @act, which gets @words. */
ZbExit zb_command_options_run (const ZbCommand *command, GOptionContext *take_context, char **arguments,
                               const gboolean *help, ZbExit (*act) (gpointer words),
                               gpointer words);

/* A context with @entries under @usage, and @description (NULL: none) below them; the caller frees it. */
GOptionContext *zb_command_options_new_context (const char *usage, const GOptionEntry *entries,
                                                const char *description);

/* The text of --help; the caller frees it. */
char *zb_command_options_print_help (const char *command, GOptionContext *take_context);

G_END_DECLS
