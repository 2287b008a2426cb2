/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "messages.h"

G_BEGIN_DECLS

/* One command of the program. */
typedef struct {
  const char *name, *summary;
  /* Runs it with @arguments, NULL-terminated, the first being the command's name. */
  ZbExit (*run) (char **arguments);
  /* The text of its --help. The caller frees it. */
  char *(*print_help) (void);
} ZbCommand;

extern const ZbCommand zb_extract_command;
extern const ZbCommand zb_batch_command;
extern const ZbCommand zb_check_command;
extern const ZbCommand zb_diff_command;
extern const ZbCommand zb_draw_command;
extern const ZbCommand zb_explain_command;
extern const ZbCommand zb_export_command;
extern const ZbCommand zb_fetch_command;
extern const ZbCommand zb_merge_command;
extern const ZbCommand zb_schema_command;
extern const ZbCommand zb_worker_command;

/* Writes @text to standard output; ZB_EXIT_PARTLY after a message where it cannot. */
ZbExit zb_commands_print (const char *text);

G_END_DECLS
