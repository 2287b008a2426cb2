/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "child-time.h"

#include <time.h>

/* How many times as long as its limit of processor time a child may take on the clock. */
enum { PATIENCE = 20 };

gint64
zb_child_time (int child) {
  struct timespec used;
  clockid_t clock;

  if (clock_getcpuclockid (child, &clock) != 0 || clock_gettime (clock, &used) != 0)
    return 0;
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

ZbChildLimit
zb_child_limit_begin (int child, gint64 seconds) {
  return (ZbChildLimit){ child, g_get_monotonic_time (), zb_child_time (child), seconds };
}

gboolean
zb_child_limit_is_over (const ZbChildLimit *limit) {
  return zb_child_time (limit->child) - limit->used >= limit->seconds * G_USEC_PER_SEC
         || g_get_monotonic_time () - limit->begun >= PATIENCE * limit->seconds * G_USEC_PER_SEC;
}

int
zb_child_limit_wait (const ZbChildLimit *limit) {
  gint64 used = zb_child_time (limit->child) - limit->used;

  return (int) MAX ((limit->seconds * G_USEC_PER_SEC - used) / 1000, 10);
}
