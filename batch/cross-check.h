/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Compares what different documents of the store say about the same amount, by the rules of
 * cross-checks.tsv, and replaces the table cross_checks. *@failed counts the disagreements. */
gboolean zb_cross_checks_run (ZbStore *store, guint *failed, GError **error);

G_END_DECLS
