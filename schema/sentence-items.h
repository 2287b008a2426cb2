/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* 工资福利支出80万元，其中：基本工资50万元: what is spent, broken down by the economic classification. */

/* What was last spoken of is broken down from here on. */
void zb_sentence_open_items (ZbSentenceReader *reader);

/* Takes the category that @token (ZB_TOKEN_ECONOMIC) names as the subject of @clause. */
void zb_clause_take_category (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token);

/* Takes the item that @token names as the subject of @clause: of what is being broken down, where the sentence does
 * that, else the name of something that is not catalogued. */
void zb_clause_take_item (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token);

/* Whether a name that is also an indicator of its own (会议费) is one item more of those before it. */
gboolean zb_sentence_continues_items (const ZbSentenceReader *reader, const ZbToken *token);

G_END_DECLS
