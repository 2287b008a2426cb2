/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include <stdlib.h>
#include <string.h>

#include "text-sums.h"

/* The amounts of a row that has lost its blanks, and the sums across:
 *
 *     合计 基本支出 项目支出 经营支出
 *     100 70 30               70 + 30 = 100 in three ways
 *     40 40 0.00 0.00         all of them
 */

enum {
  MOST_WAYS = 128,     /* kept for a row */
  MOST_STEPS = 200000, /* of trying */
};

/* Half a unit of the last place of amounts in ten thousands, or in yuan and cents. */
#define HALF_UNIT G_GINT64_CONSTANT (5000)

typedef struct {
  const ZbTextHeads *heads;
  guint32 columns; /* of the block that hold amounts */
  gint64 loose[ZB_TEXT_SUMS_MOST_COLUMNS], placed[ZB_TEXT_SUMS_MOST_COLUMNS];
  guint count, steps;
  gboolean exact;
  GArray *ways;
} Trial;

static const ZbTextHeadColumn *
column_at (const ZbTextHeads *heads, guint col) {
  return &g_array_index (heads->columns, ZbTextHeadColumn, col);
}

gboolean
zb_text_ledger_amounts (const ZbTextLedgerRow *row, const ZbTextHeads *heads, gint64 *amounts) {
  for (guint col = 0; col < heads->columns->len; col++) {
    const char *text = g_ptr_array_index (row->cells, col);

    amounts[col] = 0;
    if (column_at (heads, col)->kind == ZB_HEAD_WORD_AMOUNT && text != NULL
        && strspn (text, "-/—－") != strlen (text)
        && !zb_text_sums_read_amount (text, &amounts[col]))
      return FALSE;
  }
  return TRUE;
}

/* Whether @sum is right for the amounts of each column. Printed parts may be rounded. */
static gboolean
holds (const ZbTextHeadSum *sum, const gint64 *amounts, gboolean exact) {
  gint64 left = amounts[sum->total];

  for (guint col = 0; col < ZB_TEXT_SUMS_MOST_COLUMNS; col++)
    if (sum->parts >> col & 1)
      left -= amounts[col];
  return llabs (left) <= (exact ? 0 : HALF_UNIT * (1 + zb_text_sums_count_columns (sum->parts)));
}

/* Whether an amount stands under 其中 whose whole is blank. */
static gboolean
lacks_whole (const ZbTextHeads *heads, const gint64 *amounts) {
  const ZbTextHeadSum *sum = &g_array_index (heads->sums, ZbTextHeadSum, 0);

  for (guint col = 0; col < heads->columns->len && amounts[sum->total] == 0; col++)
    if (amounts[col] != 0 && zb_text_head_words_lookup (column_at (heads, col)->side) == ZB_HEAD_WORD_APART)
      return TRUE;
  return FALSE;
}

gboolean
zb_text_ledger_agrees (const ZbTextHeads *heads, const gint64 *amounts) {
  for (guint i = 0; i < heads->sums->len; i++)
    if (!holds (&g_array_index (heads->sums, ZbTextHeadSum, i), amounts, TRUE))
      return FALSE;
  return heads->sums->len > 0 && !lacks_whole (heads, amounts);
}

/* Whether all sums of the block are right, and there is one. */
static gboolean
is_right (const Trial *trial) {
  gboolean any = FALSE;

  if (trial->heads->sums->len == 1 && lacks_whole (trial->heads, trial->placed))
    return FALSE;

  for (guint i = 0; i < trial->heads->sums->len; i++) {
    const ZbTextHeadSum *sum = &g_array_index (trial->heads->sums, ZbTextHeadSum, i);

    if ((trial->columns >> sum->total & 1) == 0)
      continue;
    if (!holds (sum, trial->placed, trial->exact))
      return FALSE;
    any = TRUE;
  }
  return any;
}

/* Places the loose amounts from @next on in columns from @col on. */
static void
try_columns (Trial *trial, guint next, guint col, guint32 taken) {
  if (trial->ways->len > MOST_WAYS || ++trial->steps > MOST_STEPS)
    return;
  if (next == trial->count) {
    if (is_right (trial))
      g_array_append_val (trial->ways, taken);
    return;
  }
  for (; col < trial->heads->columns->len; col++) {
    if ((trial->columns >> col & 1) == 0)
      continue;
    if (zb_text_sums_count_columns (trial->columns >> col) < trial->count - next)
      return;
    trial->placed[col] = trial->loose[next];
    try_columns (trial, next + 1, col + 1, taken | (guint32) 1 << col);
    trial->placed[col] = 0;
  }
}

/* Whether @first is the sum of all other columns of the block, some of which may be sums again. */
static gboolean
is_sum_of_all (const Trial *trial, guint first) {
  guint32 parts = (guint32) 1 << first, before = 0;

  while (parts != before) {
    before = parts;
    for (guint i = 0; i < trial->heads->sums->len; i++) {
      const ZbTextHeadSum *sum = &g_array_index (trial->heads->sums, ZbTextHeadSum, i);

      if (parts >> sum->total & 1)
        parts |= sum->parts;
    }
  }
  return (trial->columns & ~parts) == 0;
}

/* Every way in which the first amount stands under the total that is the first column. */
static void
add_total_first (Trial *trial, guint32 taken, guint next, guint col) {
  if (trial->ways->len > MOST_WAYS)
    return;
  if (next == trial->count) {
    g_array_append_val (trial->ways, taken);
    return;
  }
  for (; col < trial->heads->columns->len; col++)
    if (trial->columns >> col & 1)
      add_total_first (trial, taken | (guint32) 1 << col, next + 1, col + 1);
}

static gboolean
read_loose (const ZbTextLedgerRow *row, Trial *trial) {
  trial->count = row->loose->len;
  for (guint i = 0; i < trial->count; i++)
    if (!zb_text_sums_read_amount (g_ptr_array_index (row->loose, i), &trial->loose[i]))
      return FALSE;
  return TRUE;
}

/* The first column of the block that holds amounts. */
static guint
find_first (Trial *trial, guint block) {
  guint first = trial->heads->columns->len;

  for (guint col = first; col-- > 0;)
    if (column_at (trial->heads, col)->block == block
        && column_at (trial->heads, col)->kind == ZB_HEAD_WORD_AMOUNT) {
      trial->columns |= (guint32) 1 << col;
      first = col;
    }
  return first;
}

/* In how many ways @count amounts can stand in @columns, in order; more than MOST_STEPS are not counted on. */
static guint64
count_ways (guint columns, guint count) {
  guint64 ways = 1;

  for (guint i = 0; i < MIN (count, columns - count) && ways <= MOST_STEPS; i++)
    ways = ways * (columns - i) / (i + 1);
  return ways;
}

GArray *
zb_text_ledger_ways (const ZbTextLedgerRow *row, const ZbTextHeads *heads) {
  Trial trial = { .heads = heads, .exact = TRUE,
                  .ways = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  guint first = find_first (&trial, row->block);

  if (row->loose->len == 0 || row->loose->len > zb_text_sums_count_columns (trial.columns)
      || count_ways (zb_text_sums_count_columns (trial.columns), row->loose->len) > MOST_STEPS)
    return trial.ways;
  if (read_loose (row, &trial)) {
    try_columns (&trial, 0, 0, 0);
    trial.exact = FALSE;
    if (trial.ways->len == 0 && trial.steps <= MOST_STEPS)
      try_columns (&trial, 0, 0, 0);
  }
  if (trial.count == 1 && trial.ways->len == 0 && is_sum_of_all (&trial, first))
    add_total_first (&trial, (guint32) 1 << first, 1, first + 1);
  if (trial.ways->len > MOST_WAYS || trial.steps > MOST_STEPS)
    g_array_set_size (trial.ways, 0);
  return trial.ways;
}

/* What a row counts that has amounts in all columns. */
static gint
weigh_amounts (const ZbTextLedgerRow *row, const ZbTextHeads *heads) {
  gint64 amounts[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };
  gint weight = 1;

  if (!zb_text_ledger_amounts (row, heads, amounts))
    return 0;
  for (guint i = 0; i < heads->sums->len; i++) {
    const ZbTextHeadSum *sum = &g_array_index (heads->sums, ZbTextHeadSum, i);

    weight += holds (sum, amounts, FALSE) ? 1 : -3;
  }
  return weight;
}

gint
zb_text_ledger_weigh (const GPtrArray *rows, const ZbTextHeads *heads) {
  gint weight = 0;

  for (guint i = 0; i < rows->len; i++) {
    const ZbTextLedgerRow *row = g_ptr_array_index (rows, i);

    if (row->cells == NULL) {
      weight -= 3;
    } else if (row->loose->len == 0) {
      weight += weigh_amounts (row, heads);
    } else {
      g_autoptr (GArray) ways = zb_text_ledger_ways (row, heads);

      weight += ways->len > 0 ? 1 : 0;
    }
  }
  return weight;
}

/* Whether the sums of the row are right and one of them has two parts: 1; 0 where too little stands in it to tell;
 * -1 where they are not. */
static gint
judge_row (const ZbTextLedgerRow *row, const ZbTextHeads *heads) {
  gint64 amounts[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };
  gint judged = 0;

  if (row->loose->len > 0) {
    g_autoptr (GArray) ways = zb_text_ledger_ways (row, heads);
    gboolean split = FALSE;

    for (guint i = 0; i < row->loose->len; i++)
      split |= strcmp (g_ptr_array_index (row->loose, i), g_ptr_array_index (row->loose, 0)) != 0;
    return row->loose->len < 3 ? 0 : ways->len == 0 ? -1 : split;
  }
  if (!zb_text_ledger_amounts (row, heads, amounts))
    return 0;
  for (guint i = 0; i < heads->sums->len; i++) {
    const ZbTextHeadSum *sum = &g_array_index (heads->sums, ZbTextHeadSum, i);
    guint parts = 0;

    for (guint col = 0; col < heads->columns->len; col++)
      parts += (sum->parts >> col & 1) && amounts[col] != 0;
    if (!holds (sum, amounts, FALSE))
      return -1;
    judged = parts > 1 ? 1 : judged;
  }
  return judged;
}

static gboolean
are_columns_known (const ZbTextHeads *heads) {
  for (guint col = 0; col < heads->columns->len; col++)
    if (!zb_text_head_words_is_known (column_at (heads, col)->text))
      return FALSE;
  return TRUE;
}

gboolean
zb_text_ledger_bears_out (const GPtrArray *rows, const ZbTextHeads *heads) {
  guint right = 0, wrong = 0;

  for (guint i = 0; i < rows->len; i++) {
    const ZbTextLedgerRow *row = g_ptr_array_index (rows, i);
    gint judged = row->cells != NULL ? judge_row (row, heads) : 0;

    right += judged > 0;
    wrong += judged < 0;
  }
  if (heads->sums->len == 0)
    return are_columns_known (heads);
  return right > 0 ? right > wrong : heads->usual && wrong == 0;
}
