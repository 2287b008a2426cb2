/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout-page.h"

G_BEGIN_DECLS

/* Joins tables that run over several @pages (ZbPageLayout *, ascending): the continuation's cells
 * go into the table that it continues, and its own entry keeps no table. Lines above it that
 * repeat the title or the unit become furniture. Joins only what is proved to belong together:
 * next page, nothing in between, the same column lines. */
void zb_table_join_run (GPtrArray *pages);

G_END_DECLS
