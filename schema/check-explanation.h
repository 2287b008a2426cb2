/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-guilt.h"

G_BEGIN_DECLS

/* The search for the fewest corrections that make the sums of a document hold. One search for all of a document, so
 * that its whole time is bounded. */
typedef struct _ZbExplaining ZbExplaining;

/* Borrows the equations, which must be sealed; the caller frees it. */
ZbExplaining *zb_explaining_new (const ZbEquations *equations);
void zb_explaining_free (ZbExplaining *explaining);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbExplaining, zb_explaining_free)

/* The explanations (GArray * of ZbCorrection, ordered by cell) of what fails among @cells, whose @standings are
 * suspect and which share no sum with other suspects. Sets whether they are all there are with so few corrections.
 * A correction is what a sum that fails asks of one of its cells, the others being as they are or corrected
 * before; cells that only several sums together determine are not found. The caller frees the result. */
GPtrArray *zb_explaining_run (ZbExplaining *explaining, const ZbStanding *standings,
                              const GArray *cells, gboolean *exact);

G_END_DECLS
