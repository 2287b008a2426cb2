/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-ledger.h"

G_BEGIN_DECLS

/* Which rows are parts of which by their codes: 20805 of 208, and 208 of the row of the whole. */
typedef struct {
  GPtrArray *of_rows; /* of each row, GArray of guint: the rows that are parts of it, in order */
  guint whole;        /* the only row that names the whole and has no code; the number of rows where there is none */
} ZbTextLedgerParts;

/* The parts of @rows (ZbTextLedgerRow); of too many rows none are found. The caller frees the result. */
ZbTextLedgerParts *zb_text_ledger_parts_new (const GPtrArray *rows, const ZbTextHeads *heads);
void zb_text_ledger_parts_free (ZbTextLedgerParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTextLedgerParts, zb_text_ledger_parts_free)

G_END_DECLS
