/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-sums.h"

#include <string.h>

enum {
  DECIMALS = 6,
  LONGEST_AMOUNT = 12, /* digits before the point */
  MOST_ROWS = 64,
  MOST_WAYS = 4096,
  MANY = 2, /* solutions, of which none is the right one for certain */
};

typedef struct {
  ZbTextSumRow *rows;
  guint count, cols;
  gint64 left[ZB_TEXT_SUMS_MOST_COLUMNS]; /* of the totals, for the rows still to be placed */
  guint32 chosen[MOST_ROWS], found[MOST_ROWS];
  guint solutions, steps, limit;
} Search;

gboolean
zb_text_sums_read_amount (const char *text, gint64 *amount) {
  guint digits = 0, decimals = 0;
  const char *p = text;

  *amount = 0;
  for (; g_ascii_isdigit (*p) || (*p == ',' && p > text); p++) {
    if (*p == ',')
      continue;
    *amount = *amount * 10 + (*p - '0');
    if (++digits > LONGEST_AMOUNT)
      return FALSE;
  }
  if (digits == 0)
    return FALSE;
  if (*p == '.')
    for (p++; decimals < DECIMALS && g_ascii_isdigit (*p); decimals++)
      *amount = *amount * 10 + (*p++ - '0');
  for (; decimals < DECIMALS; decimals++)
    *amount *= 10;
  return *p == '\0';
}

/* Takes the amounts of @row, placed in @columns, off what is left, or gives them back. FALSE where a column
 * would become less than nothing. */
static gboolean
move (Search *search, const ZbTextSumRow *row, guint32 columns, gboolean back) {
  gboolean possible = TRUE;
  guint next = 0;

  for (guint col = 0; col < search->cols; col++)
    if (columns >> col & 1) {
      search->left[col] += back ? row->amounts[next] : -row->amounts[next];
      possible = possible && search->left[col] >= 0;
      next++;
    }
  return possible;
}

/* Tries every placement of the rows from @index on. */
static void
try_rows (Search *search, guint index) {
  static const gint64 NOTHING[ZB_TEXT_SUMS_MOST_COLUMNS] = { 0 };
  const ZbTextSumRow *row;

  if (index == search->count) {
    if (memcmp (search->left, NOTHING, search->cols * sizeof *search->left) == 0
        && ++search->solutions == 1)
      memcpy (search->found, search->chosen, sizeof search->found);
    return;
  }
  row = &search->rows[index];
  for (guint way = 0; way < row->ways->len && search->solutions < MANY; way++) {
    guint32 columns = g_array_index (row->ways, guint32, way);

    if (search->steps == search->limit) { /* there may be more than were found */
      search->solutions = MANY;
      return;
    }
    search->steps++;
    search->chosen[index] = columns;
    if (move (search, row, columns, FALSE))
      try_rows (search, index + 1);
    move (search, row, columns, TRUE);
  }
}

static void
add_ways (GArray *ways, guint32 taken, guint count, guint col, guint cols) {
  if (count == 0 && ways->len <= MOST_WAYS)
    g_array_append_val (ways, taken);
  for (; count > 0 && col < cols && ways->len <= MOST_WAYS; col++)
    add_ways (ways, taken | (guint32) 1 << col, count - 1, col + 1, cols);
}

GArray *
zb_text_sums_every_way (guint count, guint cols) {
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (cols <= ZB_TEXT_SUMS_MOST_COLUMNS)
    add_ways (ways, 0, count, 0, cols);
  if (ways->len > MOST_WAYS)
    g_array_set_size (ways, 0);
  return ways;
}

guint
zb_text_sums_count_columns (guint32 columns) {
  guint count = 0;

  for (; columns > 0; columns &= columns - 1)
    count++;
  return count;
}

gboolean
zb_text_sums_solve (ZbTextSumRow *rows, guint count, guint cols, const gint64 *totals,
                    guint *steps) {
  Search search = { .rows = rows, .count = count, .cols = cols,
                    .limit = MIN (*steps, ZB_TEXT_SUMS_MOST_STEPS) };

  if (cols > ZB_TEXT_SUMS_MOST_COLUMNS || count > MOST_ROWS)
    return FALSE;
  memcpy (search.left, totals, cols * sizeof *totals);
  try_rows (&search, 0);
  *steps -= search.steps;
  if (search.solutions != 1)
    return FALSE;
  for (guint i = 0; i < count; i++)
    rows[i].columns = search.found[i];
  return TRUE;
}
