/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create */
#include "sandbox-parts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "sandbox.h"

/* What reading, computing and the own child process need. */
static const char *const ALLOWED[]
  = { "read", "pread64", "readv", "preadv", "write", "writev", "lseek", "close", "fstat",
      "newfstatat", "stat", "lstat", "statx", "fstatfs", "statfs", "readlink", "readlinkat",
      "getdents64", "getcwd", "mmap", "munmap", "mremap", "mprotect", "madvise", "brk",
      "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "futex", "nanosleep", "clock_nanosleep", "pause",
      "clock_gettime", "clock_getres", "gettimeofday", "time", "poll", "ppoll", "select",
      "pselect6", "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd2", "pipe",
      "pipe2", "dup", "dup2", "dup3", "fcntl", "getpid", "getppid", "gettid", "getuid", "geteuid",
      "getgid", "getegid", "getrandom", "getrusage", "times", "sched_yield", "sched_getaffinity",
      "getrlimit", "sysinfo", "uname", "wait4", "waitid", "exit", "exit_group", "fork", "vfork",
      "set_robust_list", "get_robust_list", "set_tid_address", "rseq", "arch_prctl", "membarrier",
      "fadvise64", "restart_syscall", "close_range" };

/* What no reader of documents does. */
static const char *const STOPPED[]
  = { "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto",
      "sendmsg", "sendmmsg", "execve", "execveat", "creat", "ptrace", "process_vm_readv",
      "process_vm_writev", "mount", "umount2", "pivot_root", "chroot", "setns", "unshare", "bpf",
      "perf_event_open", "keyctl", "add_key", "init_module", "finit_module", "kexec_load",
      "io_uring_setup", "userfaultfd", "reboot", "swapon", "setuid", "setgid", "open_by_handle_at" };

/* What libraries try, and live without: a font cache that cannot be renewed is read as it is. */
static const char *const REFUSED[]
  = { "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link",
      "linkat", "symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown",
      "fchownat", "truncate", "ftruncate", "utime", "utimes", "utimensat", "mknod", "mknodat",
      "memfd_create", "setxattr", "flock" };

static void
add_all (scmp_filter_ctx filter, uint32_t action, const char *const *names, guint count) {
  for (guint i = 0; i < count; i++) {
    int call = seccomp_syscall_resolve_name (names[i]);

    if (call >= 0)
      seccomp_rule_add (filter, action, call, 0);
  }
}

/* Reading what is there is all; a new file is stopped, an old one refused. @flags is the argument. */
static void
add_open (scmp_filter_ctx filter, int call, unsigned flags) {
  const scmp_datum_t writing = O_WRONLY | O_RDWR | O_TRUNC;

  seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1,
                    SCMP_CMP (flags, SCMP_CMP_MASKED_EQ, writing | O_CREAT, 0));
  seccomp_rule_add (filter, SCMP_ACT_TRAP, call, 1,
                    SCMP_CMP (flags, SCMP_CMP_MASKED_EQ, O_CREAT, O_CREAT));
  for (guint bit = 0; bit < 3; bit++) {
    const scmp_datum_t kinds[] = { O_WRONLY, O_RDWR, O_TRUNC };

    seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), call, 1,
                      SCMP_CMP (flags, SCMP_CMP_MASKED_EQ, kinds[bit] | O_CREAT, kinds[bit]));
  }
}

static void
add_access (scmp_filter_ctx filter, int call, unsigned mode) {
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1, SCMP_CMP (mode, SCMP_CMP_MASKED_EQ, W_OK, 0));
  seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), call, 1,
                    SCMP_CMP (mode, SCMP_CMP_MASKED_EQ, W_OK, W_OK));
}

/* A worker ends its own child, and itself; never the supervisor, a group or everyone. Rules that look
 * at one argument in several ways are beyond the library, so this filter is written out. */
static GBytes *
make_signal_filter (pid_t spared) {
  const struct sock_filter program[]
    = { BPF_STMT (BPF_LD | BPF_W | BPF_ABS, G_STRUCT_OFFSET (struct seccomp_data, nr)),
        BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SCMP_SYS (kill), 2, 0),
        BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SCMP_SYS (tgkill), 1, 0),
        BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        /* the lower half of the first argument, on the little-endian machines that Debian has */
        BPF_STMT (BPF_LD | BPF_W | BPF_ABS, G_STRUCT_OFFSET (struct seccomp_data, args)),
        BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (guint32) spared, 3, 0),
        BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, 0, 2, 0),
        BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, 0x80000000u, 1, 0),
        BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_TRAP) };

  return g_bytes_new (program, sizeof program);
}

static void
add_conditions (scmp_filter_ctx filter) {
  const scmp_datum_t spaces = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER
                              | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP;
  static const int settings[] = { PR_SET_PDEATHSIG, PR_SET_NAME, PR_GET_NAME, PR_SET_VMA,
                                  PR_GET_DUMPABLE };

  add_open (filter, SCMP_SYS (openat), 2);
  add_open (filter, SCMP_SYS (open), 1);
  add_access (filter, SCMP_SYS (access), 1);
  add_access (filter, SCMP_SYS (faccessat), 2);
  add_access (filter, SCMP_SYS (faccessat2), 2);
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (kill), 1, SCMP_CMP (1, SCMP_CMP_EQ, SIGKILL));
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 0);
  /* the handler that tells of forbidden calls stays */
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (rt_sigaction), 1,
                    SCMP_CMP (0, SCMP_CMP_NE, SIGSYS));
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                    SCMP_CMP (0, SCMP_CMP_MASKED_EQ, spaces, 0));
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_CMP (2, SCMP_CMP_EQ, 0));
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1,
                      SCMP_CMP (0, SCMP_CMP_EQ, (scmp_datum_t) settings[i]));
}

static GBytes *
export_program (scmp_filter_ctx filter) {
  int file = memfd_create ("filter", MFD_CLOEXEC);
  off_t size;
  guint8 *program;
  GBytes *bytes = NULL;

  if (file < 0)
    return NULL;
  if (seccomp_export_bpf (filter, file) == 0 && (size = lseek (file, 0, SEEK_END)) > 0) {
    program = g_malloc ((gsize) size);
    if (pread (file, program, (gsize) size, 0) == size)
      bytes = g_bytes_new_take (program, (gsize) size);
    else
      g_free (program);
  }
  close (file);
  return bytes;
}

GBytes *
zb_sandbox_make_filter (ZbSandboxFilter part, pid_t spared) {
  scmp_filter_ctx filter;
  GBytes *program;

  if (prctl (PR_GET_SECCOMP, 0, 0, 0, 0) < 0)
    return NULL;
  if (part == ZB_SANDBOX_SIGNALS)
    return make_signal_filter (spared);
  filter = seccomp_init (SCMP_ACT_ERRNO (ENOSYS));
  if (filter == NULL)
    return NULL;
  seccomp_attr_set (filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  add_all (filter, SCMP_ACT_ALLOW, ALLOWED, G_N_ELEMENTS (ALLOWED));
  add_all (filter, SCMP_ACT_TRAP, STOPPED, G_N_ELEMENTS (STOPPED));
  add_all (filter, SCMP_ACT_ERRNO (EACCES), REFUSED, G_N_ELEMENTS (REFUSED));
  add_conditions (filter);
  program = export_program (filter);
  seccomp_release (filter);
  return program;
}

gboolean
zb_sandbox_load_filter (GBytes *filter) {
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (filter, &size);
  struct sock_fprog program = { .len = (unsigned short) (size / sizeof (struct sock_filter)),
                                .filter = (struct sock_filter *) data };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

char *
zb_sandbox_print_call (guint number) {
  char *name = seccomp_syscall_resolve_num_arch (SCMP_ARCH_NATIVE, (int) number);
  char *copy = name != NULL ? g_strdup (name) : g_strdup_printf ("number %u", number);

  free (name);
  return copy;
}
