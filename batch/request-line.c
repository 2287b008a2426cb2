/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "request-line.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { MAX_LINE = 1 << 20, PIECE = 1 << 16, POLL_MILLISECONDS = 500 };

struct _ZbRequestLines {
  int input;
  GByteArray *held; /* what came behind the last line */
  gsize used;       /* of it: the last line with its line feed */
  gboolean ended;
};

ZbRequestLines *
zb_request_lines_new (int input) {
  ZbRequestLines *lines = g_new0 (ZbRequestLines, 1);

  lines->input = input;
  lines->held = g_byte_array_new ();
  return lines;
}

void
zb_request_lines_free (ZbRequestLines *lines) {
  g_byte_array_unref (lines->held);
  g_free (lines);
}

/* Adds what can be read; FALSE where it is over. */
static gboolean
read_more (ZbRequestLines *lines, gboolean (*is_over) (void)) {
  guint8 piece[PIECE];

  while (!is_over ()) {
    struct pollfd ready = { .fd = lines->input, .events = POLLIN };
    gssize count;

    if (poll (&ready, 1, POLL_MILLISECONDS) <= 0)
      continue;
    count = read (lines->input, piece, sizeof piece);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
      continue;
    lines->ended = count <= 0;
    if (count > 0)
      g_byte_array_append (lines->held, piece, (guint) count);
    return TRUE;
  }
  return FALSE;
}

gboolean
zb_request_lines_next (ZbRequestLines *lines, gboolean (*is_over) (void), ZbRequestLine *line) {
  gsize searched = 0;

  g_byte_array_remove_range (lines->held, 0, (guint) lines->used);
  lines->used = 0;
  *line = (ZbRequestLine) { 0 };
  for (;;) {
    gsize length = lines->held->len;
    const guint8 *end
      = searched < length ? memchr (lines->held->data + searched, '\n', length - searched) : NULL;

    line->too_long |= (end != NULL ? (gsize) (end - lines->held->data) : length) > MAX_LINE;
    if (end != NULL || (lines->ended && (length > 0 || line->too_long))) {
      line->text = (const char *) lines->held->data;
      line->length = end != NULL ? (gsize) (end - lines->held->data) : length;
      lines->used = line->length + (end != NULL);
      return TRUE;
    }
    if (lines->ended)
      return FALSE;
    if (line->too_long)
      g_byte_array_set_size (lines->held, 0);
    searched = lines->held->len;
    if (!read_more (lines, is_over))
      return FALSE;
  }
}
