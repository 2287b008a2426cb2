/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-recogniser.h"

G_BEGIN_DECLS

/* What one look at a line saw. */
typedef struct {
  GArray *symbols;    /* ZbScanSymbol; NULL: nobody has looked yet */
  char *text;         /* of the symbols */
  double mean, least; /* confidence, 0 to 1 */
} ZbScanCandidate;

/* Reads @line of @image in @view. The caller clears the result. */
ZbScanCandidate zb_scan_candidate_read (ZbScanRecogniser *recogniser, const ZbScanImage *image,
                                        const ZbScanLine *line, const ZbScanView *view);
/* Takes @take_symbols for what was seen. */
ZbScanCandidate zb_scan_candidate_take (GArray *take_symbols);
void zb_scan_candidate_clear (ZbScanCandidate *candidate);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbScanCandidate, zb_scan_candidate_clear)

G_END_DECLS
