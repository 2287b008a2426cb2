/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-record.h"

G_BEGIN_DECLS

/* Appends the characters of @readings (ZbScanReading *) to the content of @page, each where it stands, and
 * counts in the page what was read how well. Lines are usually @usual pixels high, and a pixel is @scale
 * points. */
void zb_scan_glyphs_take (ZbScanPage *page, const GPtrArray *readings, int usual, double scale);

G_END_DECLS
