/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "repair.h"

G_BEGIN_DECLS

/* Whether changes of cells make the sums hold that fail among the cells of one suspicion. */
typedef struct {
  ZbResiduals *residuals; /* borrowed */
  GArray *failing;        /* guint: the sums that fail */
} ZbTrial;

/* @suspicion may be NULL: no sum but those of what is changed need hold. The caller frees it. */
ZbTrial *zb_trial_new (ZbResiduals *residuals, const ZbSuspicion *suspicion);
void zb_trial_free (ZbTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTrial, zb_trial_free)

/* Whether all sums that fail have @cell: it alone may be what is wrong with them. */
gboolean zb_trial_is_in_all (const ZbTrial *trial, guint cell);

/* The sums that fail and have one of the corrected cells, as pointers. The caller frees the set. */
GHashTable *zb_trial_list_failing (const ZbTrial *trial, const ZbCorrection *corrections,
                                   guint count);

/* Whether with the @count corrections every failing sum holds, and every sum of a corrected cell. */
gboolean zb_trial_holds (ZbTrial *trial, const ZbCorrection *corrections, guint count);

G_END_DECLS
