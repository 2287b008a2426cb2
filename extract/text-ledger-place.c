/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include <string.h>

#include "text-sums.h"

/* The amounts behind a total, of rows that lost their blanks:
 *
 *     项目 合计 基本支出 项目支出 经营支出
 *     合计 100 70 30                      the report says 基本支出70万元 and 项目支出30万元
 *     201 教育 60 40 20                   40 + 30 = 70 and 20 + 10 = 30; placed in any other way, the
 *     205 文化 40 30 10                   columns do not add up */

typedef struct {
  GPtrArray *rows; /* ZbTextLedgerRow */
  const ZbTextHeads *heads;
  guint code, name, total; /* columns */
  guint parts;             /* columns behind the total */
} Placing;

static ZbTextLedgerRow *
row_at (const Placing *placing, guint index) {
  return g_ptr_array_index (placing->rows, index);
}

static const char *
text_at (const ZbTextLedgerRow *row, guint col) {
  const char *text = row->cells != NULL ? g_ptr_array_index (row->cells, col) : NULL;

  return text != NULL ? text : "";
}

/* Finds the columns of a table of one block: code, name, the total and its parts. */
static gboolean
find_columns (Placing *placing) {
  const GArray *columns = placing->heads->columns;
  guint found = 0;

  for (guint col = 0; col < columns->len; col++) {
    const ZbTextHeadColumn *column = &g_array_index (columns, ZbTextHeadColumn, col);

    if (column->block > 0)
      return FALSE;
    if (column->kind == ZB_HEAD_WORD_CODE) {
      placing->code = col;
      found |= 1;
    } else if (column->kind == ZB_HEAD_WORD_NAME) {
      placing->name = col;
    } else if (column->kind == ZB_HEAD_WORD_AMOUNT && column->total && !(found & 2)) {
      placing->total = col;
      found |= 2;
    }
  }
  placing->parts = columns->len - placing->total - 1;
  return found == 3 && placing->parts > 1 && placing->parts <= ZB_TEXT_SUMS_MOST_COLUMNS;
}

static void
set_parts (const Placing *placing, ZbTextLedgerRow *row, guint columns) {
  guint next = 0;

  for (guint part = 0; part < placing->parts; part++)
    if (columns >> part & 1)
      row->cells->pdata[placing->total + 1 + part]
          = g_strdup (g_ptr_array_index (row->loose, next++));
  g_ptr_array_set_size (row->loose, 0);
}

/* The column, from @first on, behind whose head the report prints @amount; the number of columns where
 * none or more than one is. */
static guint
find_printed (const Placing *placing, ZbTextSource *source, const char *amount) {
  guint found = placing->parts, times = 0;

  for (guint part = 0; part < placing->parts; part++) {
    const ZbTextHeadColumn *column
        = &g_array_index (placing->heads->columns, ZbTextHeadColumn, placing->total + 1 + part);

    if (zb_text_source_prints (source, column->text, amount)) {
      found = part;
      times++;
    }
  }
  return times == 1 ? found : placing->parts;
}

/* The row of the whole. */
static void
place_by_sentences (const Placing *placing, ZbTextLedgerRow *row, ZbTextSource *source) {
  guint columns = 0, least = 0;

  for (guint i = 0; i < row->loose->len; i++) {
    guint part = find_printed (placing, source, g_ptr_array_index (row->loose, i));

    if (part == placing->parts || part < least)
      return;
    columns |= 1u << part;
    least = part + 1;
  }
  set_parts (placing, row, columns);
}

/* The row of whose amounts those of @index are a part: the longest shorter code, or the whole. */
static guint
find_parent (const Placing *placing, guint index, guint whole) {
  const char *code = text_at (row_at (placing, index), placing->code);
  gsize best = 0;
  guint found = whole;

  for (guint i = 0; i < index; i++) {
    const char *other = text_at (row_at (placing, i), placing->code);
    gsize length = strlen (other);

    if (length > best && length < strlen (code) && g_str_has_prefix (code, other)) {
      best = length;
      found = i;
    }
  }
  return found;
}

/* What @row has in each column of parts. */
static gboolean
read_parts (const Placing *placing, const ZbTextLedgerRow *row, gint64 *amounts) {
  for (guint part = 0; part < placing->parts; part++) {
    const char *text = text_at (row, placing->total + 1 + part);

    amounts[part] = 0;
    if (*text != '\0' && !zb_text_sums_read_amount (text, &amounts[part]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_loose (const ZbTextLedgerRow *row, ZbTextSumRow *sum) {
  if (row->loose->len > ZB_TEXT_SUMS_MOST_COLUMNS)
    return FALSE;
  sum->count = row->loose->len;
  for (guint i = 0; i < sum->count; i++)
    if (!zb_text_sums_read_amount (g_ptr_array_index (row->loose, i), &sum->amounts[i]))
      return FALSE;
  return TRUE;
}

/* Takes what row @index has in known columns off @left, or adds it to @open. */
static gboolean
gather (const Placing *placing, guint index, gint64 *left, GArray *open, GArray *places) {
  const ZbTextLedgerRow *row = row_at (placing, index);
  gint64 amounts[ZB_TEXT_SUMS_MOST_COLUMNS];
  ZbTextSumRow sum = { 0 };

  if (row->loose->len > 0) {
    if (!read_loose (row, &sum))
      return FALSE;
    g_array_append_val (open, sum);
    g_array_append_val (places, index);
    return TRUE;
  }
  if (!read_parts (placing, row, amounts))
    return FALSE;
  for (guint part = 0; part < placing->parts; part++)
    left[part] -= amounts[part];
  return TRUE;
}

/* Places the parts of row @parent, whose own amounts are placed. */
static void
place_by_sums (const Placing *placing, const guint *parents, guint parent) {
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (ZbTextSumRow));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 left[ZB_TEXT_SUMS_MOST_COLUMNS];

  if (row_at (placing, parent)->loose->len > 0 || !read_parts (placing, row_at (placing, parent), left))
    return;
  for (guint i = 0; i < placing->rows->len; i++)
    if (parents[i] == parent && i != parent && !gather (placing, i, left, open, places))
      return;
  if (open->len == 0
      || !zb_text_sums_solve ((ZbTextSumRow *) (void *) open->data, open->len, placing->parts, left))
    return;
  for (guint i = 0; i < open->len; i++)
    set_parts (placing, row_at (placing, g_array_index (places, guint, i)),
               g_array_index (open, ZbTextSumRow, i).columns);
}

/* The only row that names the whole and has no code; the number of rows where there is none. */
static guint
find_whole (const Placing *placing) {
  guint found = placing->rows->len;

  for (guint i = 0; i < placing->rows->len; i++) {
    const ZbTextLedgerRow *row = row_at (placing, i);

    if (*text_at (row, placing->code) != '\0'
        || !zb_text_head_words_is_total (text_at (row, placing->name)))
      continue;
    if (found < placing->rows->len)
      return placing->rows->len;
    found = i;
  }
  return found;
}

enum { MOST_ROWS = 2000 }; /* finding parents takes the square of them */

void
zb_text_ledger_place (GPtrArray *rows, const ZbTextHeads *heads, ZbTextSource *source) {
  Placing placing = { .rows = rows, .heads = heads };
  g_autofree guint *parents = NULL;
  guint whole;

  if (rows->len > MOST_ROWS || !find_columns (&placing))
    return;
  whole = find_whole (&placing);
  if (whole == rows->len)
    return;
  if (row_at (&placing, whole)->loose->len > 0)
    place_by_sentences (&placing, row_at (&placing, whole), source);
  parents = g_new (guint, rows->len);
  for (guint i = 0; i < rows->len; i++)
    parents[i] = *text_at (row_at (&placing, i), placing.code) != '\0'
                     ? find_parent (&placing, i, whole)
                     : rows->len;
  place_by_sums (&placing, parents, whole);
  for (guint i = 0; i < rows->len; i++)
    if (i != whole)
      place_by_sums (&placing, parents, i);
}
