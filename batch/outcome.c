/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE /* wait4 */
#include "outcome.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_WORD = 80, MAX_AWAITED = 64 << 20 };

static guint
integer_of (const ZbRow *row) {
  return row->count > 0 && row->values[0].type == ZB_VALUE_INTEGER
           ? (guint) MIN (row->values[0].integer, G_MAXUINT)
           : 0;
}

/* An extension becomes part of a file name. */
static gboolean
is_extension (const char *word) {
  if (word == NULL || *word == '\0' || strlen (word) > 8)
    return FALSE;
  for (; *word != '\0'; word++)
    if (!g_ascii_isalnum (*word))
      return FALSE;
  return TRUE;
}

static void
read_conversion (ZbEnding *ending, const ZbRow *row) {
  ZbWorkerConversion *conversion = &ending->conversion;

  zb_worker_conversion_clear (conversion);
  conversion->name = zb_row_dup_text (row, 0);
  conversion->from = zb_row_dup_text (row, 1);
  conversion->to = zb_row_dup_text (row, 2);
  conversion->package = zb_row_dup_text (row, 3);
  ending->convert = conversion->name != NULL && strlen (conversion->name) < MAX_WORD
                    && conversion->package != NULL && strlen (conversion->package) < MAX_WORD
                    && is_extension (conversion->from) && is_extension (conversion->to);
}

static void
say (ZbEnding *ending, const char *status, char *take_reason) {
  ending->outcome.status = status;
  g_free (ending->reason);
  ending->reason = take_reason;
}

/* The first value of a document is the checksum of what was read. */
static gboolean
is_of (const ZbRow *row, const char *sha256) {
  const ZbValue *value = &row->values[0];

  return row->count > 0 && value->type == ZB_VALUE_TEXT && value->length == strlen (sha256)
         && memcmp (value->data, sha256, value->length) == 0;
}

static gboolean
is_about_missing_pages (const ZbRow *row) {
  g_autofree char *code = zb_row_dup_text (row, 2);

  return g_strcmp0 (code, "page_unreadable") == 0;
}

static void
read_rows (ZbEnding *ending, GByteArray *rows, const char *sha256) {
  ZbDecoder decoder = { .data = rows->data, .length = rows->len };
  gboolean ended = FALSE, known = FALSE;
  ZbRow row;

  while (zb_row_next (&decoder, &row)) {
    if (row.kind == ZB_ROW_END)
      ended = TRUE;
    else if (row.kind == ZB_ROW_DOCUMENT)
      known = is_of (&row, sha256);
    else if (row.kind == ZB_ROW_UNREADABLE) {
      say (ending, "unreadable", zb_row_dup_text (&row, 1));
      ending->doubtful |= integer_of (&row) == ZB_ERROR_CORRUPT || integer_of (&row) == ZB_ERROR_IO;
    } else if (row.kind == ZB_ROW_DIAGNOSTIC)
      ending->doubtful |= is_about_missing_pages (&row);
    else if (row.kind == ZB_ROW_CONVERT)
      read_conversion (ending, &row);
    else if (row.kind == ZB_ROW_CONVERTED)
      ending->converted = TRUE;
    else if (row.kind == ZB_ROW_KILLED) {
      say (ending, "crashed", g_strdup ("its decoder was killed"));
      ending->outside = TRUE;
    } else if (row.kind == ZB_ROW_MEMORY)
      say (ending, "limit", g_strdup ("memory"));
    else if (row.kind == ZB_ROW_FORBIDDEN) {
      g_autofree char *call = zb_sandbox_print_call (integer_of (&row));

      say (ending, "forbidden", g_strdup_printf ("tried the system call %s", call));
    }
  }
  if (ending->outcome.status == NULL && ended && known && !decoder.failed)
    say (ending, "read", NULL);
  else if (ending->outcome.status == NULL && !(ended && (ending->convert || ending->converted)))
    say (ending, "crashed",
         g_strdup (ended ? "the file changed while it was read" : "ended without a result"));
  ending->whole = g_strcmp0 (ending->outcome.status, "read") == 0;
  ending->convert = ending->convert && ending->outcome.status == NULL;
  ending->converted = ending->converted && ending->outcome.status == NULL;
}

/* SIGSEGV …; static. */
static const char *
name_signal (int number) {
  static const struct {
    int number;
    const char *name;
  } NAMES[] = { { SIGSEGV, "SIGSEGV" }, { SIGABRT, "SIGABRT" }, { SIGBUS, "SIGBUS" },
                { SIGFPE, "SIGFPE" },   { SIGILL, "SIGILL" },   { SIGTRAP, "SIGTRAP" },
                { SIGKILL, "SIGKILL" }, { SIGTERM, "SIGTERM" }, { SIGXCPU, "SIGXCPU" },
                { SIGXFSZ, "SIGXFSZ" }, { SIGSYS, "SIGSYS" },   { SIGPIPE, "SIGPIPE" } };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (NAMES[i].number == number)
      return NAMES[i].name;
  return "another signal";
}

static void
read_signal (ZbEnding *ending, int number, const char *stopped) {
  ending->whole = FALSE;
  ending->convert = FALSE;
  ending->converted = FALSE;
  ending->outcome.signal = name_signal (number);
  if (stopped != NULL)
    say (ending, "limit", g_strdup (stopped));
  else if (number == SIGXCPU)
    say (ending, "limit", g_strdup ("processor time"));
  else if (number == SIGSYS)
    say (ending, "forbidden", g_strdup ("tried a forbidden system call"));
  else
    say (ending, "crashed", g_strdup_printf ("ended by %s", ending->outcome.signal));
  ending->outside |= stopped == NULL && (number == SIGKILL || number == SIGTERM);
}

void
zb_ending_read (ZbEnding *ending, GByteArray *rows, int wait_status, const struct rusage *usage,
                const char *stopped, const char *sha256) {
  *ending = (ZbEnding) { 0 };
  read_rows (ending, rows, sha256);
  if (WIFSIGNALED (wait_status))
    read_signal (ending, WTERMSIG (wait_status), stopped);
  else if (WEXITSTATUS (wait_status) != 0 && ending->whole) {
    ending->whole = FALSE;
    say (ending, "crashed", g_strdup_printf ("ended with status %d", WEXITSTATUS (wait_status)));
  }
  ending->outcome.reason = ending->reason;
  ending->outcome.processor_ms
    = (guint64) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000
      + (guint64) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1000;
  ending->outcome.memory_kib = (guint64) usage->ru_maxrss;
}

void
zb_ending_await (ZbEnding *ending, ZbWorker *worker, GByteArray *rows, guint milliseconds) {
  gint64 deadline = g_get_monotonic_time () + (gint64) milliseconds * 1000;
  const char *stopped = NULL;
  guint8 piece[1 << 12];
  struct rusage usage = { 0 };
  int status = 0;

  while (stopped == NULL) {
    struct pollfd ready = { .fd = worker->pipe, .events = POLLIN };
    gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
    gssize count;

    if (left <= 0 || rows->len > MAX_AWAITED) {
      stopped = left <= 0 ? "time" : "size of the result";
      kill (-worker->process, SIGKILL);
      kill (worker->process, SIGKILL);
      break;
    }
    poll (&ready, 1, (int) left);
    count = read (worker->pipe, piece, sizeof piece);
    if (count == 0)
      break;
    if (count > 0)
      g_byte_array_append (rows, piece, (guint) count);
  }
  close (worker->pipe);
  while (wait4 (worker->process, &status, 0, &usage) < 0 && errno == EINTR)
    continue;
  zb_ending_read (ending, rows, status, &usage, stopped, "");
}

void
zb_ending_clear (ZbEnding *ending) {
  g_clear_pointer (&ending->reason, g_free);
  zb_worker_conversion_clear (&ending->conversion);
}
