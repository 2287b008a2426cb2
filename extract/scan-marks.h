/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-recogniser.h"

G_BEGIN_DECLS

/* Brackets and quotes are small, and the recogniser takes one for another: （类） becomes 〈类).
 * Gives the @symbols (ZbScanSymbol) of one line the marks that belong to their partners. Letters and
 * digits are never touched. */
void zb_scan_marks_pair (GArray *symbols);

/* Whether @character is a quote of any kind, opening or closing, as recognisers write them. */
gboolean zb_scan_marks_is_quote (gunichar character);

G_END_DECLS
