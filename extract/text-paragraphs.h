/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "text-lines.h"

G_BEGIN_DECLS

/* The printed number that @text begins with (第一部分, 一、, （一）, 1., （1）, ①) as its length in
 * bytes, and in *@style which of these it is: 1 to 6; 0 and 0 where it begins with none. */
gsize zb_text_paragraphs_measure_number (const char *text, guint *style);

/* Whether @text begins like a new paragraph: a number, 附件, 注：, 单位： … */
gboolean zb_text_paragraphs_is_start (const char *text);

/* Whether @text begins like what stands under or over a table: 注：, 说明：, 填表人 … */
gboolean zb_text_paragraphs_is_remark (const char *text);

/* Whether the line at @next goes on the paragraph of which @last is the last line and @text the
 * text so far. Judges by punctuation, by how @next begins and by the line width that is usual
 * around @last. */
gboolean zb_text_paragraphs_continue (const GPtrArray *lines, guint last, guint next,
                                      const char *text);

/* Whether a typed line break between @line and @next ends what a reader takes for a paragraph: a
 * sentence ends before it, or the next line is indented. Else the line was broken to fit. */
gboolean zb_text_paragraphs_break_ends (const char *line, const char *next);

G_END_DECLS
