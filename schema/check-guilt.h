/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-acquittal.h"

G_BEGIN_DECLS

/* Which cells are likely wrong where equations fail: the fewest changes of cells that make every equation hold, those
 * that hold now included. It is the decoding of a word with few errors by its syndrome (the residuals), exact
 * as long as the search is short, greedy where it is not. */

typedef struct {
  guint cell;
  ZbDecimal change; /* what the printed number lacks */
} ZbCorrection;

/* Suspects that equations hold together, and what would explain all that fails among them. */
typedef struct {
  GArray *cells;           /* guint */
  GPtrArray *explanations; /* GArray * of ZbCorrection, all with the same number of corrections; none where
                              the search found none */
  gboolean exact;          /* there are explanations, and none with as few corrections is left out */
} ZbSuspicion;

typedef struct {
  ZbStanding *standings; /* of each cell */
  GPtrArray *suspicions; /* ZbSuspicion * */
} ZbGuilt;

/* The equations must be sealed; the caller frees the result. */
ZbGuilt *zb_guilt_find (const ZbEquations *equations);
void zb_guilt_free (ZbGuilt *guilt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbGuilt, zb_guilt_free)

G_END_DECLS
