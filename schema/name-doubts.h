/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "flag.h"

G_BEGIN_DECLS

/* The names of a document, of projects and of units, that recognition was unsure of. A fact under a
 * misread name is wrong however well its number was read, and no sum tells. */
typedef struct ZbNameDoubts ZbNameDoubts;

/* Borrows @document, which lives longer. */
ZbNameDoubts *zb_name_doubts_new (const ZbDocument *document);
void zb_name_doubts_free (ZbNameDoubts *doubts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbNameDoubts, zb_name_doubts_free)

/* What is to be said of a fact about @name, interned or NULL: `digit_suspect` where a character of
 * its code was read in two ways, `label_fuzzy` and `low_ocr_confidence` where one was unsure. */
ZbFlags zb_name_doubts_lookup (ZbNameDoubts *doubts, const char *name);

G_END_DECLS
