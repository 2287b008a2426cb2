/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_PATH */
#include "sandbox-parts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rights that the header of an older system does not name. */
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

static const guint64 READING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const guint64 FIRST_RIGHTS = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

/* The kernel takes the attributes of its version and shorter ones: file rights, network rights
 * (version 4: bind and connect of TCP), scopes (version 6: abstract sockets and signals). */
typedef struct {
  guint64 files, network, scopes;
} Ruleset;

enum { VERSION_REFER = 2, VERSION_TRUNCATE = 3, VERSION_NETWORK = 4, VERSION_SCOPES = 6 };
enum { NETWORK_BIND_TCP = 1 << 0, NETWORK_CONNECT_TCP = 1 << 1 };
enum { SCOPE_ABSTRACT_SOCKETS = 1 << 0, SCOPE_SIGNALS = 1 << 1 };

static const char *const READABLE[] = { "/usr", "/lib", "/lib64", "/etc", "/var/cache/fontconfig",
                                        "/proc/self", "/proc/filesystems", "/sys/devices/system/cpu",
                                        "/dev/null", "/dev/urandom" };
/* Folders of data that the user names by these variables. */
static const char *const READABLE_VARIABLES[] = { "ZHIBIAO_CATALOGUE", "TESSDATA_PREFIX" };

int
zb_sandbox_find_landlock (void) {
  long version = syscall (__NR_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

  return version > 0 ? (int) version : 0;
}

static void
allow_reading (int ruleset, const char *path) {
  struct landlock_path_beneath_attr beneath = { .allowed_access = READING };
  gboolean file = g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR);

  beneath.parent_fd = open (path, O_PATH | O_CLOEXEC);
  if (beneath.parent_fd < 0)
    return;
  if (file)
    beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  syscall (__NR_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
}

gboolean
zb_sandbox_close_files (int version) {
  Ruleset attributes = { .files = FIRST_RIGHTS };
  gsize size = sizeof attributes.files;
  gboolean confined;
  int ruleset;

  if (version >= VERSION_REFER)
    attributes.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= VERSION_TRUNCATE)
    attributes.files |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (version >= VERSION_NETWORK) {
    attributes.network = NETWORK_BIND_TCP | NETWORK_CONNECT_TCP;
    size += sizeof attributes.network;
  }
  if (version >= VERSION_SCOPES) {
    attributes.scopes = SCOPE_ABSTRACT_SOCKETS | SCOPE_SIGNALS;
    size += sizeof attributes.scopes;
  }
  ruleset = (int) syscall (__NR_landlock_create_ruleset, &attributes, size, 0);
  if (ruleset < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (READABLE); i++)
    allow_reading (ruleset, READABLE[i]);
  for (guint i = 0; i < G_N_ELEMENTS (READABLE_VARIABLES); i++)
    if (g_getenv (READABLE_VARIABLES[i]) != NULL)
      allow_reading (ruleset, g_getenv (READABLE_VARIABLES[i]));
  confined = syscall (__NR_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return confined;
}
