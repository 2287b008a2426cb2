/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-equations.h"

G_BEGIN_DECLS

/* What the sums of a system are off by when some of its cells are changed. */
typedef struct {
  const ZbEquations *equations; /* borrowed */
  ZbDecimal *of;                /* of each equation */
} ZbResiduals;

/* As printed. The caller frees it. */
ZbResiduals *zb_residuals_new (const ZbEquations *equations);
void zb_residuals_free (ZbResiduals *residuals);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbResiduals, zb_residuals_free)

/* Adds @change to @cell; taking it back restores what was. FALSE, and nothing is changed, where a sum overflows. */
gboolean zb_residuals_apply (ZbResiduals *residuals, guint cell, ZbDecimal change);

/* Whether equation @index is off by more than its tolerance. @derived: or twice that, where its cells were changed by
 * what other equations asked for, whose rounding comes on top. */
gboolean zb_residuals_fails (const ZbResiduals *residuals, guint index, gboolean derived);

G_END_DECLS
