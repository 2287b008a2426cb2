/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

gboolean zb_sentence_is_money (const ZbQuantity *quantity);
gboolean zb_sentence_is_percent (const ZbQuantity *quantity);

/* The measure that the words of @clause give the amount @token of @subject, which no count is; NULL where they do not
 * say that it is one of the catalogued ones. Sets @years_back for an amount of last year. */
const char *zb_sentence_measure (const ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject,
                                 const ZbToken *token, guint *years_back);

G_END_DECLS
