/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* What income and expenditure of a sentence say of each other. */

/* 本年收入总计9万元，支出总计9万元: makes the income that @subject, named by the label @token, is the grand total that stands
 * against that of expenditure. */
void zb_sentence_match_sides (const ZbSentenceReader *reader, const ZbToken *token, ZbSubject *subject);

/* 预算收入9万元；支出9万元: gives @clause, which ends at an amount, the expenditure that 支出 alone names behind an income. */
void zb_sentence_complete_side (const ZbSentenceReader *reader, ZbClause *clause);

/* Notes that @subject, just told, is @quantity; two equal grand totals are compared as one: 较上年增加1万元. */
void zb_sentence_note_side (ZbSentenceReader *reader, const ZbSubject *subject, const ZbQuantity *quantity);

/* 基本支出中，人员经费5万元: whether @clause, which ends at the comma @token, only names what is broken down. */
gboolean zb_sentence_names_whole (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token);

G_END_DECLS
