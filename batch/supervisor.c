/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create, wait4 */
#include "supervisor.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "outcome.h"

/* A document is tried this often; what somebody else killed says nothing about it. */
enum { MAX_ATTEMPTS = 2, MAX_OUTSIDE_KILLS = 5, MAX_DOUBTS = 4 };
/* No report comes near it: the largest one sends some ten MiB. */
enum { MAX_RESULT = 256 << 20, PIECE = 1 << 18, POLL_MILLISECONDS = 1000 };
/* A worker that sends something is alive; even so a document ends some time. */
enum { MAX_PATIENCE = 20 };

typedef struct {
  ZbJob job;
  ZbWorker worker;
  GByteArray *rows;
  int converted;       /* what the office suite made; -1 */
  gboolean converting; /* the process is the one that converts */
  guint attempts, kills, doubts;
  char *doubted; /* checksum of the last doubtful result */
  guint64 processor_ms; /* of earlier processes for the job */
  gint64 begun, deadline; /* monotonic microseconds */
  const char *stopped;  /* the limit for which it was killed */
  gboolean busy;
} Slot;

typedef struct {
  const ZbWorkerTools *tools;
  const ZbSupervisorLimits *limits;
  const ZbSupervisorCalls *calls;
  gpointer data;
  Slot *slots;
  struct pollfd *polled;
  gboolean exhausted; /* no job follows */
} Supervisor;

static volatile sig_atomic_t interrupted_flag;

static void
note_interrupt (int signal_number) {
  interrupted_flag = 1;
}

gboolean
zb_supervisor_is_interrupted (void) {
  return interrupted_flag != 0;
}

void
zb_job_clear (ZbJob *job) {
  g_clear_pointer (&job->path, g_free);
  g_clear_pointer (&job->sha256, g_free);
  g_clear_pointer (&job->model, g_bytes_unref);
  if (job->input >= 0)
    close (job->input);
  job->input = -1;
}

static void
set_deadline (const Supervisor *supervisor, Slot *slot) {
  gint64 stall = (gint64) supervisor->limits->wall_seconds * G_USEC_PER_SEC;

  slot->deadline
    = MIN (g_get_monotonic_time () + stall, slot->begun + MAX_PATIENCE * stall);
}

static void
begin_process (const Supervisor *supervisor, Slot *slot, gboolean converting) {
  slot->rows = g_byte_array_new ();
  slot->stopped = NULL;
  slot->converting = converting;
  slot->begun = g_get_monotonic_time ();
  set_deadline (supervisor, slot);
}

static gboolean
start_worker (Supervisor *supervisor, Slot *slot, GError **error) {
  const ZbWorkerTask task = { .path = slot->job.path,
                              .input = slot->job.input,
                              .converted = slot->converted,
                              .model = slot->job.model,
                              .wishes = slot->job.wishes };

  if (slot->job.input >= 0)
    lseek (slot->job.input, 0, SEEK_SET);
  begin_process (supervisor, slot, FALSE);
  return zb_worker_start (&slot->worker, supervisor->tools, &task, error);
}

static gboolean
start_conversion (Supervisor *supervisor, Slot *slot, const ZbWorkerConversion *conversion,
                  GError **error) {
  slot->converted = memfd_create ("converted", MFD_CLOEXEC);
  if (slot->converted < 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "no memory file: %s", g_strerror (errno));
    return FALSE;
  }
  begin_process (supervisor, slot, TRUE);
  return zb_worker_start_conversion (&slot->worker, supervisor->tools, conversion,
                                     slot->job.input, slot->converted, error);
}

static void
empty_slot (Slot *slot) {
  zb_job_clear (&slot->job);
  if (slot->converted >= 0)
    close (slot->converted);
  slot->converted = -1;
  slot->attempts = slot->kills = slot->doubts = 0;
  g_clear_pointer (&slot->doubted, g_free);
  slot->processor_ms = 0;
  slot->busy = FALSE;
}

static gboolean
fill_slot (Supervisor *supervisor, Slot *slot, GError **error) {
  slot->job = (ZbJob) { .input = -1 };
  switch (supervisor->calls->next (&slot->job, supervisor->data, error)) {
  case ZB_JOB_GIVEN:
    slot->busy = TRUE;
    return start_worker (supervisor, slot, error);
  case ZB_JOB_NONE:
    supervisor->exhausted = TRUE;
    return TRUE;
  case ZB_JOB_ERROR:
  default:
    return FALSE;
  }
}

static void
kill_worker (Slot *slot, const char *limit) {
  slot->stopped = limit;
  kill (-slot->worker.process, SIGKILL);
  kill (slot->worker.process, SIGKILL);
}

/* Waits for the process, which has closed its pipe or was killed. */
static void
reap (Slot *slot, ZbEnding *ending) {
  struct rusage usage = { 0 };
  int status = 0;

  close (slot->worker.pipe);
  while (wait4 (slot->worker.process, &status, 0, &usage) < 0 && errno == EINTR)
    continue;
  zb_ending_read (ending, slot->rows, status, &usage, slot->stopped,
                  slot->job.sha256 != NULL ? slot->job.sha256 : "");
  slot->processor_ms += ending->outcome.processor_ms;
  ending->outcome.processor_ms = slot->processor_ms;
}

/* A doubtful result counts when it comes a second time: what a document does to its decoder it does
 * again, and an accident does not repeat itself at the same place. */
static gboolean
is_doubted (Slot *slot, const ZbEnding *ending, const GByteArray *rows) {
  g_autofree char *checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, rows->data, rows->len);
  gboolean again = g_strcmp0 (checksum, slot->doubted) == 0;

  if (!ending->doubtful || again || ++slot->doubts == MAX_DOUBTS)
    return FALSE;
  g_free (slot->doubted);
  slot->doubted = g_steal_pointer (&checksum);
  return TRUE;
}

/* Whether the job begins again. */
static gboolean
may_retry (Slot *slot, const ZbEnding *ending, const GByteArray *rows) {
  if (g_str_equal (ending->outcome.status, "read")
      || g_str_equal (ending->outcome.status, "unreadable"))
    return is_doubted (slot, ending, rows);
  if (ending->outside)
    return ++slot->kills < MAX_OUTSIDE_KILLS;
  return slot->attempts < MAX_ATTEMPTS;
}

/* The next worker computes while the result of the last one is stored. */
static gboolean
hand_over (Supervisor *supervisor, Slot *slot, const ZbOutcome *outcome, GByteArray *rows,
           GError **error) {
  ZbJob job = slot->job;
  gboolean later = supervisor->calls->one_by_one || supervisor->exhausted || interrupted_flag;
  gboolean filled, stored;

  slot->job = (ZbJob) { .input = -1 };
  empty_slot (slot);
  filled = later || fill_slot (supervisor, slot, error);
  stored = supervisor->calls->finish (&job, outcome, rows, supervisor->data, filled ? error : NULL);
  zb_job_clear (&job);
  return filled && stored;
}

static gboolean
end_process (Supervisor *supervisor, Slot *slot, GError **error) {
  g_auto (ZbEnding) ending = { 0 };
  g_autoptr (GByteArray) rows = NULL;

  reap (slot, &ending);
  rows = g_steal_pointer (&slot->rows);
  if (slot->converting && ending.converted)
    return start_worker (supervisor, slot, error);
  if (ending.convert && slot->converted < 0)
    return start_conversion (supervisor, slot, &ending.conversion, error);
  if (ending.outcome.status == NULL)
    ending.outcome.status = "crashed";
  if (!ending.outside)
    slot->attempts++;
  ending.outcome.attempts = slot->attempts;
  if (may_retry (slot, &ending, rows)) {
    if (slot->converted >= 0)
      close (slot->converted);
    slot->converted = -1;
    return supervisor->calls->retry (&slot->job, &ending.outcome, supervisor->data, error)
           && start_worker (supervisor, slot, error);
  }
  return hand_over (supervisor, slot, &ending.outcome, ending.whole ? rows : NULL, error);
}

/* Takes what the pipe holds; FALSE at its end. */
static gboolean
collect (Slot *slot) {
  for (;;) {
    guint before = slot->rows->len;
    gssize count;

    g_byte_array_set_size (slot->rows, before + PIECE);
    count = read (slot->worker.pipe, slot->rows->data + before, PIECE);
    g_byte_array_set_size (slot->rows, before + (guint) MAX (count, 0));
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return errno == EAGAIN;
    if (count == 0)
      return FALSE;
    if (slot->rows->len > MAX_RESULT) {
      kill_worker (slot, "size of the result");
      return FALSE;
    }
  }
}

static gboolean
look_after (Supervisor *supervisor, Slot *slot, short events, GError **error) {
  if (events != 0 && !collect (slot))
    return end_process (supervisor, slot, error);
  if (events != 0)
    set_deadline (supervisor, slot);
  if (slot->stopped == NULL && g_get_monotonic_time () > slot->deadline)
    kill_worker (slot, "time");
  return TRUE;
}

static gboolean
run_round (Supervisor *supervisor, gboolean *busy, GError **error) {
  guint count = supervisor->limits->workers;

  *busy = FALSE;
  for (guint i = 0; i < count; i++) {
    Slot *slot = &supervisor->slots[i];

    if (!slot->busy && !supervisor->exhausted && !fill_slot (supervisor, slot, error))
      return FALSE;
    supervisor->polled[i].fd = slot->busy ? slot->worker.pipe : -1;
    supervisor->polled[i].events = POLLIN;
    supervisor->polled[i].revents = 0;
    *busy |= slot->busy;
  }
  if (!*busy)
    return TRUE;
  poll (supervisor->polled, count, POLL_MILLISECONDS);
  for (guint i = 0; i < count; i++)
    if (supervisor->slots[i].busy
        && !look_after (supervisor, &supervisor->slots[i], supervisor->polled[i].revents, error))
      return FALSE;
  return TRUE;
}

static void
stop_all (Supervisor *supervisor) {
  for (guint i = 0; i < supervisor->limits->workers; i++) {
    Slot *slot = &supervisor->slots[i];
    g_auto (ZbEnding) ending = { 0 };

    if (slot->busy && slot->rows != NULL && slot->worker.process > 0) {
      kill_worker (slot, "stop");
      reap (slot, &ending);
    }
    g_clear_pointer (&slot->rows, g_byte_array_unref);
    if (slot->busy)
      empty_slot (slot);
  }
}

gboolean
zb_supervisor_run (const ZbWorkerTools *tools, const ZbSupervisorLimits *limits,
                   const ZbSupervisorCalls *calls, gpointer data, gboolean *interrupted,
                   GError **error) {
  Supervisor supervisor = { .tools = tools, .limits = limits, .calls = calls, .data = data };
  g_autofree Slot *slots = g_new0 (Slot, limits->workers);
  g_autofree struct pollfd *polled = g_new0 (struct pollfd, limits->workers);
  struct sigaction action = { .sa_handler = note_interrupt }, old_int, old_term;
  gboolean busy = TRUE, fine = TRUE;

  supervisor.slots = slots;
  supervisor.polled = polled;
  for (guint i = 0; i < limits->workers; i++) {
    slots[i].job.input = -1;
    slots[i].converted = -1;
  }
  interrupted_flag = 0;
  sigaction (SIGINT, &action, &old_int);
  sigaction (SIGTERM, &action, &old_term);
  while (busy && fine && !interrupted_flag)
    fine = run_round (&supervisor, &busy, error);
  stop_all (&supervisor);
  sigaction (SIGINT, &old_int, NULL);
  sigaction (SIGTERM, &old_term, NULL);
  *interrupted = interrupted_flag != 0;
  return fine;
}
