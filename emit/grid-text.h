/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "text-sink.h"

G_BEGIN_DECLS

/* Draws @table with + - | so that its columns line up on a terminal. Long text goes on over several
 * lines; those after the first have : between the columns. A merged cell shows its text once. */
void zb_grid_text_append (ZbTextSink *sink, const ZbTable *table);

G_END_DECLS
