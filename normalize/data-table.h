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

G_END_DECLS
