/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* The two protections of sandbox.h, each with its own header of the system. */

/* Which of the two filters: signals are loaded first, as the other lets no more be loaded. */
typedef enum { ZB_SANDBOX_SIGNALS, ZB_SANDBOX_CALLS, ZB_N_SANDBOX_FILTERS } ZbSandboxFilter;

/* The program of a system call filter; NULL where the kernel has no seccomp. The caller unrefs it.
 * A call that is neither known nor dangerous fails as one that the kernel does not have. */
GBytes *zb_sandbox_make_filter (ZbSandboxFilter part, pid_t spared);
gboolean zb_sandbox_load_filter (GBytes *filter);

/* The version of the kernel's Landlock; 0 where it has none. */
int zb_sandbox_find_landlock (void);
/* Leaves fonts, character maps, libraries and the user's data files to be read, and nothing to be written. */
gboolean zb_sandbox_close_files (int version);

G_END_DECLS
