/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-runs.h"

G_BEGIN_DECLS

/* Lines that may be a table: from `from` up to `to`, the values starting on line `body`. */
typedef struct {
  guint from, body, to;
} ZbTextRegion;

/* The stretches of lines of which most have several runs, and some values; captions, running text
 * and lines of contents part them. Ordered from top to bottom; the caller unrefs the array of
 * ZbTextRegion. */
GArray *zb_table_regions_new (const ZbTextRuns *runs);

G_END_DECLS
