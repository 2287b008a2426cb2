/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-finder.h"

G_BEGIN_DECLS

/* Whether @next, on the page after @found's last, goes on with the same table, judged by the two
 * tables alone: their column lines agree (the lines of one may be some of the other's), and @next
 * repeats the header of @found wholly or starts with neither a title nor the labels of @found.
 * With @needs_header, only a repeated header proves it. */
gboolean zb_table_join_continues (const ZbFoundTable *found, const ZbFoundTable *next,
                                  gboolean needs_header);

/* Moves the rows of @next, which zb_table_join_continues() @found, to the end of @found; a repeated
 * header is dropped, and a row that the page break cut is made whole where that is plain. @next
 * keeps no table, and its glyphs count for @found. */
void zb_table_join_append (ZbFoundTable *found, ZbFoundTable *next);

G_END_DECLS
