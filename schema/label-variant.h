/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/* The label of @word (folded) in @scope, or of the same word with another ending that means no more: 预算 and 预算数,
 * 因公出国(境)费 and 因公出国(境)支出. NULL where neither is known. */
const ZbLabel *zb_label_lookup_variant (const ZbCatalogue *catalogue, ZbScope scope, const char *word);

/* The longest phrase of @scope that is part of @word (folded) and makes up at least half of it, of two characters and
 * more; NULL where none is. */
const ZbLabel *zb_label_match_part (const ZbCatalogue *catalogue, ZbScope scope, const char *word);

G_END_DECLS
