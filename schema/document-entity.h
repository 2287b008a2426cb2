/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* How much a place speaks for the whole document. */
#define ZB_COVER_WEIGHT 6
#define ZB_TABLE_WEIGHT 3

/* Votes of the places of a document for the body that reports, by its name; the caller owns the table. */
GHashTable *zb_entity_votes_new (void);

/* The year that a title names where its body ends, as in 某委员会2026部门预算 also without 年; 0 where it names none. */
guint zb_entity_title_year (const char *folded);

/* Adds what @block says of the body: a title, 预算单位：X on the cover, the department above a table, a form that
 * names it in its first rows. */
void zb_entity_vote_block (GHashTable *entities, const ZbBlock *block, gboolean cover);

/* The name with most votes, or where neither cover nor table names the body, what the sentences open with, or forms of
 * projects say; completed from @title, which may be NULL. NULL where nothing names it; the caller frees it. */
char *zb_entity_choose (GHashTable *entities, const ZbDocument *document, const char *title);

G_END_DECLS
