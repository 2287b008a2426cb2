/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include "text-ledger-parts.h"
#include "text-sums.h"

/* The amounts of rows that lost their blanks:
 *
 *     项目 合计 基本支出 项目支出 经营支出
 *     合计 100 70 30                      the report says 基本支出70万元 and 项目支出30万元
 *     201 教育 60 40 20                   40 + 30 = 70 and 20 + 10 = 30; placed in any other way, the
 *     205 文化 40 30 10                   columns do not add up
 *
 * What the sums across leave (text-ledger-ways) is narrowed by the sums down: those of a code are the sum of the
 * longer codes that begin with it. */

enum { MOST_STEPS = 10000000 };

typedef struct {
  GPtrArray *rows; /* ZbTextLedgerRow */
  GPtrArray *ways; /* of each row, GArray of guint32 */
  const ZbTextLedgerParts *parts;
  const ZbTextHeads *heads;
  guint steps; /* that may still be taken: amounts read, and what solving sums takes */
} Placing;

static ZbTextLedgerRow *
row_at (const Placing *placing, guint index) {
  return g_ptr_array_index (placing->rows, index);
}

static const ZbTextHeadColumn *
column_at (const Placing *placing, guint col) {
  return &g_array_index (placing->heads->columns, ZbTextHeadColumn, col);
}

static GArray *
ways_of (const Placing *placing, guint index) {
  return g_ptr_array_index (placing->ways, index);
}

static const GArray *
parts_of (const Placing *placing, guint index) {
  return g_ptr_array_index (placing->parts->of_rows, index);
}

static gboolean
is_open (const Placing *placing, guint index) {
  return row_at (placing, index)->cells != NULL && row_at (placing, index)->loose->len > 0;
}

/* Moves the loose amounts into @columns. */
static void
set_columns (const Placing *placing, guint index, guint32 columns) {
  ZbTextLedgerRow *row = row_at (placing, index);
  guint next = 0;

  for (guint col = 0; col < placing->heads->columns->len; col++)
    if (columns >> col & 1)
      row->cells->pdata[col] = g_strdup (g_ptr_array_index (row->loose, next++));
  g_ptr_array_set_size (row->loose, 0);
}

/* The column behind whose head the report prints @amount; the number of columns where
 * none or more than one is. */
static guint
find_printed (const Placing *placing, ZbTextSource *source, const char *amount) {
  guint none = placing->heads->columns->len, found = none;

  for (guint col = 0; col < none; col++) {
    const ZbTextHeadColumn *column = column_at (placing, col);

    if (column->kind != ZB_HEAD_WORD_AMOUNT || column->total
        || !zb_text_source_prints (source, column->text, amount))
      continue;
    if (found < none)
      return none;
    found = col;
  }
  return found;
}

/* Narrows the ways of the row of the whole to those that put its amounts where the sentences do. */
static void
narrow_by_sentences (const Placing *placing, ZbTextSource *source) {
  const ZbTextLedgerRow *row = row_at (placing, placing->parts->whole);
  GArray *ways = ways_of (placing, placing->parts->whole);

  for (guint i = 0; i < row->loose->len; i++) {
    guint col = find_printed (placing, source, g_ptr_array_index (row->loose, i));

    if (col == placing->heads->columns->len)
      continue;
    for (guint way = ways->len; way-- > 0;) {
      guint32 columns = g_array_index (ways, guint32, way);
      guint32 before = columns & (((guint32) 1 << col) - 1);

      if ((columns >> col & 1) == 0 || zb_text_sums_count_columns (before) != i)
        g_array_remove_index (ways, way);
    }
  }
}

static void
read_open (const Placing *placing, guint index, ZbTextSumRow *sum) {
  const ZbTextLedgerRow *row = row_at (placing, index);

  sum->count = row->loose->len;
  sum->ways = ways_of (placing, index);
  for (guint i = 0; i < sum->count; i++)
    zb_text_sums_read_amount (g_ptr_array_index (row->loose, i), &sum->amounts[i]);
}

/* What the row has in its columns, as zb_text_ledger_amounts(). FALSE where the steps are spent, too. */
static gboolean
read_amounts (Placing *placing, guint index, gint64 *amounts) {
  guint cols = placing->heads->columns->len;

  if (placing->steps < cols)
    placing->steps = 0;
  else
    placing->steps -= cols;
  return placing->steps > 0
         && zb_text_ledger_amounts (row_at (placing, index), placing->heads, amounts);
}

/* Takes what row @index has in known columns off @left, or adds it to @open. */
static gboolean
gather (Placing *placing, guint index, gint64 *left, GArray *open, GArray *places) {
  gint64 amounts[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };
  ZbTextSumRow sum = { 0 };

  if (row_at (placing, index)->cells == NULL)
    return FALSE;
  if (is_open (placing, index)) {
    read_open (placing, index, &sum);
    g_array_append_val (open, sum);
    g_array_append_val (places, index);
    return ways_of (placing, index)->len > 0;
  }
  if (!read_amounts (placing, index, amounts))
    return FALSE;
  for (guint col = 0; col < placing->heads->columns->len; col++)
    left[col] -= amounts[col];
  return TRUE;
}

static gboolean
solve (Placing *placing, ZbTextSumRow *rows, guint count, const gint64 *totals) {
  return zb_text_sums_solve (rows, count, placing->heads->columns->len, totals, &placing->steps);
}

/* Places the parts of row @parent, whose own amounts are placed. */
static gboolean
place_parts (Placing *placing, guint parent) {
  const GArray *parts = parts_of (placing, parent);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (ZbTextSumRow));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 left[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };

  if (parts->len == 0 || row_at (placing, parent)->cells == NULL || is_open (placing, parent)
      || !read_amounts (placing, parent, left))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (!gather (placing, g_array_index (parts, guint, i), left, open, places))
      return FALSE;
  if (open->len == 0 || !solve (placing, (ZbTextSumRow *) (void *) open->data, open->len, left))
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    set_columns (placing, g_array_index (places, guint, i),
                 g_array_index (open, ZbTextSumRow, i).columns);
  return TRUE;
}

/* Places the amounts of row @parent, all of whose parts are placed. */
static gboolean
place_sum (Placing *placing, guint parent) {
  const GArray *parts = parts_of (placing, parent);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (ZbTextSumRow));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 left[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };
  ZbTextSumRow sum = { 0 };

  if (parts->len == 0 || !is_open (placing, parent) || ways_of (placing, parent)->len == 0)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (!gather (placing, g_array_index (parts, guint, i), left, open, places) || open->len > 0)
      return FALSE;
  for (guint col = 0; col < placing->heads->columns->len; col++)
    left[col] = -left[col];
  read_open (placing, parent, &sum);
  if (!solve (placing, &sum, 1, left))
    return FALSE;
  set_columns (placing, parent, sum.columns);
  return TRUE;
}

/* Places what stands in the same column in every way that is left. */
static void
place_common (const Placing *placing, guint index) {
  ZbTextLedgerRow *row = row_at (placing, index);
  const GArray *ways = ways_of (placing, index);
  guint32 common = G_MAXUINT32;
  guint32 first = ways->len > 0 ? g_array_index (ways, guint32, 0) : 0;
  guint place = 0;

  for (guint i = 0; i < ways->len; i++)
    common &= g_array_index (ways, guint32, i);
  for (guint i = 0; i < ways->len; i++) {
    guint32 way = g_array_index (ways, guint32, i);

    /* the same amount must stand there each time */
    for (guint col = 0; col < placing->heads->columns->len; col++) {
      guint32 below = ((guint32) 1 << col) - 1;

      if (zb_text_sums_count_columns (way & below) != zb_text_sums_count_columns (first & below))
        common &= ~((guint32) 1 << col);
    }
  }
  for (guint col = 0; col < placing->heads->columns->len && ways->len > 0; col++) {
    if ((first >> col & 1) == 0)
      continue;
    if (common >> col & 1) {
      row->cells->pdata[col] = g_ptr_array_index (row->loose, place);
      row->loose->pdata[place] = NULL;
    }
    place++;
  }
  for (guint i = row->loose->len; i-- > 0;)
    if (g_ptr_array_index (row->loose, i) == NULL)
      g_ptr_array_remove_index (row->loose, i);
}

/* Goes over the rows until nothing more can be placed, or it takes too long. */
static void
place_down (Placing *placing) {
  gboolean changed = TRUE;

  while (changed && placing->steps > 0) {
    changed = FALSE;
    for (guint i = 0; i < placing->rows->len; i++)
      changed |= place_parts (placing, i) || place_sum (placing, i);
  }
}

void
zb_text_ledger_place (GPtrArray *rows, const ZbTextHeads *heads, ZbTextSource *source) {
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (ZbTextLedgerParts) parts = zb_text_ledger_parts_new (rows, heads);
  Placing placing = { .rows = rows, .ways = ways, .parts = parts, .heads = heads, .steps = MOST_STEPS };

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ways, zb_text_ledger_ways (row_at (&placing, i), heads));
  if (parts->whole < rows->len && is_open (&placing, parts->whole))
    narrow_by_sentences (&placing, source);
  for (guint i = 0; i < rows->len; i++)
    if (is_open (&placing, i) && ways_of (&placing, i)->len == 1)
      set_columns (&placing, i, g_array_index (ways_of (&placing, i), guint32, 0));
  if (zb_text_heads_blocks (heads) == 1)
    place_down (&placing);
  for (guint i = 0; i < rows->len; i++)
    if (is_open (&placing, i))
      place_common (&placing, i);
}
