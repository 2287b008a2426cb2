/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* syscall, tgkill */
#include "sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "outcome.h"

/* What a document that took over its reader might do. Each ends with a row if it is let. */
static void
say_done (int pipe) {
  const guint8 rows[] = { ZB_ROW_CONVERTED, 0, ZB_ROW_END, 0 };

  _exit (write (pipe, rows, sizeof rows) == (gssize) sizeof rows ? 0 : 1);
}

static void
open_socket (int pipe, gconstpointer data) {
  if (socket (AF_INET, SOCK_STREAM, 0) >= 0)
    say_done (pipe);
}

static void
write_file (int pipe, gconstpointer data) {
  if (open ("/tmp/zhibiao-sandbox-test", O_WRONLY | O_CREAT, 0600) >= 0)
    say_done (pipe);
}

static void
start_program (int pipe, gconstpointer data) {
  execl ("/bin/true", "true", NULL);
  say_done (pipe);
}

static void
start_program_in_child (int pipe, gconstpointer data) {
  pid_t child = fork ();

  if (child == 0)
    execl ("/bin/true", "true", NULL);
  waitpid (child, NULL, 0);
  say_done (pipe);
}

static void
kill_parent (int pipe, gconstpointer data) {
  kill (getppid (), SIGKILL);
  say_done (pipe);
}

static void
kill_group (int pipe, gconstpointer data) {
  kill (-getppid (), SIGKILL);
  say_done (pipe);
}

static void
kill_all (int pipe, gconstpointer data) {
  kill (0, SIGKILL);
  say_done (pipe);
}

static void
unload_handler (int pipe, gconstpointer data) {
  signal (SIGSYS, SIG_IGN);
  open_socket (pipe, data);
}

static void
leave_namespace (int pipe, gconstpointer data) {
  syscall (SYS_unshare, 0x10000000);
  say_done (pipe);
}

static void
kill_child (int pipe, gconstpointer data) {
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    pause ();
  if (kill (child, SIGKILL) == 0 && waitpid (child, &status, 0) == child && WIFSIGNALED (status))
    say_done (pipe);
}

static void
read_system (int pipe, gconstpointer data) {
  if (open ("/usr/share", O_RDONLY | O_DIRECTORY) >= 0 && open ("/etc/passwd", O_RDONLY) >= 0
      && access ("/usr", W_OK) != 0 && mkdir ("/tmp/zhibiao-sandbox-test.d", 0700) != 0)
    say_done (pipe);
}

static void
read_others (int pipe, gconstpointer data) {
  if (open ("/tmp", O_RDONLY | O_DIRECTORY) < 0)
    say_done (pipe);
}

static void
hang (int pipe, gconstpointer data) {
  for (;;)
    pause ();
}

static void
compute (int pipe, gconstpointer data) {
  for (volatile guint i = 0;; i++)
    continue;
}

G_GNUC_UNUSED static void
take_memory (int pipe, gconstpointer data) {
  for (;;)
    memset (g_malloc (1 << 20), 1, 1 << 20);
}

static void
crash (int pipe, gconstpointer data) {
  abort ();
}

/* Runs @work for at most @milliseconds and returns how it ended. */
static void
run_for (void (*work) (int pipe, gconstpointer data), guint milliseconds, ZbEnding *ending) {
  const ZbSandboxLimits limits = { .memory_bytes = 256 << 20, .seconds = 1 };
  g_autoptr (ZbSandbox) sandbox = zb_sandbox_new (&limits, getpid ());
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  ZbWorker worker;

  g_assert_true (zb_worker_start_work (&worker, sandbox, work, NULL, &error));
  zb_ending_await (ending, &worker, rows, milliseconds);
}

static void
check_ending (void (*work) (int pipe, gconstpointer data), guint milliseconds, const char *status, const char *reason) {
  g_auto (ZbEnding) ending = { 0 };

  run_for (work, milliseconds, &ending);
  if (g_strcmp0 (ending.outcome.status, status) != 0
      || strstr (ending.outcome.reason, reason) == NULL)
    g_error ("not %s: %s, but %s: %s", status, reason, ending.outcome.status,
             ending.outcome.reason);
}

static gboolean
has_gaps (const char *what) {
  const ZbSandboxLimits limits = { 0 };
  g_autoptr (ZbSandbox) sandbox = zb_sandbox_new (&limits, getpid ());
  g_autofree char *gaps = zb_sandbox_describe_gaps (sandbox);

  return gaps != NULL && strstr (gaps, what) != NULL;
}

static void
test_forbidden (void) {
  if (has_gaps ("seccomp")) {
    g_test_skip ("no seccomp");
    return;
  }
  check_ending (open_socket, 5000, "forbidden", "socket");
  check_ending (write_file, 5000, "forbidden", "open");
  check_ending (start_program, 5000, "forbidden", "execve");
  check_ending (start_program_in_child, 5000, "forbidden", "execve");
  check_ending (kill_parent, 5000, "forbidden", "kill");
  check_ending (kill_group, 5000, "forbidden", "kill");
  check_ending (kill_all, 5000, "forbidden", "kill");
  check_ending (unload_handler, 5000, "forbidden", "socket");
  check_ending (leave_namespace, 5000, "forbidden", "unshare");
  g_assert_false (g_file_test ("/tmp/zhibiao-sandbox-test", G_FILE_TEST_EXISTS));
}

/* A row CONVERTED stands for "done" here. */
static void
check_done (void (*work) (int pipe, gconstpointer data)) {
  g_auto (ZbEnding) ending = { 0 };

  run_for (work, 5000, &ending);
  g_assert_cmpstr (ending.reason, ==, NULL);
  g_assert_true (ending.converted);
}

static void
test_allowed (void) {
  check_done (kill_child);
  check_done (read_system);
  if (!has_gaps ("Landlock"))
    check_done (read_others);
}

static void
test_limits (void) {
  check_ending (hang, 300, "limit", "time");
  check_ending (compute, 20000, "limit", "processor time");
  check_ending (crash, 5000, "crashed", "SIGABRT");
#ifndef __SANITIZE_ADDRESS__
  check_ending (take_memory, 20000, "limit", "memory");
#endif
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/batch/sandbox/forbidden", test_forbidden);
  g_test_add_func ("/batch/sandbox/allowed", test_allowed);
  g_test_add_func ("/batch/sandbox/limits", test_limits);
  return g_test_run ();
}
