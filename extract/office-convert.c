/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare, nftw */
#include "office-convert.h"

#include <errno.h>
#include <ftw.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The state of the child is asked for this often. */
enum { POLL_MICROSECONDS = 20000, OPEN_DIRECTORIES = 16 };

/* What a fresh profile must not do: run macros, follow links, ask, or look for updates. */
static const char PROFILE[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
#define ITEM(path, name, value)                                                                    \
  "<item oor:path=\"/org.openoffice." path "\"><prop oor:name=\"" name                             \
  "\" oor:op=\"fuse\"><value>" value "</value></prop></item>\n"
      ITEM ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
      ITEM ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
      ITEM ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
      ITEM ("Office.Common/Security/Scripting", "DisableActiveContent", "true")
      ITEM ("Office.Writer/Content/Update", "Link", "2")
      ITEM ("Office.Calc/Content/Update", "Link", "2")
      ITEM ("Office.Common/Misc", "UseSystemFileDialog", "false")
      "</oor:items>\n";

/* The directory of one conversion, and the paths in it. */
typedef struct {
  char *root, *profile, *input, *output;
} Place;

static int
remove_entry (const char *path, const struct stat *status, int type, struct FTW *walk) {
  return remove (path);
}

static void
clear_place (Place *place) {
  if (place->root != NULL)
    nftw (place->root, remove_entry, OPEN_DIRECTORIES, FTW_DEPTH | FTW_PHYS);
  g_free (place->root);
  g_free (place->profile);
  g_free (place->input);
  g_free (place->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, clear_place)

static gboolean
write_file (const char *path, GBytes *bytes, GError **error) {
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents (path, data, (gssize) length, &local))
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", local->message);
  return FALSE;
}

static gboolean
make_place (Place *place, GBytes *bytes, const ZbOfficeConversion *conversion, GError **error) {
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) settings = g_bytes_new_static (PROFILE, strlen (PROFILE));
  g_autofree char *user = NULL, *registry = NULL;

  place->root = g_dir_make_tmp ("zhibiao-XXXXXX", &local);
  if (place->root == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", local->message);
    return FALSE;
  }
  place->profile = g_build_filename (place->root, "profile", NULL);
  place->input = g_strdup_printf ("%s/document.%s", place->root, conversion->from);
  place->output = g_strdup_printf ("%s/out/document.%s", place->root, conversion->to);
  user = g_build_filename (place->profile, "user", NULL);
  registry = g_build_filename (user, "registrymodifications.xcu", NULL);
  if (g_mkdir_with_parents (user, 0700) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", user, g_strerror (errno));
    return FALSE;
  }
  return write_file (registry, settings, error) && write_file (place->input, bytes, error);
}

/* Between fork and exec, so system calls only. A network of its own has no way out; where neither
 * root nor a user namespace gives one, the proxy that nobody serves remains. */
static void
confine_child (gpointer data) {
  const struct rlimit *file_size = data;

  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setrlimit (RLIMIT_FSIZE, file_size);
  if (unshare (CLONE_NEWNET) != 0)
    (void) !unshare (CLONE_NEWUSER | CLONE_NEWNET);
}

static char **
make_environment (const Place *place) {
  static const char *const KEPT[] = { "PATH", "ASAN_OPTIONS", "LSAN_OPTIONS" };
  char **environment = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (KEPT); i++)
    if (g_getenv (KEPT[i]) != NULL)
      environment = g_environ_setenv (environment, KEPT[i], g_getenv (KEPT[i]), TRUE);
  environment = g_environ_setenv (environment, "HOME", place->root, TRUE);
  environment = g_environ_setenv (environment, "TMPDIR", place->root, TRUE);
  environment = g_environ_setenv (environment, "LANG", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "SAL_USE_VCLPLUGIN", "svp", TRUE);
  environment = g_environ_setenv (environment, "http_proxy", "http://127.0.0.1:9", TRUE);
  return g_environ_setenv (environment, "https_proxy", "http://127.0.0.1:9", TRUE);
}

static gboolean
spawn (const char *program, const Place *place, const ZbOfficeConversion *conversion,
       struct rlimit *file_size, GPid *child) {
  g_autofree char *profile_uri = g_filename_to_uri (place->profile, NULL, NULL);
  g_autofree char *installation = g_strconcat ("-env:UserInstallation=", profile_uri, NULL);
  g_autofree char *folder = g_path_get_dirname (place->output);
  g_auto (GStrv) environment = make_environment (place);
  const char *const argv[]
      = { program, installation, "--headless", "--norestore", "--nolockcheck", "--nodefault",
          "--nologo", "--convert-to", conversion->to, "--outdir", folder, place->input, NULL };

  return g_spawn_async (place->root, (char **) argv, environment,
                        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                            | G_SPAWN_STDERR_TO_DEV_NULL,
                        confine_child, file_size, child, NULL);
}

/* Waits for the child and ends its whole group, which it may leave behind. FALSE where the time was
 * over. Asking again and again needs no thread, and the PDF reader forks this process. */
static gboolean
wait_for_child (GPid child, guint seconds) {
  gint64 deadline = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  gboolean ended = FALSE;

  while (!ended && g_get_monotonic_time () < deadline) {
    pid_t state = waitpid (child, NULL, WNOHANG);

    ended = state == child || (state < 0 && errno != EINTR);
    if (!ended)
      g_usleep (POLL_MICROSECONDS);
  }
  kill (-child, SIGKILL);
  if (!ended)
    while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
      continue;
  return ended;
}

static GBytes *
load_output (const Place *place, const ZbOfficeConversion *conversion, GError **error) {
  char *contents = NULL;
  gsize length = 0;

  /* The size is limited by RLIMIT_FSIZE. */
  if (g_file_test (place->output, G_FILE_TEST_IS_REGULAR)
      && !g_file_test (place->output, G_FILE_TEST_IS_SYMLINK)
      && g_file_get_contents (place->output, &contents, &length, NULL))
    return g_bytes_new_take (contents, length);
  g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "%s that LibreOffice cannot open",
               conversion->name);
  return NULL;
}

static ZbOfficeConverter delegate;
static gpointer delegate_data;

void
zb_office_convert_delegate (ZbOfficeConverter converter, gpointer data) {
  delegate = converter;
  delegate_data = data;
}

GBytes *
zb_office_convert (GBytes *bytes, const ZbOfficeConversion *conversion,
                   const ZbReadOptions *options, GError **error) {
  g_autofree char *program = delegate == NULL ? g_find_program_in_path ("soffice") : NULL;
  struct rlimit file_size = { options->max_bytes, options->max_bytes };
  g_auto (Place) place = { 0 };
  GPid child = 0;

  if (delegate != NULL)
    return delegate (bytes, conversion, delegate_data, error);
  if (program == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED,
                 "%s needs LibreOffice (Debian: apt install %s); or save it as .%s",
                 conversion->name, conversion->package, conversion->to);
    return NULL;
  }
  if (!make_place (&place, bytes, conversion, error))
    return NULL;
  if (!spawn (program, &place, conversion, &file_size, &child)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s cannot be started", program);
    return NULL;
  }
  if (!wait_for_child (child, options->max_convert_seconds)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "LibreOffice needs longer than max_convert_seconds %u",
                 options->max_convert_seconds);
    return NULL;
  }
  return load_output (&place, conversion, error);
}
