/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* Names side by side, and the amounts that are shared out over them:
 * 公务接待费、公务用车运行维护费分别为1万元、2万元. */

/* Says whether the name @token stands beside the subject of @clause; if so, that subject is one of a list. To be
 * called before @clause gets its new subject. */
void zb_clause_join_name (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token);

/* Takes the amount @token where it is one of several that belong to several names, or one that belongs to each;
 * FALSE where it is read like any other. Where amounts and names do not go together the subject of @clause becomes
 * one that is not listed: an amount of several names is none of the last one. */
gboolean zb_sentence_take_listed (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                                  gsize clause_start);

G_END_DECLS
