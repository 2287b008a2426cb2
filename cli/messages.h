/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "diagnostic.h"

G_BEGIN_DECLS

/* Exit statuses: an interface for scripts. */
typedef enum {
  ZB_EXIT_DONE = 0,
  ZB_EXIT_PARTLY = 1,  /* a document failed or could not be written; the others are done */
  ZB_EXIT_USAGE = 2,   /* also a catalogue that cannot be used */
  ZB_EXIT_NOTHING = 3, /* no document could be read */
  ZB_EXIT_STORE = 4,   /* the store cannot be read or written: disk full, read-only, damaged */
  ZB_EXIT_LOCKED = 5,  /* another run holds the store */
} ZbExit;

/* Prints "zhibiao: …" and a line feed on standard error, with nothing that a terminal obeys. */
void zb_message (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The same, with the advice to read the help of @command (NULL: of the program). */
ZbExit zb_message_usage (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Prints the diagnostics of the document at @path as "zhibiao: FILE: page 3: message": those of
 * severity error and, unless @quiet, the warnings. */
void zb_message_diagnostics (const char *path, const GPtrArray *diagnostics, gboolean quiet);

G_END_DECLS
