/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-story.h"

G_BEGIN_DECLS

/* One paragraph as Word displays it with all changes accepted. */
typedef struct {
  GString *text;       /* '\n' for a line break, '\f' for a page or column break */
  char *number;        /* of the automatic numbering; NULL where none */
  GPtrArray *deferred; /* xmlNode *: text boxes and tables that hang on it, borrowed from the tree */
  ZbDocxStyle style;   /* direct formatting applied */
  gboolean all_bold;
  gboolean joins_next; /* its paragraph mark is deleted */
} ZbDocxParagraph;

/* Reads @node, a w:p, and advances the numbering; free with zb_docx_paragraph_clear(). */
void zb_docx_paragraph_read (ZbDocxStory *story, const xmlNode *node, ZbDocxParagraph *paragraph);
void zb_docx_paragraph_clear (ZbDocxParagraph *paragraph);

/* Puts the number before @text as Word displays it; NULL number: @text alone. Caller frees. */
char *zb_docx_paragraph_prefix (const char *number, const char *text);

G_END_DECLS
