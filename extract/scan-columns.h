/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks the numbers of @readings (ZbScanReading *) as suspect that have not as many decimals as nearly
 * all others of their column: there, a point was lost or seen where none is. */
void zb_scan_columns_compare (GPtrArray *readings);

G_END_DECLS
