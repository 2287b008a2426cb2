/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "error.h"

G_BEGIN_DECLS

/* One line of a data file. `fields` has exactly the number of columns asked for. */
typedef struct {
  guint line; /* 1-based, for messages */
  char **fields;
} ZbDataRow;

/* The rows of a tab-separated data file (ZbDataRow *, owned by the array, which the caller frees).
 * `#` starts a comment line; missing trailing fields are "". The file is part of the program, at
 * @path of @resource; a file of the same base name in the folder $ZHIBIAO_CATALOGUE takes its
 * place. NULL with ZB_ERROR_DATA naming file and line where a row has more fields than @columns. */
GPtrArray *zb_data_table_load (GResource *resource, const char *path, guint columns,
                               GError **error);

/* What is made of a data file once for the life of the process; static and zero to begin with. */
typedef struct {
  gsize done;
  gpointer data; /* NULL where reading failed, with @error */
  GError *error;
} ZbDataOnce;

typedef gpointer (*ZbDataLoad) (GError **error);

/* The data of @once, borrowed, which the first call reads with @load. NULL with its error. */
gpointer zb_data_once_load (ZbDataOnce *once, ZbDataLoad load, GError **error);
/* The same where the data are known to be right; wrong data end the program. */
gpointer zb_data_once_lookup (ZbDataOnce *once, ZbDataLoad load);

G_END_DECLS
