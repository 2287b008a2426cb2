/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-finder.h"

G_BEGIN_DECLS

/* What else the pages say about a continuation. */
typedef enum {
  ZB_JOIN_PLAIN,        /* the one table ends low on its page, the other follows at once */
  ZB_JOIN_ENDS_EARLY,   /* the one table leaves room below it: a header of its own is a new table */
  ZB_JOIN_NEEDS_HEADER, /* captions are printed again, so the header must be, too */
} ZbJoinEvidence;

/* Whether @next, on the page after @found's last, goes on with the same table, judged by the two
 * tables alone: their column lines agree (the lines of one may be some of the other's), and @next
 * repeats the header of @found wholly or starts with neither a title nor the labels of @found. */
gboolean zb_table_join_continues (const ZbFoundTable *found, const ZbFoundTable *next,
                                  ZbJoinEvidence evidence);

/* Whether @next begins with a title of its own, or with the labels that @table, or what stands below its
 * @header rows, begins with. */
gboolean zb_table_join_starts_anew (const ZbTable *table, guint header, const ZbTable *next);

/* Moves the rows of @next, which zb_table_join_continues() @found, to the end of @found; a repeated
 * header is dropped, and a row that the page break cut is made whole where that is plain. @next
 * keeps no table, and its glyphs count for @found. Returns the words of the dropped header that
 * differ from the one kept, which the caller frees, or NULL. */
char *zb_table_join_append (ZbFoundTable *found, ZbFoundTable *next);

G_END_DECLS
