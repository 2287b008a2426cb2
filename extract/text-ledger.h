/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-heads.h"
#include "text-word-rows.h"

G_BEGIN_DECLS

/* A row under a known head. */
typedef struct {
  GPtrArray *cells; /* a text for each column, NULL for a blank; NULL where the row is not understood */
  GPtrArray *loose; /* amounts whose columns are not known; of text */
  guint block;      /* theirs */
} ZbTextLedgerRow;

/* Finds the column of each word of the rows @lines (arrays of ZbTextWord) by what stands under the
 * head: codes, names, a row with all its amounts, a side with one. The caller unrefs the
 * array (of ZbTextLedgerRow *). */
GPtrArray *zb_text_ledger_read (const GPtrArray *lines, const ZbTextHeads *heads);

/* Finds the columns of loose amounts: those of the row of the whole where @source prints them behind the
 * heads of their columns; those of others by the sums that they complete, across and down, where only one way of
 * placing them does; and a total before its parts. */
void zb_text_ledger_place (GPtrArray *rows, const ZbTextHeads *heads, ZbTextSource *source);

/* The ways (guint32, a bit for each column) in which the loose amounts of @row may stand in the columns of its
 * block, in order, so that the sums across are right; where none is, every way that begins with the total of them
 * all, where that is the first. Empty where there are too many. The caller unrefs the array. */
GArray *zb_text_ledger_ways (const ZbTextLedgerRow *row, const ZbTextHeads *heads);

/* What @row has in each column in millionths, 0 for a blank. FALSE where something else stands there. */
gboolean zb_text_ledger_amounts (const ZbTextLedgerRow *row, const ZbTextHeads *heads, gint64 *amounts);

/* How well @rows agree with their head: more for rows with all amounts whose sums across are right, less for
 * those that are not understood. */
gint zb_text_ledger_weigh (const GPtrArray *rows, const ZbTextHeads *heads);

/* Whether @amounts, in millionths for each column, agree exactly with all sums of the head, of which there are some,
 * and none stands under 其中 whose whole is blank. */
gboolean zb_text_ledger_agrees (const ZbTextHeads *heads, const gint64 *amounts);

/* Whether the amounts of @rows speak for their head rather than against it: whole rows of three and more amounts add
 * up across. A head in which something is unusual needs at least one that does; one without sums, words that
 * are known. */
gboolean zb_text_ledger_bears_out (const GPtrArray *rows, const ZbTextHeads *heads);

/* The rows of a table, as zb_text_rows_build() takes them, from @lines (arrays of ZbTextWord), of which the
 * first @heads are its head and the others its rows; @flat: each line is one word, and where a row ends is
 * not known. NULL where the head is not understood. Rows that go into no columns stay as they are printed,
 * in one cell, and source->unplaced counts them. The caller unrefs the result. */
GPtrArray *zb_text_ledger_table (const GPtrArray *lines, guint heads, gboolean flat,
                                 ZbTextSource *source);

/* How well the head that suits them best agrees with the rows (zb_text_ledger_weigh()); G_MININT where none does
 * or several do. */
gint zb_text_ledger_try (const GPtrArray *lines, guint heads, gboolean flat);

/* Puts the words from line @first on, one a line, in rows as the head wants them. The caller unrefs the array (of
 * arrays of ZbTextWord whose texts are borrowed). */
GPtrArray *zb_text_ledger_regroup (const GPtrArray *lines, guint first, const ZbTextHeads *heads);

/* The number of words of the code that begins at @index: 20805, or the pieces 208 05 05; 0 for none. */
guint zb_text_ledger_measure_code (const GArray *words, guint index);

/* The Chinese number that @name begins with, 三、 is 3; 0 where it has none. */
guint zb_text_sides_number (const char *name);

/* A row of one cell over @cols columns with the words of @line, as they are printed. */
GPtrArray *zb_text_ledger_whole_row (const GArray *line, guint cols);

/* What one block of a row says while it is read. The texts are borrowed. */
typedef struct {
  GPtrArray *codes, *names, *amounts, *rest; /* const char *; the rest stands behind the amounts */
  const char *line;
} ZbTextLedgerEntry;

ZbTextLedgerEntry *zb_text_ledger_entry_new (void);
void zb_text_ledger_entry_free (ZbTextLedgerEntry *entry);

/* Puts what @entry says into the columns of @block. FALSE where it does not go into them. */
gboolean zb_text_ledger_set_entry (ZbTextLedgerRow *row, const ZbTextHeads *heads,
                                   const ZbTextLedgerEntry *entry, guint block);

/* What is known of the sides of a form so far. */
typedef struct {
  const ZbTextHeads *heads;
  guint *numbers; /* of each side the number that its last name began with */
} ZbTextSides;

/* Reads a row of a form with several sides whose lines have neither codes nor numbers: names with amounts
 * behind them. FALSE where it is not certain on which side one stands. */
gboolean zb_text_sides_read (ZbTextSides *sides, const GArray *words, ZbTextLedgerRow *row);

G_END_DECLS
