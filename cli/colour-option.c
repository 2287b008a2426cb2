/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "colour-option.h"

#include <unistd.h>

/* The convention of no-color.org: set and not empty means no colours, unless asked for. */
static gboolean
terminal_has_colours (void) {
  const char *no_color = g_getenv ("NO_COLOR"), *terminal = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0') && terminal != NULL
         && !g_str_equal (terminal, "dumb");
}

ZbExit
zb_colour_option_apply (const char *when, const char *command, gboolean *colour) {
  *colour = FALSE;
  if (when == NULL || g_str_equal (when, "auto"))
    *colour = terminal_has_colours ();
  else if (g_str_equal (when, "always"))
    *colour = TRUE;
  else if (!g_str_equal (when, "never"))
    return zb_message_usage (command, "--color is auto, always or never, not '%s'", when);
  return ZB_EXIT_DONE;
}
