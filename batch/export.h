/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store.h"

G_BEGIN_DECLS

/* The facts of all documents that a file holds now, one a row, ordered by the file's name. */

typedef struct {
  const char *where; /* an SQL expression over the columns; NULL: all */
  gboolean excel;    /* csv: as zb_csv_row_begin_file() */
} ZbExportOptions;

/* One format. */
typedef struct {
  const char *name, *summary;
  const char *file; /* its name in a folder */
  /* Writes to @out; FALSE with the error of @out or ZB_ERROR_IO, or ZB_ERROR_DATA where SQLite does not
   * understand options->where. NULL where the format needs a file of its own. */
  gboolean (*write) (ZbStore *store, const ZbExportOptions *options, GOutputStream *out,
                     GError **error);
} ZbExportFormat;

/* csv, ndjson, sqlite, documents; an entry without a name ends the list. */
extern const ZbExportFormat zb_export_formats[];
const ZbExportFormat *zb_export_format_lookup (const char *name);

/* Writes the facts and the documents into a new SQLite database at @path. */
gboolean zb_export_database (const char *folder, const ZbExportOptions *options, const char *path,
                             GError **error);

/* Writes a Frictionless Data Package that describes facts.csv: types, key, missing values. */
gboolean zb_export_package (GOutputStream *out, const ZbExportOptions *options, GError **error);

G_END_DECLS
