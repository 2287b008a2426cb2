/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "emitter.h"

G_BEGIN_DECLS

/* The facts in columns that line up on a terminal, under a line that names the document, and a
 * summary. A fact that a person should look at is marked `?`, in colour where options->colour. */
gboolean zb_table_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
                        GError **error);

G_END_DECLS
