/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "emitter.h"

G_BEGIN_DECLS

/* The output contract as an indented document: one cell, fact, row or check a line. */
gboolean zb_json_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
                       GError **error);
/* The same on one line (NDJSON). */
gboolean zb_json_emit_line (const ZbReport *report, const ZbEmitOptions *options,
                            GOutputStream *out, GError **error);

G_END_DECLS
