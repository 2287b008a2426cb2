/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-numbering.h"
#include "reader.h"

G_BEGIN_DECLS

/* A field that is open: its instruction is hidden, its result is displayed. */
typedef struct {
  gboolean has_result; /* the result has begun */
  gboolean contents;   /* a table of contents */
} ZbDocxField;

/* What the reading of one document carries along from paragraph to paragraph. The pointers are
 * borrowed but for the arrays, which zb_docx_story_clear() frees. */
typedef struct {
  const ZbReadOptions *options;
  ZbDocument *document;
  const ZbDocxStyles *styles;
  ZbDocxNumbering *numbering;
  GArray *fields;   /* ZbDocxField: the open ones, the innermost last */
  guint instructions; /* open fields whose result has not begun */
  guint contents;     /* open tables of contents */
  GPtrArray *notes; /* const xmlNode *: references to foot- and endnotes, in reading order */
  guint64 cells;    /* grid places so far, against max_cells */
  guint64 in_instructions; /* glyphs of text that stands in a field's instruction */
  guint images, objects, symbols;
} ZbDocxStory;

void zb_docx_story_init (ZbDocxStory *story, ZbDocument *document, const ZbReadOptions *options);
void zb_docx_story_clear (ZbDocxStory *story);

/* The marks of a field in the order of reading: where it opens, a piece of its instruction, where
 * its result begins, where it ends. Marks that belong to no open field change nothing. */
void zb_docx_story_open_field (ZbDocxStory *story);
void zb_docx_story_instruct (ZbDocxStory *story, const char *instruction);
void zb_docx_story_begin_result (ZbDocxStory *story);
void zb_docx_story_close_field (ZbDocxStory *story);
/* Forgets the fields that a story leaves open. */
void zb_docx_story_close_fields (ZbDocxStory *story);
/* Whether the place is inside the instruction of a field and not in its result. */
gboolean zb_docx_story_in_instruction (const ZbDocxStory *story);

/* Counts the text below @node as read and left out: deleted, hidden, never displayed. */
void zb_docx_story_leave_out (ZbDocxStory *story, const xmlNode *node);

G_END_DECLS
