/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "messages.h"
#include "sandbox.h"

G_BEGIN_DECLS

/* What the commands that confine processes are told about their limits. */
typedef struct {
  int seconds, memory; /* MiB; 0: the default */
} ZbSandboxOptions;

/* Adds --seconds and --memory to @context, which borrows @options. */
void zb_sandbox_options_add (ZbSandboxOptions *options, GOptionContext *context);

/* ZB_EXIT_USAGE after a message where they are wrong. */
ZbExit zb_sandbox_options_check (const ZbSandboxOptions *options, const char *command);

ZbSandboxLimits zb_sandbox_options_limits (const ZbSandboxOptions *options);

G_END_DECLS
