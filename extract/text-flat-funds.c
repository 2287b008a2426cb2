/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-flat-form.h"
#include "text-fold.h"

/* The block of funds has three columns of amounts. A row that lost its blanks may have fewer:
 *
 *     年度资金总额 100 120 118
 *     当年财政拨款 100 100 98
 *     上年结转资金 20 20            of the second and third column, for these complete the sums
 *
 * Where exactly one way of placing such rows makes every column add up to its total, it is taken. */

enum {
  AMOUNTS = 3,
  MOST_ROWS = 6,
  DECIMALS = 6,
  LONGEST_AMOUNT = 12, /* digits before the point */
};

/* One row of the block: its amounts in millionths, and the columns that they are placed in. */
typedef struct {
  GPtrArray *row; /* borrowed */
  gint64 amounts[AMOUNTS];
  guint count, columns;  /* columns: a bit for each */
  guint best;            /* of the placement that adds up */
} FundRow;

typedef struct {
  FundRow parts[MOST_ROWS];
  guint count, solutions;
  gint64 totals[AMOUNTS];
} Funds;

/* Reads a plain amount; FALSE for anything else. */
static gboolean
read_amount (const char *text, gint64 *amount) {
  gsize whole = strspn (text, "0123456789"), decimals = 0;

  if (whole == 0 || whole > LONGEST_AMOUNT)
    return FALSE;
  *amount = g_ascii_strtoll (text, NULL, 10);
  text += whole;
  if (*text == '.')
    for (text++; decimals < DECIMALS && g_ascii_isdigit (text[decimals]); decimals++)
      *amount = *amount * 10 + (text[decimals] - '0');
  if (text[decimals] != '\0')
    return FALSE;
  for (; decimals < DECIMALS; decimals++)
    *amount *= 10;
  return TRUE;
}

static gboolean
read_row (FundRow *fund, GPtrArray *row) {
  *fund = (FundRow){ .row = row };
  for (guint i = 0; i < AMOUNTS; i++) {
    const ZbTextCell *cell = zb_text_row_get (row, ZB_FORM_COL_NAME + i);

    if (cell->text->len == 0)
      continue;
    if (fund->count != i || !read_amount (cell->text->str, &fund->amounts[i]))
      return FALSE;
    fund->count++;
  }
  return TRUE;
}

static guint
count_bits (guint bits) {
  guint count = 0;

  for (; bits > 0; bits &= bits - 1)
    count++;
  return count;
}

static gboolean
adds_up (const Funds *funds) {
  gint64 sums[AMOUNTS] = { 0 };

  for (guint i = 0; i < funds->count; i++)
    for (guint col = 0, next = 0; col < AMOUNTS; col++)
      if (funds->parts[i].columns >> col & 1)
        sums[col] += funds->parts[i].amounts[next++];
  return memcmp (sums, funds->totals, sizeof sums) == 0;
}

/* Tries every placement of the rows from @index on. */
static void
try_rows (Funds *funds, guint index) {
  FundRow *fund = NULL;

  if (index >= MIN (funds->count, MOST_ROWS)) {
    if (adds_up (funds) && ++funds->solutions == 1)
      for (guint i = 0; i < funds->count; i++)
        funds->parts[i].best = funds->parts[i].columns;
    return;
  }
  fund = &funds->parts[index];
  for (fund->columns = 0; fund->columns < 1u << AMOUNTS; fund->columns++)
    if (count_bits (fund->columns) == fund->count)
      try_rows (funds, index + 1);
}

/* Moves the amounts of a row, which stand at the left, to the columns found. */
static void
place (FundRow *fund) {
  guint next = fund->count;

  for (guint col = AMOUNTS; col-- > 0;) {
    gpointer *to = &fund->row->pdata[ZB_FORM_COL_NAME + col];
    gpointer *from;
    gpointer cell = *to;

    if (!(fund->best >> col & 1))
      continue;
    from = &fund->row->pdata[ZB_FORM_COL_NAME + --next];
    *to = *from;
    *from = cell;
  }
}

void
zb_text_flat_funds_place (GPtrArray *rows) {
  Funds funds = { .count = 0 };
  gboolean has_total = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);
    const char *label = zb_text_row_get (row, 1)->text->str;
    g_autofree char *folded = zb_text_fold (label);
    FundRow fund;

    if (zb_text_form_words_lookup (label) != ZB_FORM_WORD_FUND)
      continue;
    if (!read_row (&fund, row) || funds.count == MOST_ROWS)
      return;
    if (g_str_has_suffix (folded, "总额") || g_str_equal (folded, "合计")) {
      if (has_total || fund.count != AMOUNTS)
        return;
      has_total = TRUE;
      memcpy (funds.totals, fund.amounts, sizeof funds.totals);
    } else {
      funds.parts[funds.count++] = fund;
    }
  }
  if (!has_total)
    return;
  try_rows (&funds, 0);
  for (guint i = 0; funds.solutions == 1 && i < funds.count; i++)
    place (&funds.parts[i]);
}
