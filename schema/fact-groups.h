/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

G_BEGIN_DECLS

/* Facts of one meaning: all places that print one number. Borrows the facts. */
typedef struct {
  GPtrArray *groups;      /* GPtrArray * of ZbFact *, by the first of each */
  GHashTable *by_meaning; /* the same by ZbDimensions */
} ZbFactGroups;

/* Narrows @key, the dimensions of @fact, to those that its group has in common; FALSE: it is in none. */
typedef gboolean (*ZbFactKey) (const ZbFact *fact, ZbDimensions *key);

/* The groups of @facts (ZbFact *) by @key_of them; by all dimensions where it is NULL. The caller frees them. */
ZbFactGroups *zb_fact_groups_new (const GPtrArray *facts, ZbFactKey key_of);
void zb_fact_groups_free (ZbFactGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFactGroups, zb_fact_groups_free)

/* The facts of the group of these dimensions, in the order of their printing; borrowed, NULL where none is. */
const GPtrArray *zb_fact_groups_lookup (const ZbFactGroups *groups, const ZbDimensions *dimensions);

G_END_DECLS
