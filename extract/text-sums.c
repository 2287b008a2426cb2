/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-sums.h"

#include <string.h>

enum {
  DECIMALS = 6,
  LONGEST_AMOUNT = 12, /* digits before the point */
  MOST_ROWS = 64,
  MOST_STEPS = 100000,
};

typedef struct {
  ZbTextSumRow *rows;
  guint count, cols;
  gint64 left[ZB_TEXT_SUMS_MOST_COLUMNS]; /* of the totals, for the rows still to be placed */
  guint chosen[MOST_ROWS], found[MOST_ROWS];
  guint solutions, steps;
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

static guint
count_bits (guint bits) {
  guint count = 0;

  for (; bits > 0; bits &= bits - 1)
    count++;
  return count;
}

/* Takes the amounts of @row, placed in @columns, off what is left, or gives them back. FALSE where a column
 * would become less than nothing. */
static gboolean
move (Search *search, const ZbTextSumRow *row, guint columns, gboolean back) {
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

  if (search->solutions > 1 || ++search->steps > MOST_STEPS)
    return;
  if (index == search->count) {
    if (memcmp (search->left, NOTHING, search->cols * sizeof *search->left) == 0
        && ++search->solutions == 1)
      memcpy (search->found, search->chosen, sizeof search->found);
    return;
  }
  for (guint columns = 0; columns < 1u << search->cols; columns++) {
    if (count_bits (columns) != search->rows[index].count)
      continue;
    search->chosen[index] = columns;
    if (move (search, &search->rows[index], columns, FALSE))
      try_rows (search, index + 1);
    move (search, &search->rows[index], columns, TRUE);
  }
}

gboolean
zb_text_sums_solve (ZbTextSumRow *rows, guint count, guint cols, const gint64 *totals) {
  Search search = { .rows = rows, .count = count, .cols = cols };

  if (cols > ZB_TEXT_SUMS_MOST_COLUMNS || count > MOST_ROWS)
    return FALSE;
  memcpy (search.left, totals, cols * sizeof *totals);
  try_rows (&search, 0);
  if (search.solutions != 1 || search.steps > MOST_STEPS)
    return FALSE;
  for (guint i = 0; i < count; i++)
    rows[i].columns = search.found[i];
  return TRUE;
}
