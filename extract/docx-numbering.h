/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-styles.h"

G_BEGIN_DECLS

/* Word's automatic numbering. A w:num is a list; it takes its nine levels from a w:abstractNum and
 * may override some. Lists of one w:abstractNum count on together, unless an override restarts.
 * The numbering keeps the counters, so paragraphs must ask in reading order. */
typedef struct ZbDocxNumbering ZbDocxNumbering;

/* The lists of @part, which may be NULL; the caller frees the result. It keeps nothing of @part. */
ZbDocxNumbering *zb_docx_numbering_new (const xmlDoc *part, const ZbDocxStyles *styles);
void zb_docx_numbering_free (ZbDocxNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocxNumbering, zb_docx_numbering_free)

/* Counts the paragraph of @style (direct formatting applied) whose style is @style_id (NULL: the
 * default), and returns its number as Word displays it: "三、", "1.2". NULL where it has none, and
 * for bullets. The caller frees it. */
char *zb_docx_numbering_next (ZbDocxNumbering *numbering, const ZbDocxStyle *style,
                              const char *style_id);

G_END_DECLS
