/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sandbox-options.h"

/* A report of a thousand pages needs a minute and some hundred MiB. */
enum { DEFAULT_SECONDS = 300, DEFAULT_MEMORY_MIB = 4096 };

void
zb_sandbox_options_add (ZbSandboxOptions *options, GOptionContext *context) {
  const GOptionEntry entries[] = {
    { "seconds", 0, 0, G_OPTION_ARG_INT, &options->seconds,
      "Processor time for one process, and how long it may be silent (default: 300)", "N" },
    { "memory", 0, 0, G_OPTION_ARG_INT, &options->memory,
      "Memory for one process in MiB (default: 4096)", "N" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

ZbExit
zb_sandbox_options_check (const ZbSandboxOptions *options, const char *command) {
  if (options->seconds < 0 || options->memory < 0)
    return zb_message_usage (command, "a limit cannot be negative");
  return ZB_EXIT_DONE;
}

ZbSandboxLimits
zb_sandbox_options_limits (const ZbSandboxOptions *options) {
  return (ZbSandboxLimits) {
    .memory_bytes = (guint64) (options->memory > 0 ? options->memory : DEFAULT_MEMORY_MIB) << 20,
    .seconds = options->seconds > 0 ? (guint) options->seconds : DEFAULT_SECONDS,
  };
}
