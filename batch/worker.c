/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* close_range, pipe2, unshare, F_SETPIPE_SZ */
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "document-model.h"
#include "office-convert.h"
#include "report-rows.h"
#include "row.h"

/* Where the descriptors of a worker stand, behind the three of every process. */
enum { PLACE_PIPE = 3, PLACE_INPUT, PLACE_CONVERTED, PLACE_AFTER, FIRST_FREE = 32 };
/* What an ordinary user may ask for. */
enum { PIPE_BYTES = 1 << 20 };

static gboolean
write_all (int descriptor, gconstpointer data, gsize length) {
  const guint8 *rest = data;

  while (length > 0) {
    gssize count = write (descriptor, rest, length);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return FALSE;
    rest += count;
    length -= (gsize) count;
  }
  return TRUE;
}

void
zb_worker_send (int pipe, const GByteArray *rows) {
  _exit (write_all (pipe, rows->data, rows->len) ? 0 : 1);
}

static GBytes *
load_descriptor (int descriptor) {
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[1 << 16];
  gssize count;

  lseek (descriptor, 0, SEEK_SET);
  while ((count = read (descriptor, piece, sizeof piece)) > 0)
    g_byte_array_append (bytes, piece, (guint) count);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* An allocation that fails ends the process through a message of GLib. */
static GLogWriterOutput
note_last_words (GLogLevelFlags level, const GLogField *fields, gsize count, gpointer data) {
  for (gsize i = 0; i < count; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0
        && strstr (fields[i].value, "failed to allocate") != NULL) {
      const guint8 row[] = { ZB_ROW_MEMORY, 0 };

      _exit (write_all (PLACE_PIPE, row, sizeof row) ? 0 : 1);
    }
  return G_LOG_WRITER_HANDLED;
}

/* What the reader of an office format wants from the worker. */
typedef struct {
  GByteArray *rows;
  int converted;
  gboolean asked;
} Conversion;

static GBytes *
convert (GBytes *bytes, const ZbOfficeConversion *wanted, gpointer data, GError **error) {
  Conversion *conversion = data;

  if (conversion->converted >= 0)
    return load_descriptor (conversion->converted);
  conversion->asked = TRUE;
  zb_row_begin (conversion->rows, ZB_ROW_CONVERT, 4);
  zb_row_text (conversion->rows, wanted->name);
  zb_row_text (conversion->rows, wanted->from);
  zb_row_text (conversion->rows, wanted->to);
  zb_row_text (conversion->rows, wanted->package);
  g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "to be converted");
  return NULL;
}

static void
append_refusal (GByteArray *rows, const char *path, const GError *error) {
  const char *message = error->message;

  if (g_str_has_prefix (message, path) && g_str_has_prefix (message + strlen (path), ": "))
    message += strlen (path) + 2;
  zb_row_begin (rows, ZB_ROW_UNREADABLE, 2);
  zb_row_integer (rows, (guint64) error->code);
  zb_row_text (rows, message);
}

static void
append_result (GByteArray *rows, const ZbWorkerTools *tools, const ZbDocument *document,
               const ZbWorkerTask *task) {
  g_autoptr (ZbReport) report = zb_report_new (document, tools->catalogue);

  zb_report_rows_append (rows, report);
  zb_report_rows_append_output (rows, report, task->wishes->mentions);
  if (task->model == NULL) {
    g_autoptr (GBytes) model = zb_document_model_pack (document);

    zb_row_begin (rows, ZB_ROW_MODEL, 1);
    zb_row_blob (rows, model);
  }
}

/* Recognition takes seconds a page, in silence that would count as a stall. */
static void
tell_progress (guint done, guint all, gpointer data) {
  const guint8 row[] = { ZB_ROW_PROGRESS, 0 };

  if (!write_all (PLACE_PIPE, row, sizeof row))
    _exit (1);
}

/* Other documents have the other processors, and no file may be written. */
static ZbReadOptions
get_read_options (const ZbWorkerWishes *wishes) {
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  options.max_processes = 1;
  options.no_cache = TRUE;
  options.ocr = wishes->ocr;
  if (wishes->languages != NULL)
    options.languages = wishes->languages;
  options.progress = tell_progress;
  return options;
}

/* The worker: never returns. */
static void
read_document (const ZbWorkerTools *tools, const ZbWorkerTask *task) {
  const ZbReadOptions options = get_read_options (task->wishes);
  GByteArray *rows = g_byte_array_new ();
  Conversion conversion = { rows, task->converted >= 0 ? PLACE_CONVERTED : -1, FALSE };
  g_autoptr (GError) error = NULL;
  ZbDocument *document;

  zb_office_convert_delegate (convert, &conversion);
  document = task->model != NULL
               ? zb_document_model_unpack (task->model, &error)
               : zb_document_read_descriptor (PLACE_INPUT, task->path, &options, &error);
  if (document != NULL)
    append_result (rows, tools, document, task);
  else if (!conversion.asked)
    append_refusal (rows, task->path, error);
  if (zb_reader_was_disturbed ())
    zb_row_begin (rows, ZB_ROW_KILLED, 0);
  zb_row_begin (rows, ZB_ROW_END, 0);
  zb_worker_send (PLACE_PIPE, rows);
}

/* Moves the descriptors to their places and closes all others, those of the store among them. */
static gboolean
arrange_descriptors (int pipe, int input, int converted) {
  const int sources[] = { pipe, input, converted };
  int above[G_N_ELEMENTS (sources)];
  int null = open ("/dev/null", O_RDWR);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    above[i] = sources[i] >= 0 ? fcntl (sources[i], F_DUPFD, FIRST_FREE) : -1;
  for (int i = 0; i < PLACE_PIPE; i++)
    dup2 (null, i);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (above[i] >= 0 ? dup2 (above[i], PLACE_PIPE + (int) i) < 0
                      : close (PLACE_PIPE + (int) i) != 0 && errno != EBADF)
      return FALSE;
  return close_range (PLACE_AFTER, ~0u, 0) == 0;
}

/* What every child is, whatever it does: in a group of its own, gone with the supervisor, with the
 * default answers to signals. */
static gboolean
settle_child (pid_t parent, int pipe, int input, int converted) {
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  g_log_set_writer_func (note_last_words, NULL, NULL);
  return getppid () == parent && arrange_descriptors (pipe, input, converted);
}

/* As fork(): TRUE in the child, with @worker filled in the parent. */
static gboolean
fork_worker (ZbWorker *worker, int input, int converted, GError **error) {
  pid_t parent = getpid ();
  int ends[2];

  worker->process = -1;
  worker->pipe = -1;
  if (pipe2 (ends, O_CLOEXEC) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "no pipe for a worker: %s", g_strerror (errno));
    return FALSE;
  }
  worker->process = fork ();
  if (worker->process == 0) {
    if (!settle_child (parent, ends[1], input, converted))
      _exit (1);
    return TRUE;
  }
  if (worker->process < 0)
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "no process for a worker: %s", g_strerror (errno));
  close (ends[1]);
  if (worker->process < 0)
    close (ends[0]);
  else {
    worker->pipe = ends[0];
    setpgid (worker->process, worker->process);
    fcntl (worker->pipe, F_SETFL, O_NONBLOCK);
    /* Most results fit, so that a worker need not wait for a busy supervisor. A refusal costs only time. */
    fcntl (worker->pipe, F_SETPIPE_SZ, PIPE_BYTES);
  }
  return FALSE;
}

gboolean
zb_worker_start (ZbWorker *worker, const ZbWorkerTools *tools, const ZbWorkerTask *task,
                 GError **error) {
  if (fork_worker (worker, task->input, task->converted, error)) {
    if (zb_sandbox_enter (tools->sandbox, PLACE_PIPE))
      read_document (tools, task);
    _exit (1);
  }
  return worker->process > 0;
}

gboolean
zb_worker_start_work (ZbWorker *worker, const ZbSandbox *sandbox,
                      void (*work) (int pipe, gconstpointer data), gconstpointer data,
                      GError **error) {
  if (fork_worker (worker, -1, -1, error)) {
    if (zb_sandbox_enter (sandbox, PLACE_PIPE))
      work (PLACE_PIPE, data);
    _exit (1);
  }
  return worker->process > 0;
}

void
zb_worker_conversion_clear (ZbWorkerConversion *conversion) {
  g_clear_pointer (&conversion->name, g_free);
  g_clear_pointer (&conversion->from, g_free);
  g_clear_pointer (&conversion->to, g_free);
  g_clear_pointer (&conversion->package, g_free);
}

static void
convert_and_exit (const ZbWorkerConversion *wanted) {
  const ZbOfficeConversion conversion
    = { wanted->name, wanted->from, wanted->to, wanted->package };
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GBytes) bytes = load_descriptor (PLACE_INPUT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) converted
    = zb_office_convert (bytes, &conversion, &ZB_READ_OPTIONS_DEFAULT, &error);
  gsize length = 0;
  gconstpointer data;

  if (converted == NULL) {
    append_refusal (rows, "", error);
  } else {
    data = g_bytes_get_data (converted, &length);
    if (!write_all (PLACE_CONVERTED, data, length))
      _exit (1);
    zb_row_begin (rows, ZB_ROW_CONVERTED, 0);
  }
  zb_row_begin (rows, ZB_ROW_END, 0);
  zb_worker_send (PLACE_PIPE, rows);
}

gboolean
zb_worker_start_conversion (ZbWorker *worker, const ZbWorkerTools *tools,
                            const ZbWorkerConversion *conversion, int input, int output,
                            GError **error) {
  if (fork_worker (worker, input, output, error)) {
    g_setenv ("TMPDIR", tools->scratch, TRUE);
    /* The suite becomes the first process of a world of its own, which ends with it. */
    if (unshare (CLONE_NEWPID) != 0)
      (void) !unshare (CLONE_NEWUSER | CLONE_NEWPID);
    convert_and_exit (conversion);
  }
  return worker->process > 0;
}
