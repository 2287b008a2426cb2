/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-flat-form.h"
#include "text-fold.h"
#include "text-sums.h"

/* The block of funds has three columns of amounts. A row that lost its blanks may have fewer:
 *
 *     年度资金总额 100 120 118
 *     当年财政拨款 100 100 98
 *     上年结转资金 20 20            of the second and third column, for these complete the sums
 *
 * Where exactly one way of placing such rows makes every column add up to its total, it is taken. */

enum { AMOUNTS = 3, MOST_ROWS = 6 };

typedef struct {
  GPtrArray *rows[MOST_ROWS]; /* borrowed */
  ZbTextSumRow parts[MOST_ROWS];
  guint count;
  gint64 totals[AMOUNTS];
} Funds;

static gboolean
read_row (ZbTextSumRow *fund, const GPtrArray *row) {
  *fund = (ZbTextSumRow){ .count = 0 };
  for (guint i = 0; i < AMOUNTS; i++) {
    const ZbTextCell *cell = zb_text_row_get (row, ZB_FORM_COL_NAME + i);

    if (cell->text->len == 0)
      continue;
    if (fund->count != i || !zb_text_sums_read_amount (cell->text->str, &fund->amounts[i]))
      return FALSE;
    fund->count++;
  }
  return TRUE;
}

/* Moves the amounts of a row, which stand at the left, to the columns found. */
static void
place (GPtrArray *row, const ZbTextSumRow *fund) {
  guint next = fund->count;

  for (guint col = AMOUNTS; col-- > 0;) {
    gpointer *to = &row->pdata[ZB_FORM_COL_NAME + col];
    gpointer *from;
    gpointer cell = *to;

    if (!(fund->columns >> col & 1))
      continue;
    from = &row->pdata[ZB_FORM_COL_NAME + --next];
    *to = *from;
    *from = cell;
  }
}

static gboolean
solve (Funds *funds) {
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint steps = ZB_TEXT_SUMS_MOST_STEPS;

  for (guint i = 0; i < funds->count; i++) {
    g_ptr_array_add (ways, zb_text_sums_every_way (funds->parts[i].count, AMOUNTS));
    funds->parts[i].ways = g_ptr_array_index (ways, i);
  }
  return zb_text_sums_solve (funds->parts, funds->count, AMOUNTS, funds->totals, &steps);
}

void
zb_text_flat_funds_place (GPtrArray *rows) {
  Funds funds = { .count = 0 };
  gboolean has_total = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);
    const char *label = zb_text_row_get (row, 1)->text->str;
    g_autofree char *folded = zb_text_fold (label);
    ZbTextSumRow fund;

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
      funds.rows[funds.count] = row;
      funds.parts[funds.count++] = fund;
    }
  }
  if (!has_total || !solve (&funds))
    return;
  for (guint i = 0; i < funds.count; i++)
    place (funds.rows[i], &funds.parts[i]);
}
