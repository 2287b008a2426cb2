/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "messages.h"

#include <stdio.h>

#include "display-text.h"

static void
print_message (const char *format, va_list arguments) {
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  g_autofree char *clean = zb_display_text_clean (text);

  fprintf (stderr, "zhibiao: %s\n", clean);
}

void
zb_message (const char *format, ...) {
  va_list arguments;

  va_start (arguments, format);
  print_message (format, arguments);
  va_end (arguments);
}

ZbExit
zb_message_usage (const char *command, const char *format, ...) {
  va_list arguments;

  va_start (arguments, format);
  print_message (format, arguments);
  va_end (arguments);
  fprintf (stderr, "Try 'zhibiao %s%s--help' for more information.\n",
           command != NULL ? command : "", command != NULL ? " " : "");
  return ZB_EXIT_USAGE;
}

void
zb_message_diagnostics (const char *path, const GPtrArray *diagnostics, gboolean quiet) {
  ZbSeverity least = quiet ? ZB_SEVERITY_ERROR : ZB_SEVERITY_WARNING;

  for (guint i = 0; i < diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    if (diagnostic->severity < least)
      continue;
    if (diagnostic->page > 0)
      zb_message ("%s: page %u: %s", path, diagnostic->page, diagnostic->message);
    else
      zb_message ("%s: %s", path, diagnostic->message);
  }
}
