/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Turns the numbers of a table of accounts (any layout but base data and evaluation) into facts.
 * @kind says how its rows and columns are to be read. Notes whether columns of numbers
 * were left unread. Returns how many facts were added. */
guint zb_map_table (ZbMapper *mapper, ZbReportTable *table, const ZbTableKind *kind);

G_END_DECLS
