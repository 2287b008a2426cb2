/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-candidate.h"

#include "scan-reading.h"

static double
find_least (const GArray *symbols) {
  double least = 1;

  for (guint i = 0; i < symbols->len; i++)
    least = MIN (least, g_array_index (symbols, ZbScanSymbol, i).confidence);
  return symbols->len > 0 ? least : 0;
}

ZbScanCandidate
zb_scan_candidate_take (GArray *take_symbols) {
  ZbScanCandidate candidate = { .symbols = take_symbols };

  candidate.text = zb_scan_reading_print (take_symbols, &candidate.mean);
  candidate.least = find_least (take_symbols);
  return candidate;
}

ZbScanCandidate
zb_scan_candidate_read (ZbScanRecogniser *recogniser, const ZbScanImage *image, const ZbScanLine *line,
                        const ZbScanView *view) {
  return zb_scan_candidate_take (zb_scan_recogniser_read (recogniser, image->grey, line, view));
}

void
zb_scan_candidate_clear (ZbScanCandidate *candidate) {
  g_clear_pointer (&candidate->symbols, g_array_unref);
  g_clear_pointer (&candidate->text, g_free);
}
