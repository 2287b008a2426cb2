/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "messages.h"

G_BEGIN_DECLS

/* The entry of --color in a table of options; its argument goes to @word (char **). */
#define ZB_COLOUR_OPTION(word, what)                                                               \
  { "color", 0, 0, G_OPTION_ARG_STRING, word, what "auto, always or never (default: auto)", "WHEN" }

/* Whether standard output is to have colours: @when is auto (NULL), always or never. ZB_EXIT_USAGE after a
 * message where it is another word. */
ZbExit zb_colour_option_apply (const char *when, const char *command, gboolean *colour);

G_END_DECLS
