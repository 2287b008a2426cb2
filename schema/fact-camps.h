/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

G_BEGIN_DECLS

/* Two printed values agree where the intervals of their rounding meet. */
gboolean zb_facts_agree (const ZbFact *a, const ZbFact *b);

/* For each of the @count facts, how many of them it agrees with, itself among them. The caller frees
 * the array. */
guint *zb_fact_camps_count (const ZbFact *const *facts, guint count);

G_END_DECLS
