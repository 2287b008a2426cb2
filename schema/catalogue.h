/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "error.h"

G_BEGIN_DECLS

/* The knowledge of the field, read from the *.tsv files of this folder. They are built into the
 * program; a file of the same name in the folder named by ZHIBIAO_CATALOGUE takes its place. */
typedef struct _ZbCatalogue ZbCatalogue;

typedef struct {
  const char *id;   /* income.total */
  const char *unit; /* CNY, %, m2, point, or a classifier; NULL: as printed */
  const char *name; /* 本年收入合计 */
  const char *meaning;
} ZbIndicator;

typedef struct {
  const char *id; /* final.01 */
  const char *name;
  const char *meaning;
} ZbTableKind;

/* Loads every file; NULL with ZB_ERROR_DATA naming the file and the line. The caller frees it. */
ZbCatalogue *zb_catalogue_new (GError **error);
void zb_catalogue_free (ZbCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbCatalogue, zb_catalogue_free)

/* In the order of the files; the pointers live as long as the catalogue. */
guint zb_catalogue_count_indicators (const ZbCatalogue *catalogue);
const ZbIndicator *zb_catalogue_indicator_at (const ZbCatalogue *catalogue, guint index);
guint zb_catalogue_count_table_kinds (const ZbCatalogue *catalogue);
const ZbTableKind *zb_catalogue_table_kind_at (const ZbCatalogue *catalogue, guint index);

G_END_DECLS
