/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-sink.h"

#include <string.h>

/* Large enough that system calls do not count, small enough not to matter. */
#define PIECE_BYTES (64u << 10)

struct _ZbTextSink {
  GOutputStream *stream;
  GString *buffer;
  GError *error;
};

ZbTextSink *
zb_text_sink_new (GOutputStream *stream) {
  ZbTextSink *sink = g_new0 (ZbTextSink, 1);

  sink->stream = stream;
  sink->buffer = g_string_sized_new (PIECE_BYTES + 4096);
  return sink;
}

void
zb_text_sink_free (ZbTextSink *sink) {
  g_string_free (sink->buffer, TRUE);
  g_clear_error (&sink->error);
  g_free (sink);
}

static void
write_buffer (ZbTextSink *sink) {
  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, sink->buffer->str, sink->buffer->len, NULL, NULL,
                               &sink->error);
  g_string_truncate (sink->buffer, 0);
}

void
zb_text_sink_append_bytes (ZbTextSink *sink, const char *bytes, gsize length) {
  g_string_append_len (sink->buffer, bytes, (gssize) length);
  if (sink->buffer->len >= PIECE_BYTES)
    write_buffer (sink);
}

void
zb_text_sink_append (ZbTextSink *sink, const char *text) {
  zb_text_sink_append_bytes (sink, text, strlen (text));
}

void
zb_text_sink_append_repeated (ZbTextSink *sink, const char *text, guint count) {
  for (guint i = 0; i < count; i++)
    zb_text_sink_append (sink, text);
}

void
zb_text_sink_printf (ZbTextSink *sink, const char *format, ...) {
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (sink->buffer, format, arguments);
  va_end (arguments);
  if (sink->buffer->len >= PIECE_BYTES)
    write_buffer (sink);
}

gboolean
zb_text_sink_finish (ZbTextSink *sink, GError **error) {
  write_buffer (sink);
  if (sink->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&sink->error));
  return FALSE;
}
