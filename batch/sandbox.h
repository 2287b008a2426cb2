/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* Takes from a process that reads other people's files what it does not need: the network, new files,
 * other programs, and more than its share of memory and time. The kernel's seccomp stops system
 * calls, Landlock closes the files outside the system's data; each is used where there is one. */
typedef struct _ZbSandbox ZbSandbox;

typedef struct {
  guint64 memory_bytes; /* of address space, for each process; 0: no limit */
  guint seconds;        /* of processor time, for each process; 0: no limit */
} ZbSandboxLimits;

/* Prepares the filter once for many processes, and tries which protections the machine really gives;
 * @spared (the supervisor) takes no signals from them. The caller frees it. */
ZbSandbox *zb_sandbox_new (const ZbSandboxLimits *limits, pid_t spared);
void zb_sandbox_free (ZbSandbox *sandbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbSandbox, zb_sandbox_free)

/* What of the protection this machine lacks, one sentence; NULL where nothing. The caller frees it. */
char *zb_sandbox_describe_gaps (const ZbSandbox *sandbox);

/* Confines the calling process and all that it starts, for ever. A forbidden system call ends it
 * with a row ZB_ROW_FORBIDDEN on @complaints. FALSE where the kernel promised a protection and
 * refused it. */
gboolean zb_sandbox_enter (const ZbSandbox *sandbox, int complaints);

/* The name of a system call; the caller frees it. */
char *zb_sandbox_print_call (guint number);

G_END_DECLS
