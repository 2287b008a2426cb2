/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* Adds the fact that the amount @token is: of @subject, with @measure, @years_back years before the
 * clause's year. The quote runs from @clause_start to the amount. */
void zb_sentence_emit (ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject,
                       const char *measure, guint years_back, const ZbToken *token,
                       gsize clause_start);

/* Notes the number @token, which gave no fact. */
void zb_sentence_mention (ZbSentenceReader *reader, const ZbToken *token, gsize clause_start);

/* Whether @quantity counts things (人, 辆, 批次 …). */
gboolean zb_sentence_is_count (const ZbQuantity *quantity);

/* Adds the fact that the count @token is, where the clause says what is counted. */
void zb_sentence_take_count (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                             gsize clause_start);

G_END_DECLS
