/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sentence-clause.h"

G_BEGIN_DECLS

/* Makes what the name @token (a ZB_TOKEN_LABEL) means the subject of @clause, or adds to the subject so far what the name
 * says of it: its fund, its measure, that it is a total. */
void zb_clause_take_name (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token);

/* Makes the code or the name of a classification in @token (ZB_TOKEN_FUNCTION or ZB_TOKEN_ECONOMIC) the subject of @clause. */
void zb_clause_take_code (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token);

G_END_DECLS
