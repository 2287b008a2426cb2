/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* Step 0 of finding tables: removes the rulings of @content that are strokes of its glyphs. Bold
 * print may be outlined, and 目 or 合 then draws straight lines just as a table does. Returns the
 * number of rulings removed. */
guint zb_table_strokes_remove (ZbPageContent *content);

G_END_DECLS
