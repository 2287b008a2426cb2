/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* What one block of text tells the next. */

/* 按支出功能分类科目划分，教育支出9万元 … 按经济分类: by what the amounts from here on are divided. */
void zb_sentence_note_division (const ZbBlock *block, const char *folded, ZbPathContext *paths);

/* A block that is nothing but a path names the subject of the paragraph behind it. */
void zb_sentence_note_heading_code (const GArray *tokens, ZbSentenceContext *context);

/* 财政拨款支出主要内容如下： gives its fund to the list that it opens. */
void zb_sentence_note_list_fund (const GArray *tokens, const char *folded, ZbSentenceContext *context);

/* 行政运行90万元，其中： and its parts in the block behind: notes at @stop what a block breaks down, and at the beginning of the
 * next goes on with it. Economic categories go on with it from block to block. */
void zb_sentence_note_opened (ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *stop);
void zb_sentence_go_on_with_opened (ZbSentenceReader *reader);

G_END_DECLS
