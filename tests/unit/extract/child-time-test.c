/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "child-time.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t
start_child (gboolean busy) {
  pid_t child = fork ();

  if (child == 0)
    for (volatile guint count = 0;; count++)
      if (!busy)
        pause ();
  return child;
}

static void
stop_child (pid_t child) {
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* A child that works uses its limit up, however long that takes on the clock. */
static void
test_busy (void) {
  pid_t child = start_child (TRUE);
  ZbChildLimit limit = zb_child_limit_begin (child, 1);

  g_assert_false (zb_child_limit_is_over (&limit));
  while (zb_child_time (child) < limit.used + G_USEC_PER_SEC)
    g_usleep ((gulong) zb_child_limit_wait (&limit) * 1000);
  g_assert_true (zb_child_limit_is_over (&limit));
  stop_child (child);
}

/* One that sleeps does not, until patience ends: here the start is put far back. */
static void
test_asleep (void) {
  pid_t child = start_child (FALSE);
  ZbChildLimit limit = zb_child_limit_begin (child, 1);

  g_usleep (20000);
  g_assert_false (zb_child_limit_is_over (&limit));
  limit.begun -= 1000 * (gint64) G_USEC_PER_SEC;
  g_assert_true (zb_child_limit_is_over (&limit));
  stop_child (child);
}

static void
test_gone (void) {
  pid_t child = start_child (FALSE);

  stop_child (child);
  g_assert_cmpint (zb_child_time (child), ==, 0);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/child-time/busy", test_busy);
  g_test_add_func ("/extract/child-time/asleep", test_asleep);
  g_test_add_func ("/extract/child-time/gone", test_gone);
  return g_test_run ();
}
