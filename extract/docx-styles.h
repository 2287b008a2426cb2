/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-xml.h"

G_BEGIN_DECLS

/* What a style says, with what it inherits. -1 means that nothing says it. Owned by ZbDocxStyles. */
typedef struct {
  int outline_level; /* 0-based; 9 is body text */
  int number_id, number_level;
  int bold, hidden, centred;
  int half_points; /* font size */
  gboolean contents; /* a line of a table of contents */
} ZbDocxStyle;

typedef struct ZbDocxStyles ZbDocxStyles;

/* The styles of @part, which may be NULL; the caller frees the result. It keeps nothing of @part. */
ZbDocxStyles *zb_docx_styles_new (const xmlDoc *part);
void zb_docx_styles_free (ZbDocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocxStyles, zb_docx_styles_free)

/* The paragraph style @id, the default one where @id is NULL or unknown; borrowed. */
const ZbDocxStyle *zb_docx_styles_lookup (const ZbDocxStyles *styles, const char *id);

/* The character style @id; NULL where there is none. Borrowed. */
const ZbDocxStyle *zb_docx_styles_lookup_character (const ZbDocxStyles *styles, const char *id);

/* The list (w:numId) of the numbering style @id; -1 where there is none. */
int zb_docx_styles_lookup_list (const ZbDocxStyles *styles, const char *id);

/* Reads what a w:pPr and a w:rPr (each may be NULL) say into @style, leaving alone the rest. */
void zb_docx_styles_apply (ZbDocxStyle *style, const xmlNode *paragraph, const xmlNode *run);

G_END_DECLS
