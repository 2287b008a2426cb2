/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "encoding.h"

G_BEGIN_DECLS

/* What a worker tells its supervisor: rows for the tables of the store, and a few words of its own.
 * The supervisor looks into no row; it binds its values to the statement of its kind. */

typedef enum {
  ZB_ROW_END, /* the result is whole; nothing follows */
  ZB_ROW_DOCUMENT,
  ZB_ROW_SECTION,
  ZB_ROW_TABLE,
  ZB_ROW_FACT,
  ZB_ROW_EVALUATION,
  ZB_ROW_EVALUATION_ROW,
  ZB_ROW_CHECK,
  ZB_ROW_DIAGNOSTIC,
  ZB_ROW_MODEL,
  ZB_ROW_OUTPUT,
  ZB_N_STORED_ROWS,
  ZB_ROW_UNREADABLE = ZB_N_STORED_ROWS, /* error code, message: no result can be made */
  ZB_ROW_CONVERT,   /* from, to: an office suite must convert the file first */
  ZB_ROW_CONVERTED, /* the office suite is done */
  ZB_ROW_LINK,      /* address, text: of a page that is fetched */
  ZB_ROW_KILLED,    /* the decoder was killed by somebody else, so the result is worth nothing */
  ZB_ROW_FORBIDDEN, /* number of a system call that the sandbox stopped */
  ZB_ROW_MEMORY,    /* no memory within the limit */
  ZB_ROW_PROGRESS,  /* a page is done: the worker is slow, not stuck */
  ZB_N_ROWS,
} ZbRowKind;

enum { ZB_ROW_MAX_VALUES = 34 };

typedef enum { ZB_VALUE_NULL, ZB_VALUE_INTEGER, ZB_VALUE_REAL, ZB_VALUE_TEXT, ZB_VALUE_BLOB } ZbValueType;

typedef struct {
  ZbValueType type;
  guint64 integer;
  double geometry;    /* ZB_VALUE_REAL: a coordinate or a confidence */
  const guint8 *data; /* text and blob; borrowed, not terminated */
  gsize length;
} ZbValue;

typedef struct {
  ZbRowKind kind;
  guint count;
  ZbValue values[ZB_ROW_MAX_VALUES];
} ZbRow;

/* Begins a row of @count values, which the calls below append in their order. */
void zb_row_begin (GByteArray *bytes, ZbRowKind kind, guint count);
void zb_row_null (GByteArray *bytes);
void zb_row_integer (GByteArray *bytes, guint64 integer);
/* 0 is NULL. */
void zb_row_known (GByteArray *bytes, guint64 integer);
void zb_row_real (GByteArray *bytes, double geometry);
/* NULL is NULL. */
void zb_row_text (GByteArray *bytes, const char *text);
void zb_row_blob (GByteArray *bytes, GBytes *blob);

/* A copy of the text at @index of @row; NULL where there is none. The caller frees it. */
char *zb_row_dup_text (const ZbRow *row, guint index);

/* The next row; FALSE at the end of the bytes, and where they are no row (decoder->failed). */
gboolean zb_row_next (ZbDecoder *decoder, ZbRow *row);

G_END_DECLS
