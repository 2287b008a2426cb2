/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-options.h"

gboolean
zb_command_options_parse (const ZbCommand *command, GOptionContext *take_context,
                          char **arguments, const gboolean *help, ZbExit *exit) {
  g_autoptr (GOptionContext) context = take_context;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv (arguments);

  if (!g_option_context_parse_strv (context, &rest, &error)) {
    *exit = zb_message_usage (command->name, "%s", error->message);
    return FALSE;
  }
  if (*help) {
    g_autofree char *text = command->print_help ();

    *exit = zb_commands_print (text);
    return FALSE;
  }
  return TRUE;
}

ZbExit
zb_command_options_run (const ZbCommand *command, GOptionContext *take_context, char **arguments,
                        const gboolean *help, ZbExit (*act) (gpointer words), gpointer words) {
  ZbExit exit;

  return zb_command_options_parse (command, take_context, arguments, help, &exit) ? act (words) : exit;
}

GOptionContext *
zb_command_options_new_context (const char *usage, const GOptionEntry *entries,
                                const char *description) {
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context, description);
  return context;
}

char *
zb_command_options_print_help (const char *command, GOptionContext *take_context) {
  g_autoptr (GOptionContext) context = take_context;
  g_autofree char *name = g_strconcat ("zhibiao ", command, NULL);

  g_set_prgname (name);
  return g_option_context_get_help (context, FALSE, NULL);
}
