/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "number.h"
#include "quantity.h"

G_BEGIN_DECLS

/* Reads number-names.tsv and numeral-words.tsv, once for the process; FALSE with ZB_ERROR_DATA where
 * one of them is wrong. */
gboolean zb_quantity_kind_load (GError **error);

/* Whether @quantity, whose number stands at bytes @start to @end of the folded text, names a thing
 * or a day instead of measuring something: ZB_QUANTITY_ORDINAL, ZB_QUANTITY_DATE, or nothing.
 * @previous_end is the end of the quantity before. */
ZbQuantityFlags zb_quantity_kind_classify (const ZbNumberText *text, gsize start, gsize end,
                                           gsize previous_end, const ZbQuantity *quantity);

/* Whether the Chinese numeral at byte @at is part of a word that counts nothing (统一, 一次性); the
 * words are in numeral-words.tsv. */
gboolean zb_quantity_kind_is_word (const char *folded, gsize at);

G_END_DECLS
