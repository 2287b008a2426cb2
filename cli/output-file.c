/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output-directory.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

struct _ZbOutputFile {
  char *path, *temporary;
  GOutputStream *stream;
  int descriptor; /* of the stream */
  gboolean committed;
};

/* The temporary file of the moment, for the signal handler; one file is written at a time. */
static char *volatile unfinished;

static void
remove_unfinished (int signal_number) {
  if (unfinished != NULL)
    unlink (unfinished);
  raise (signal_number); /* SA_RESETHAND brought the default back */
}

static void
watch_signals (void) {
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = remove_unfinished, .sa_flags = (int) SA_RESETHAND };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    struct sigaction before;

    /* nohup and shells ignore some of them on purpose */
    if (sigaction (signals[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
      sigaction (signals[i], &action, NULL);
  }
}

static gboolean
fail (GError **error, const char *path) {
  int number = errno;

  g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", path, g_strerror (number));
  return FALSE;
}

/* mkstemp() makes private files; an output gets the rights that open() would give it. */
static gboolean
open_rights (int descriptor) {
  mode_t mask = umask (0);

  umask (mask);
  return fchmod (descriptor, 0666 & ~mask) == 0;
}

ZbOutputFile *
zb_output_file_new (const char *path, GError **error) {
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ZbOutputFile) file = g_new0 (ZbOutputFile, 1);

  watch_signals ();
  file->path = g_strdup (path);
  file->temporary = g_build_filename (folder, ".zhibiao-XXXXXX", NULL);
  file->descriptor = g_mkstemp (file->temporary);
  if (file->descriptor < 0) {
    file->committed = TRUE; /* nothing to remove */
    fail (error, path);
    return NULL;
  }
  unfinished = file->temporary;
  file->stream = g_unix_output_stream_new (file->descriptor, TRUE);
  if (!open_rights (file->descriptor)) {
    fail (error, path);
    return NULL;
  }
  return g_steal_pointer (&file);
}

GOutputStream *
zb_output_file_stream (ZbOutputFile *file) {
  return file->stream;
}

gboolean
zb_output_file_commit (ZbOutputFile *file, GError **error) {
  if (fsync (file->descriptor) != 0)
    return fail (error, file->path);
  if (!g_output_stream_close (file->stream, NULL, error)) {
    g_prefix_error (error, "%s: ", file->path);
    return FALSE;
  }
  if (g_rename (file->temporary, file->path) != 0)
    return fail (error, file->path);
  unfinished = NULL;
  file->committed = TRUE;
  return TRUE;
}

void
zb_output_file_free (ZbOutputFile *file) {
  g_clear_object (&file->stream);
  if (!file->committed)
    g_unlink (file->temporary);
  unfinished = NULL;
  g_free (file->path);
  g_free (file->temporary);
  g_free (file);
}
