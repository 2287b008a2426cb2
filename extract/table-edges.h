/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* Step 1 of finding tables: rulings become edges. Rulings that lie on one line within
 * ZB_EDGE_SNAP are put on exactly that line, and pieces that touch become one.
 * Returns a new GArray of ZbRuling; the caller unrefs it. */
GArray *zb_table_edges_new (const GArray *rulings);

/* Step 2: which edges hold together. Returns a new array of one number per edge; edges with equal
 * numbers belong to one lattice, numbers run from 0 to *@lattices - 1. The caller frees it. */
guint *zb_table_edges_group (const GArray *edges, guint *lattices);

/* Lines closer than this many points are one: a border drawn twice. */
extern const double ZB_EDGE_SNAP;
/* A line that ends this many points before another still meets it. */
extern const double ZB_EDGE_REACH;

G_END_DECLS
