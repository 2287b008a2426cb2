/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch-progress.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "json-writer.h"
#include "messages.h"

enum { BAR_WIDTH = 30, REFRESH_MICROSECONDS = 100000 };

gboolean
zb_batch_display_choose (ZbBatchDisplay *display, const char *word) {
  display->started = g_get_monotonic_time ();
  if (word == NULL)
    display->kind = isatty (STDERR_FILENO) ? ZB_BATCH_DISPLAY_BAR : ZB_BATCH_DISPLAY_NONE;
  else if (g_str_equal (word, "bar"))
    display->kind = ZB_BATCH_DISPLAY_BAR;
  else if (g_str_equal (word, "json"))
    display->kind = ZB_BATCH_DISPLAY_JSON;
  else
    return g_str_equal (word, "none");
  return TRUE;
}

static void
draw_bar (ZbBatchDisplay *display, const ZbBatchProgress *progress) {
  const ZbRunCounts *counts = &progress->counts;
  guint ended = counts->unchanged + counts->read + counts->unreadable + counts->failed;
  guint full = progress->total > 0 ? (guint) ((guint64) ended * BAR_WIDTH / progress->total) : 0;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *bar = NULL;

  if (now - display->shown < REFRESH_MICROSECONDS && ended != progress->total)
    return;
  display->shown = now;
  display->line_open = TRUE;
  full = MIN (full, BAR_WIDTH);
  bar = g_strnfill (BAR_WIDTH, '.');
  for (guint i = 0; i < full; i++)
    bar[i] = '#';
  fprintf (stderr, "\r\033[K[%s] %u/%u, %u failed, %ld s", bar, ended, progress->total,
           counts->unreadable + counts->failed,
           (long) ((now - display->started) / G_USEC_PER_SEC));
  fflush (stderr);
}

static void
write_counts (ZbJsonWriter *writer, const ZbRunCounts *counts) {
  zb_json_writer_integer (writer, "seen", counts->seen);
  zb_json_writer_integer (writer, "unchanged", counts->unchanged);
  zb_json_writer_integer (writer, "read", counts->read);
  zb_json_writer_integer (writer, "mapped", counts->mapped);
  zb_json_writer_integer (writer, "unreadable", counts->unreadable);
  zb_json_writer_integer (writer, "failed", counts->failed);
}

static ZbJsonWriter *
begin_line (GOutputStream **stream) {
  ZbJsonWriter *writer;

  fflush (stderr);
  *stream = g_unix_output_stream_new (STDERR_FILENO, FALSE);
  writer = zb_json_writer_new (*stream, FALSE);
  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  return writer;
}

static void
end_line (ZbJsonWriter *writer, GOutputStream *stream) {
  zb_json_writer_close (writer);
  zb_json_writer_finish (writer, NULL);
  zb_json_writer_free (writer);
  g_object_unref (stream);
}

static void
write_line (const ZbBatchProgress *progress) {
  GOutputStream *stream;
  ZbJsonWriter *writer;

  if (progress->status == NULL)
    return;
  writer = begin_line (&stream);
  zb_json_writer_string (writer, "event", "document");
  zb_json_writer_string (writer, "path", progress->path);
  zb_json_writer_string (writer, "status", progress->status);
  zb_json_writer_string (writer, "reason", progress->reason);
  write_counts (writer, &progress->counts);
  end_line (writer, stream);
}

void
zb_batch_display_show (const ZbBatchProgress *progress, gpointer data) {
  ZbBatchDisplay *display = data;

  if (display->kind == ZB_BATCH_DISPLAY_BAR)
    draw_bar (display, progress);
  else if (display->kind == ZB_BATCH_DISPLAY_JSON)
    write_line (progress);
}

void
zb_batch_display_pause (ZbBatchDisplay *display) {
  if (display->line_open)
    fputs ("\r\033[K", stderr);
  display->line_open = FALSE;
}

void
zb_batch_display_summarize (ZbBatchDisplay *display, const ZbBatchResult *result) {
  const ZbRunCounts *counts = &result->counts;
  GOutputStream *stream;
  ZbJsonWriter *writer;

  if (display->kind != ZB_BATCH_DISPLAY_JSON) {
    zb_message ("run %" G_GINT64_FORMAT ": %u files, %u unchanged, %u read, %u mapped anew, "
                "%u unreadable, %u failed, %u vanished; %u set aside; %u checks across documents failed%s",
                result->run, counts->seen, counts->unchanged, counts->read, counts->mapped,
                counts->unreadable, counts->failed, counts->vanished, result->set_aside,
                result->failed_cross_checks, result->interrupted ? "; interrupted" : "");
    return;
  }
  writer = begin_line (&stream);
  zb_json_writer_string (writer, "event", "end");
  zb_json_writer_integer (writer, "run", (guint64) result->run);
  write_counts (writer, counts);
  zb_json_writer_integer (writer, "vanished", counts->vanished);
  zb_json_writer_integer (writer, "set_aside", result->set_aside);
  zb_json_writer_integer (writer, "failed_cross_checks", result->failed_cross_checks);
  zb_json_writer_bool (writer, "interrupted", result->interrupted);
  end_line (writer, stream);
}
