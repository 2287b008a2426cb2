/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "emitter.h"

G_BEGIN_DECLS

/* The facts, one a row (RFC 4180). Codes are quoted, so that readers which look at quotes keep
 * them text. UTF-8 and LF; with options->excel a byte order mark before the header, CRLF, codes
 * as ="201", and text that a spreadsheet would run as a formula behind an apostrophe. */
gboolean zb_csv_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
                      GError **error);

G_END_DECLS
