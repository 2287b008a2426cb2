/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-numbering.h"
#include "reader.h"

G_BEGIN_DECLS

/* What the reading of one document carries along from paragraph to paragraph. The pointers are
 * borrowed but for the arrays, which zb_docx_story_clear() frees. */
typedef struct {
  const ZbReadOptions *options;
  ZbDocument *document;
  const ZbDocxStyles *styles;
  ZbDocxNumbering *numbering;
  GArray *fields;   /* gboolean: for each open field, whether its result has begun */
  guint instructions; /* open fields whose result has not begun */
  GPtrArray *notes; /* const xmlNode *: references to foot- and endnotes, in reading order */
  guint64 cells;    /* grid places so far, against max_cells */
  guint64 in_instructions; /* glyphs of text that stands in a field's instruction */
  guint images, objects, symbols;
} ZbDocxStory;

void zb_docx_story_init (ZbDocxStory *story, ZbDocument *document, const ZbReadOptions *options);
void zb_docx_story_clear (ZbDocxStory *story);

/* Forgets fields that a story leaves open. */
void zb_docx_story_close_fields (ZbDocxStory *story);

/* Counts the text below @node as read and left out: deleted, hidden, never displayed. */
void zb_docx_story_leave_out (ZbDocxStory *story, const xmlNode *node);

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
