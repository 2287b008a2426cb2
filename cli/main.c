/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"

static const ZbCommand *const COMMANDS[]
  = { &zb_extract_command, &zb_check_command, &zb_explain_command, &zb_batch_command,
      &zb_diff_command,    &zb_export_command, &zb_merge_command,  &zb_fetch_command,
      &zb_worker_command,  &zb_draw_command,  &zb_schema_command };

static const char USAGE[] = "Usage: zhibiao COMMAND [OPTION…] [ARGUMENT…]\n"
                            "       zhibiao help COMMAND\n"
                            "       zhibiao --version\n";

ZbExit
zb_commands_print (const char *text) {
  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return ZB_EXIT_DONE;
  zb_message ("standard output: %s", g_strerror (errno));
  return ZB_EXIT_PARTLY;
}

/* A closed standard stream would lend its number to the next file that is opened, and messages
 * would end up in an output file. What takes its place fails where the stream would have failed. */
static gboolean
hold_standard_streams (void) {
  for (int descriptor = 0; descriptor <= STDERR_FILENO; descriptor++) {
    int mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;

    if (fcntl (descriptor, F_GETFD) < 0 && errno == EBADF
        && open ("/dev/null", mode) != descriptor)
      return FALSE;
  }
  return TRUE;
}

static const ZbCommand *
lookup_command (const char *name) {
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (COMMANDS[i]->name, name))
      return COMMANDS[i];
  return NULL;
}

static ZbExit
report_unknown (const char *name) {
  g_autoptr (GString) known = NULL;

  if (*name == '-' && name[1] != '\0')
    return zb_message_usage (NULL, "unknown option '%s'", name);
  if (g_str_equal (name, "-") || g_file_test (name, G_FILE_TEST_EXISTS))
    return zb_message_usage (NULL, "'%s' is no command; did you mean 'zhibiao extract %s'?", name,
                             name);
  known = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    g_string_append_printf (known, "%s, ", COMMANDS[i]->name);
  return zb_message_usage (NULL, "unknown command '%s'; known are %shelp", name, known->str);
}

static ZbExit
print_program_help (void) {
  g_autoptr (GString) text = g_string_new (USAGE);

  g_string_append (text, "\nTurns reports of Chinese public bodies on budgets, final accounts and "
                         "performance\ninto data: every number with its meaning, its place and a "
                         "measure of trust.\n\nCommands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    g_string_append_printf (text, "  %-8s %s\n", COMMANDS[i]->name, COMMANDS[i]->summary);
  g_string_append (text, "  help     explain a command\n\n"
                         "Results go to standard output, everything else to standard error.\n");
  return zb_commands_print (text->str);
}

static ZbExit
run_help (char **arguments) {
  const ZbCommand *command = NULL;
  g_autofree char *help = NULL;

  if (arguments[1] == NULL)
    return print_program_help ();
  command = lookup_command (arguments[1]);
  if (command == NULL)
    return report_unknown (arguments[1]);
  help = command->print_help ();
  return zb_commands_print (help);
}

int
main (int argument_count, char **arguments) {
  const ZbCommand *command = NULL;

  if (!hold_standard_streams ())
    return ZB_EXIT_PARTLY;
  setlocale (LC_ALL, "");
  g_set_prgname ("zhibiao");
  if (argument_count < 2) {
    fputs (USAGE, stderr);
    fputs ("Try 'zhibiao --help' for more information.\n", stderr);
    return ZB_EXIT_USAGE;
  }
  if (g_str_equal (arguments[1], "--version"))
    return zb_commands_print ("zhibiao " ZHIBIAO_VERSION "\n");
  if (g_str_equal (arguments[1], "--help") || g_str_equal (arguments[1], "-h"))
    return print_program_help ();
  if (g_str_equal (arguments[1], "help"))
    return run_help (arguments + 1);
  command = lookup_command (arguments[1]);
  if (command == NULL)
    return report_unknown (arguments[1]);
  return command->run (arguments + 1);
}
