/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

G_BEGIN_DECLS

/* Facts of equal dimensions: all places that print one number. Borrows the facts, whose dimensions must not
 * change while it lives. */
typedef struct {
  GPtrArray *groups;     /* GPtrArray * of ZbFact *, by the first of each */
  GHashTable *by_meaning; /* the same by ZbDimensions */
} ZbFactGroups;

/* The groups of @facts (ZbFact *). The caller frees them. */
ZbFactGroups *zb_fact_groups_new (const GPtrArray *facts);
void zb_fact_groups_free (ZbFactGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFactGroups, zb_fact_groups_free)

/* The facts of exactly these dimensions, in the order of their printing; borrowed, NULL where none is. */
const GPtrArray *zb_fact_groups_lookup (const ZbFactGroups *groups, const ZbDimensions *dimensions);

G_END_DECLS
