/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-groups.h"

G_BEGIN_DECLS

/* The rows of tables one of whose amounts other places refute: two or more places agree on another. What such a row
 * prints besides is no good witness, for rows change places as a whole. */
typedef struct {
  GHashTable *rows;
} ZbRefutedRows;

/* Of the facts in @groups, which are those of equal dimensions. The caller frees it. */
ZbRefutedRows *zb_refuted_rows_new (const ZbFactGroups *groups);
void zb_refuted_rows_free (ZbRefutedRows *refuted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbRefutedRows, zb_refuted_rows_free)

/* Whether @fact stands in such a row. */
gboolean zb_refuted_rows_have (const ZbRefutedRows *refuted, const ZbFact *fact);

G_END_DECLS
