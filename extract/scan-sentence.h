/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-reading.h"

G_BEGIN_DECLS

/* Reads the numbers within a line of words again, each by itself with the alphabet of numbers, and
 * marks those that do not come out the same. */
void zb_scan_sentence_confirm (ZbScanReading *reading, ZbScanRecogniser *recogniser,
                               const ZbScanImage *image);

G_END_DECLS
