/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-equations.h"
#include "standing.h"

G_BEGIN_DECLS

/* The standing of each cell by the equations that hold. All cells of an equation that fails are suspect, but those
 * that stand in one that holds, all other cells of which are clean or acquitted: were the cell off by what it is
 * charged with, that equation would not hold. So one acquittal leads to the next, and the time is in
 * proportion to the terms. Where that would leave nobody to blame for an equation, and it cannot merely lack a term, the
 * witnesses contradict each other, and all its cells are suspect. The caller frees the array. */
ZbStanding *zb_acquittal_find (const ZbEquations *equations);

/* Whether all cells of @equation, which fails, are acquitted and the left side is the larger: a term is missing. */
gboolean zb_acquittal_lacks_term (const ZbEquations *equations, const ZbEquation *equation,
                                  const ZbStanding *standings);

G_END_DECLS
