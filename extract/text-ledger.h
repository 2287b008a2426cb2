/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-heads.h"
#include "text-word-rows.h"

G_BEGIN_DECLS

/* A row under a known head. */
typedef struct {
  GPtrArray *cells; /* a text for each column, NULL for a blank; NULL where the row is not understood */
  GPtrArray *loose; /* amounts behind a total whose columns are not known; of text */
  guint block;      /* theirs */
} ZbTextLedgerRow;

/* Finds the column of each word of the rows @lines (arrays of ZbTextWord) from what stands under the
 * head: a row with all its amounts, a side with one, a total before its parts. The caller unrefs the
 * array (of ZbTextLedgerRow *). */
GPtrArray *zb_text_ledger_read (const GPtrArray *lines, guint first, const ZbTextHeads *heads);

/* Finds the columns of loose amounts: those of the row of the whole where @source prints them behind the
 * heads of their columns; those of parts by the sums that they complete, where only one way of placing
 * them does. */
void zb_text_ledger_place (GPtrArray *rows, const ZbTextHeads *heads, ZbTextSource *source);

G_END_DECLS
