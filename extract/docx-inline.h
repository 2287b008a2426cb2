/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-story.h"

G_BEGIN_DECLS

/* The walk through what stands in one paragraph: runs with their text and breaks, fields, references
 * to notes, drawings, formulas, and the changes and wrappers around them. The pointers are borrowed. */
typedef struct {
  ZbDocxStory *story;
  GString *text;       /* what is displayed is appended here: '\n' for a line break, '\f' for a page or
                          column break */
  GPtrArray *deferred; /* xmlNode *: text boxes and tables are appended here */
  ZbDocxStyle *style;  /* of the paragraph; takes the size of the first run that shows text */
  gboolean has_text, has_plain; /* any text is displayed; any that is not bold */
  gboolean hidden, bold;        /* of the run that is being read */
  const char *font;             /* its font where it says one */
} ZbDocxInline;

/* Reads the children of @node, a w:p; what is not displayed is counted as left out. */
void zb_docx_inline_read (ZbDocxInline *walk, const xmlNode *node);

G_END_DECLS
