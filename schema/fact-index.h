/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

G_BEGIN_DECLS

/* Facts by what they mean and where they stand, so that a look-up takes the same time in a document
 * of any size. Borrows the facts, whose dimensions must not change while it lives. */
typedef struct _ZbFactIndex ZbFactIndex;

/* In place of a block or a row: any. */
#define ZB_FACT_INDEX_ANY G_MAXUINT

/* The index of @facts (ZbFact *). The caller frees it. */
ZbFactIndex *zb_fact_index_new (const GPtrArray *facts);
void zb_fact_index_free (ZbFactIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFactIndex, zb_fact_index_free)

/* The first fact of exactly these dimensions in @block of the document and @row of its table (either
 * may be ZB_FACT_INDEX_ANY) that is not @except; borrowed, NULL where none is. */
ZbFact *zb_fact_index_lookup (const ZbFactIndex *index, const ZbDimensions *dimensions, guint block,
                              guint row, const ZbFact *except);

G_END_DECLS
