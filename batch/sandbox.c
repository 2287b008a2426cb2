/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sandbox.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "row.h"
#include "sandbox-parts.h"

/* A process that was told to end at its limit of time has this much longer to do it. */
enum { GRACE_SECONDS = 2, MAX_DESCRIPTORS = 64 };

struct _ZbSandbox {
  ZbSandboxLimits limits;
  GBytes *filters[ZB_N_SANDBOX_FILTERS]; /* NULL: no seccomp */
  int landlock;   /* version of the kernel's interface; 0: none */
};

/* Whether a process can confine itself so: a container may show protections that it does not give. */
static gboolean
works (const ZbSandbox *sandbox) {
  int status = 1;
  pid_t child = fork ();

  if (child == 0)
    _exit (zb_sandbox_enter (sandbox, STDERR_FILENO) ? 0 : 1);
  while (child > 0 && waitpid (child, &status, 0) < 0 && errno == EINTR)
    continue;
  return child > 0 && WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
drop_filters (ZbSandbox *sandbox) {
  for (guint i = 0; i < ZB_N_SANDBOX_FILTERS; i++)
    g_clear_pointer (&sandbox->filters[i], g_bytes_unref);
}

ZbSandbox *
zb_sandbox_new (const ZbSandboxLimits *limits, pid_t spared) {
  ZbSandbox *sandbox = g_new0 (ZbSandbox, 1);

  sandbox->limits = *limits;
  for (guint i = 0; i < ZB_N_SANDBOX_FILTERS; i++)
    sandbox->filters[i] = zb_sandbox_make_filter ((ZbSandboxFilter) i, spared);
  sandbox->landlock = zb_sandbox_find_landlock ();
  if (!works (sandbox))
    sandbox->landlock = 0;
  if (!works (sandbox)) {
    sandbox->landlock = zb_sandbox_find_landlock ();
    drop_filters (sandbox);
  }
  if (!works (sandbox))
    sandbox->landlock = 0;
  return sandbox;
}

void
zb_sandbox_free (ZbSandbox *sandbox) {
  drop_filters (sandbox);
  g_free (sandbox);
}

char *
zb_sandbox_describe_gaps (const ZbSandbox *sandbox) {
  gboolean seccomp = sandbox->filters[ZB_SANDBOX_CALLS] != NULL;

  if (seccomp && sandbox->landlock > 0)
    return NULL;
  return g_strdup_printf (
    "this machine has no %s%s%s: a document that takes over its reader could %s",
    !seccomp ? "seccomp" : "",
    !seccomp && sandbox->landlock == 0 ? " and no " : "",
    sandbox->landlock == 0 ? "Landlock" : "",
    !seccomp ? "use the network and start programs" : "read other files");
}

static int complaint_descriptor;

/* Async-signal-safe: the bytes of zb_row_begin() and zb_row_integer() by hand. */
static void
complain (int signal_number, siginfo_t *info, void *context) {
  guint call = (guint) info->si_syscall;
  const guint8 row[] = { ZB_ROW_FORBIDDEN, 1, ZB_VALUE_INTEGER, (guint8) ((call & 0x7F) | 0x80),
                         (guint8) (call >> 7 & 0x7F) };
  gssize written = write (complaint_descriptor, row, sizeof row);

  _exit (written == (gssize) sizeof row ? 0 : 1);
}

static void
limit (__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
  const struct rlimit value = { soft, hard };

  setrlimit (resource, &value);
}

static void
apply_limits (const ZbSandboxLimits *limits) {
  limit (RLIMIT_CORE, 0, 0);
  limit (RLIMIT_FSIZE, 0, 0);
  limit (RLIMIT_NOFILE, MAX_DESCRIPTORS, MAX_DESCRIPTORS);
  if (limits->seconds > 0)
    limit (RLIMIT_CPU, limits->seconds, limits->seconds + GRACE_SECONDS);
#ifndef __SANITIZE_ADDRESS__ /* which reserves terabytes of addresses */
  if (limits->memory_bytes > 0)
    limit (RLIMIT_AS, limits->memory_bytes, limits->memory_bytes);
#endif
}

gboolean
zb_sandbox_enter (const ZbSandbox *sandbox, int complaints) {
  struct sigaction action = { .sa_sigaction = complain, .sa_flags = SA_SIGINFO };

  complaint_descriptor = complaints;
  apply_limits (&sandbox->limits);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || sigaction (SIGSYS, &action, NULL) != 0)
    return FALSE;
  if (sandbox->landlock > 0 && !zb_sandbox_close_files (sandbox->landlock))
    return FALSE;
  for (guint i = 0; i < ZB_N_SANDBOX_FILTERS; i++)
    if (sandbox->filters[i] != NULL && !zb_sandbox_load_filter (sandbox->filters[i]))
      return FALSE;
  return TRUE;
}
