/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout-lines.h"

G_BEGIN_DECLS

/* How the running text of one page is set; points. */
typedef struct {
  double width;       /* of the page */
  double left, right; /* margins of the text */
  double step;        /* from line to line, top to top, as most lines stand; 0 where unknown */
  double size;        /* of most of the text; 0 where unknown */
} ZbTextMeasure;

/* The measure of these @lines (ZbLine *) on paper of @width: of one page, or of all pages (@common
 * is NULL then). A page whose text is not as wide as that of all pages, @common, has its margins. */
ZbTextMeasure zb_text_measure_new (const GPtrArray *lines, double width,
                                   const ZbTextMeasure *common);

/* Whether @line stands in the middle of the page and is no indented line of running text. */
gboolean zb_text_measure_is_centred (const ZbTextMeasure *measure, const ZbLine *line);

/* The paragraph so far. */
typedef struct {
  const ZbLine *last; /* its last line */
  gboolean same_page; /* the next line stands on the same page */
  gboolean centred;
  double gap;  /* from the end of the last line to the right margin of its page */
  double step; /* between its last two lines; 0 where it has one */
} ZbParagraphEnd;

/* Whether @line goes on with the paragraph: the last line had no room for the first word of it,
 * and neither indent, print nor distance starts a new one. */
gboolean zb_layout_paragraphs_go_on (const ZbParagraphEnd *end, const ZbLine *line,
                                     const ZbTextMeasure *measure);

G_END_DECLS
