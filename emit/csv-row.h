/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-sink.h"

G_BEGIN_DECLS

/* One row of CSV (RFC 4180), field after field. For Excel, codes are ="201" and text that it would run as
 * a formula stands behind an apostrophe. */
typedef struct {
  ZbTextSink *sink;      /* borrowed */
  gboolean excel, begun; /* begun: the row has a field */
} ZbCsvRow;

/* The names of the columns of facts. */
extern const char zb_csv_row_header[];

/* The header line; for Excel behind a byte order mark. */
void zb_csv_row_begin_file (ZbTextSink *sink, gboolean excel);
/* Ends the row; the next field begins another. */
void zb_csv_row_end (ZbCsvRow *row);

/* An empty field. */
void zb_csv_row_skip (ZbCsvRow *row);
/* NULL is an empty field. */
void zb_csv_row_text (ZbCsvRow *row, const char *text);
/* Digits that are a name: quoted, so that readers which look at quotes keep them text. */
void zb_csv_row_code (ZbCsvRow *row, const char *code);
/* A year or a month, which Excel would take for a date. */
void zb_csv_row_period (ZbCsvRow *row, const char *period);
void zb_csv_row_number (ZbCsvRow *row, guint number);
/* 0 is an empty field. */
void zb_csv_row_known_number (ZbCsvRow *row, guint number);
/* "f12" */
void zb_csv_row_id (ZbCsvRow *row, char letter, guint number);
/* In points, with two decimals; empty unless @known. */
void zb_csv_row_coordinate (ZbCsvRow *row, gboolean known, double coordinate);
void zb_csv_row_bool (ZbCsvRow *row, gboolean value);

G_END_DECLS
