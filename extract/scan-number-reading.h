/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-candidate.h"
#include "scan-ink.h"
#include "scan-reading.h"

G_BEGIN_DECLS

/* Reads the line of @reading as a number, into *@number, where its @ink looks like one. TRUE where
 * there can be no doubt about it, and @reading has it. */
gboolean zb_scan_number_reading_start (ZbScanReading *reading, const ZbScanInk *ink,
                                       ZbScanRecogniser *recogniser, const ZbScanImage *image,
                                       ZbScanCandidate *number);

/* Reads as a number what was read as text but may be one, unless *@number is that already. Another look
 * decides where both differ; what stays undecided is suspect. */
void zb_scan_number_reading_decide (ZbScanReading *reading, const ZbScanInk *ink,
                                    ZbScanRecogniser *recogniser, const ZbScanImage *image,
                                    ZbScanCandidate *number);

/* Reads a per cent sign by itself, which is in the alphabet of numbers, but no number. */
void zb_scan_number_reading_per_cent (ZbScanReading *reading, ZbScanRecogniser *recogniser,
                                      const ZbScanImage *image);

G_END_DECLS
