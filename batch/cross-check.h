/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Compares what different documents of the store say about the same amount, by the rules of
 * cross-checks.tsv, and replaces the table cross_checks in one transaction. ZB_ERROR_DATA names a line
 * of that file that is no rule. */
gboolean zb_cross_checks_run (ZbStore *store, GError **error);

/* Whether every line of cross-checks.tsv is a rule. */
gboolean zb_cross_checks_validate (GError **error);

G_END_DECLS
