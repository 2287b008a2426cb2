/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The processor time that a child process has used so far, in microseconds: what a loop uses up and
 * a busy machine does not. 0 where the child is gone. */
gint64 zb_child_time (int child);

/* A limit on how long a child may work on one thing. It ends with the processor time that the child
 * may use; one that hangs without using any has this many times as long. */
typedef struct {
  int child;
  gint64 begun, used; /* microseconds: on the clock, and of the child */
  gint64 seconds;
} ZbChildLimit;

ZbChildLimit zb_child_limit_begin (int child, gint64 seconds);
gboolean zb_child_limit_is_over (const ZbChildLimit *limit);
/* Milliseconds until it is worth while to ask again. */
int zb_child_limit_wait (const ZbChildLimit *limit);

G_END_DECLS
