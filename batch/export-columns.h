/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns of an exported fact, in the order of all formats. */

typedef enum {
  ZB_COLUMN_TEXT,
  ZB_COLUMN_CODE,       /* digits that are a name */
  ZB_COLUMN_PERIOD,     /* a year, or months */
  ZB_COLUMN_INTEGER,
  ZB_COLUMN_COORDINATE, /* points */
  ZB_COLUMN_CONFIDENCE,
  ZB_COLUMN_BOOLEAN,
} ZbColumnKind;

typedef struct {
  const char *name;
  const char *sql; /* how the store gives it; NULL: the column of the same name */
  ZbColumnKind kind;
  gboolean required;
  const char *meaning;
} ZbExportColumn;

extern const ZbExportColumn zb_export_columns[];
extern const guint zb_export_column_count;

/* SELECT of all columns over those facts for which @where holds (NULL: all). The caller frees it. */
char *zb_export_columns_print_query (const char *where);

G_END_DECLS
