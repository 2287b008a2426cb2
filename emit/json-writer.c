/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-writer.h"

#include <string.h>

#include "fixed-point.h"
#include "text-sink.h"

/* The contract nests six deep. */
#define MAX_DEPTH 16

typedef struct {
  char closing;
  gboolean spread, empty;
} Container;

struct _ZbJsonWriter {
  ZbTextSink *sink;
  gboolean pretty;
  Container open[MAX_DEPTH];
  guint depth;
};

ZbJsonWriter *
zb_json_writer_new (GOutputStream *stream, gboolean pretty) {
  ZbJsonWriter *writer = g_new0 (ZbJsonWriter, 1);

  writer->sink = zb_text_sink_new (stream);
  writer->pretty = pretty;
  return writer;
}

void
zb_json_writer_free (ZbJsonWriter *writer) {
  zb_text_sink_free (writer->sink);
  g_free (writer);
}

static void
begin_line (ZbJsonWriter *writer, guint depth) {
  zb_text_sink_append (writer->sink, "\n");
  zb_text_sink_append_repeated (writer->sink, "  ", depth);
}

/* U+2028 and U+2029 are legal JSON but end a line in JavaScript, and for readers of NDJSON that
 * split lines by Unicode's rules; so does U+0085. */
static gboolean
needs_escape (gunichar character) {
  return character < 0x20 || character == '"' || character == '\\' || character == 0x7F
         || character == 0x85 || character == 0x2028 || character == 0x2029;
}

static void
append_escape (ZbTextSink *sink, gunichar character) {
  static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *place = character < 0x80 && character != 0 ? strchr (plain, (int) character) : NULL;

  if (place != NULL)
    zb_text_sink_printf (sink, "\\%c", letters[place - plain]);
  else
    zb_text_sink_printf (sink, "\\u%04x", character);
}

static void
append_quoted (ZbTextSink *sink, const char *text) {
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *start = valid != NULL ? valid : text, *p = start;

  zb_text_sink_append (sink, "\"");
  for (; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (!needs_escape (character))
      continue;
    zb_text_sink_append_bytes (sink, start, (gsize) (p - start));
    append_escape (sink, character);
    start = g_utf8_next_char (p);
  }
  zb_text_sink_append_bytes (sink, start, (gsize) (p - start));
  zb_text_sink_append (sink, "\"");
}

/* Separates the next value from the one before it, and writes its key. */
static void
begin_value (ZbJsonWriter *writer, const char *key) {
  if (writer->depth > 0) {
    Container *container = &writer->open[writer->depth - 1];

    if (!container->empty)
      zb_text_sink_append (writer->sink, ",");
    if (container->spread)
      begin_line (writer, writer->depth);
    else if (!container->empty && writer->pretty)
      zb_text_sink_append (writer->sink, " ");
    container->empty = FALSE;
  }
  if (key == NULL)
    return;
  append_quoted (writer->sink, key);
  zb_text_sink_append (writer->sink, writer->pretty ? ": " : ":");
}

static void
open_container (ZbJsonWriter *writer, const char *key, const char *brackets, ZbJsonLayout layout) {
  gboolean spread = writer->pretty && layout == ZB_JSON_SPREAD
                    && (writer->depth == 0 || writer->open[writer->depth - 1].spread);

  g_assert (writer->depth < MAX_DEPTH);
  begin_value (writer, key);
  zb_text_sink_append_bytes (writer->sink, brackets, 1);
  writer->open[writer->depth++]
    = (Container){ .closing = brackets[1], .spread = spread, .empty = TRUE };
}

void
zb_json_writer_open_object (ZbJsonWriter *writer, const char *key, ZbJsonLayout layout) {
  open_container (writer, key, "{}", layout);
}

void
zb_json_writer_open_array (ZbJsonWriter *writer, const char *key, ZbJsonLayout layout) {
  open_container (writer, key, "[]", layout);
}

void
zb_json_writer_close (ZbJsonWriter *writer) {
  const Container *container = &writer->open[--writer->depth];

  if (container->spread && !container->empty)
    begin_line (writer, writer->depth);
  zb_text_sink_append_bytes (writer->sink, &container->closing, 1);
}

void
zb_json_writer_string (ZbJsonWriter *writer, const char *key, const char *text) {
  begin_value (writer, key);
  if (text == NULL)
    zb_text_sink_append (writer->sink, "null");
  else
    append_quoted (writer->sink, text);
}

void
zb_json_writer_bool (ZbJsonWriter *writer, const char *key, gboolean value) {
  begin_value (writer, key);
  zb_text_sink_append (writer->sink, value ? "true" : "false");
}

void
zb_json_writer_integer (ZbJsonWriter *writer, const char *key, guint64 value) {
  begin_value (writer, key);
  zb_text_sink_printf (writer->sink, "%" G_GUINT64_FORMAT, value);
}

void
zb_json_writer_raw (ZbJsonWriter *writer, const char *key, const char *json) {
  begin_value (writer, key);
  zb_text_sink_append (writer->sink, json);
}

void
zb_json_writer_number_or_null (ZbJsonWriter *writer, const char *key, guint64 value) {
  if (value == 0)
    zb_json_writer_null (writer, key);
  else
    zb_json_writer_integer (writer, key, value);
}

void
zb_json_writer_fixed (ZbJsonWriter *writer, const char *key, double value, guint decimals) {
  g_autofree char *text = zb_fixed_point_print (value, decimals);

  begin_value (writer, key);
  zb_text_sink_append (writer->sink, text != NULL ? text : "null");
}

void
zb_json_writer_confidence (ZbJsonWriter *writer, const char *key, double confidence) {
  g_autofree char *text = zb_fixed_point_print_confidence (confidence);

  begin_value (writer, key);
  zb_text_sink_append (writer->sink, text);
}

void
zb_json_writer_null (ZbJsonWriter *writer, const char *key) {
  begin_value (writer, key);
  zb_text_sink_append (writer->sink, "null");
}

gboolean
zb_json_writer_finish (ZbJsonWriter *writer, GError **error) {
  g_assert (writer->depth == 0);
  zb_text_sink_append (writer->sink, "\n");
  return zb_text_sink_finish (writer->sink, error);
}
