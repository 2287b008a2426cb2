/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* 主要是一般公共预算拨款减少80万元: whether @clause speaks of one fund, and not of the subject so far. */
gboolean zb_clause_names_fund_alone (const ZbClause *clause);

/* What the words around the clause that ends at the amount @token and began at @clause_start make of its
 * subject: one fund among incomes, a source of procurement, the project of the paragraph. */
void zb_sentence_narrow (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                         gsize clause_start);

G_END_DECLS
