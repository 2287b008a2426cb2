/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A buffer before a stream: text is collected and written in large pieces, so memory stays flat
 * however long the output. The first error is kept and everything after it is discarded, so
 * callers check once, at the end. The caller frees it; the stream is borrowed. */
typedef struct _ZbTextSink ZbTextSink;

ZbTextSink *zb_text_sink_new (GOutputStream *stream);
void zb_text_sink_free (ZbTextSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTextSink, zb_text_sink_free)

void zb_text_sink_append (ZbTextSink *sink, const char *text);
void zb_text_sink_append_bytes (ZbTextSink *sink, const char *bytes, gsize length);
void zb_text_sink_append_repeated (ZbTextSink *sink, const char *text, guint count);
void zb_text_sink_printf (ZbTextSink *sink, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Writes what is left; FALSE with the first error that any write met. */
gboolean zb_text_sink_finish (ZbTextSink *sink, GError **error);

G_END_DECLS
