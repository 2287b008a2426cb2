/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes JSON as it goes, holding nothing but the containers that are open. Keys and values appear
 * in the order of the calls. `key` is NULL inside an array and for the outermost value. Numbers are
 * printed here, at fixed precision, so no value passes through a binary double on its way but
 * coordinates and confidence, which are doubles. Errors of the stream are reported at the end. */
typedef struct _ZbJsonWriter ZbJsonWriter;

/* In a pretty document, members of a SPREAD container stand on lines of their own, those of an
 * INLINE one (and of everything inside it) on one line. */
typedef enum { ZB_JSON_SPREAD, ZB_JSON_INLINE } ZbJsonLayout;

/* The caller frees it; @stream is borrowed. Not @pretty: everything on one line without spaces. */
ZbJsonWriter *zb_json_writer_new (GOutputStream *stream, gboolean pretty);
void zb_json_writer_free (ZbJsonWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbJsonWriter, zb_json_writer_free)

void zb_json_writer_open_object (ZbJsonWriter *writer, const char *key, ZbJsonLayout layout);
void zb_json_writer_open_array (ZbJsonWriter *writer, const char *key, ZbJsonLayout layout);
/* Closes the container opened last. */
void zb_json_writer_close (ZbJsonWriter *writer);

/* NULL is written as null; bytes that are not UTF-8 as U+FFFD. */
void zb_json_writer_string (ZbJsonWriter *writer, const char *key, const char *text);
void zb_json_writer_bool (ZbJsonWriter *writer, const char *key, gboolean value);
void zb_json_writer_integer (ZbJsonWriter *writer, const char *key, guint64 value);
/* As zb_json_writer_integer(), but 0 stands for "none" and is written as null. */
void zb_json_writer_number_or_null (ZbJsonWriter *writer, const char *key, guint64 value);
/* @value with @decimals places; null where it is not finite. */
void zb_json_writer_fixed (ZbJsonWriter *writer, const char *key, double value, guint decimals);
/* A probability, as zb_fixed_point_print_confidence() prints it. */
void zb_json_writer_confidence (ZbJsonWriter *writer, const char *key, double confidence);
/* One value that is JSON already. */
void zb_json_writer_raw (ZbJsonWriter *writer, const char *key, const char *json);
void zb_json_writer_null (ZbJsonWriter *writer, const char *key);

/* Ends the document with a line feed and writes everything out; every container must be closed. */
gboolean zb_json_writer_finish (ZbJsonWriter *writer, GError **error);

G_END_DECLS
