/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-join.h"

#include <math.h>
#include <string.h>

#include "structure.h"
#include "text-fold.h"

/* Column lines of one table differ by less than this many points from page to page … */
static const double SAME_LINE = 3.0;
/* … after the whole table moved by at most this many, for margins differ left and right. */
static const double MAX_SHIFT = 60.0;

static double
line_at (const GArray *lines, guint i) {
  return g_array_index (lines, double, i);
}

/* For each line of @some, its index in @all; NULL where one has none, or the ends differ. */
static guint *
map_lines (const GArray *some, const GArray *all) {
  double shift = line_at (all, 0) - line_at (some, 0);
  g_autofree guint *map = g_new0 (guint, some->len);
  guint at = 0;

  if (fabs (shift) > MAX_SHIFT)
    return NULL;
  for (guint i = 0; i < some->len; i++) {
    while (at < all->len && line_at (all, at) < line_at (some, i) + shift - SAME_LINE)
      at++;
    if (at == all->len || line_at (all, at) > line_at (some, i) + shift + SAME_LINE)
      return NULL;
    map[i] = at++;
  }
  return map[some->len - 1] == all->len - 1 ? g_steal_pointer (&map) : NULL;
}

/* Whether two folded texts are the same but for what runs into one of them from a neighbour. */
static gboolean
is_alike (const char *a, const char *b) {
  return strstr (a, b) != NULL || strstr (b, a) != NULL;
}

/* Whether one row of two tables prints the same; columns are compared by their order. Of every
 * four cells that are the same, one more may be only alike: text of a clipped neighbour spoils it. */
static gboolean
is_same_row (const ZbTable *a, guint row_a, const ZbTable *b, guint row_b) {
  guint same = 0, spoiled = 0;

  if (a->cols != b->cols)
    return FALSE;
  for (guint col = 0; col < a->cols; col++) {
    const ZbCell *left = zb_table_lookup (a, row_a, col), *right = zb_table_lookup (b, row_b, col);
    g_autofree char *left_text = zb_text_fold (left->text);
    g_autofree char *right_text = zb_text_fold (right->text);

    if (left->colspan != right->colspan || !is_alike (left_text, right_text))
      return FALSE;
    if (!g_str_equal (left_text, right_text))
      spoiled++;
    else if (*left_text != '\0')
      same++;
  }
  return spoiled == 0 || spoiled * 4 <= same;
}

/* How many leading rows of @next repeat the header of @table: all of them or none count. */
static guint
count_repeated_header (const ZbTable *table, const ZbTable *next) {
  guint header = zb_table_count_header_rows (table);

  if (header == 0 || next->rows < header)
    return 0;
  for (guint row = 0; row < header; row++)
    if (!is_same_row (table, row, next, row))
      return 0;
  return header;
}

static gboolean
has_digit (const char *text) {
  return strpbrk (text, "0123456789") != NULL;
}

static char *
fold_label (const ZbTable *table, guint row) {
  const ZbCell *cell = row < table->rows ? zb_table_lookup (table, row, 0) : NULL;

  return zb_text_fold (cell != NULL ? cell->text : "");
}

/* A form that is filled in once more starts with the labels of the form before: two different
 * words one under the other, as far below the rows @from and @next_from. */
static gboolean
starts_form_again (const ZbTable *table, guint from, const ZbTable *next, guint next_from) {
  for (guint i = 0; i < 3; i++) {
    guint row = from + i, next_row = next_from + i;
    g_autofree char *label = fold_label (table, row), *below = fold_label (table, row + 1);
    g_autofree char *next_label = fold_label (next, next_row);
    g_autofree char *next_below = fold_label (next, next_row + 1);

    if (*label != '\0' && *below != '\0' && !g_str_equal (label, below)
        && g_str_equal (label, next_label) && g_str_equal (below, next_below)
        && !has_digit (label) && !has_digit (below))
      return TRUE;
  }
  return FALSE;
}

/* A first row that is one cell over the whole width and names a form titles a new table. */
static gboolean
starts_with_title (const ZbTable *next) {
  const ZbCell *cell = zb_table_lookup (next, 0, 0);
  g_autofree char *folded = zb_text_fold (cell->text);

  return cell->colspan == next->cols && g_str_has_suffix (folded, "表");
}

gboolean
zb_table_join_starts_anew (const ZbTable *table, guint header, const ZbTable *next) {
  return starts_form_again (table, 0, next, 0) || starts_form_again (table, header, next, 0)
         || starts_with_title (next);
}

gboolean
zb_table_join_continues (const ZbFoundTable *found, const ZbFoundTable *next,
                         ZbJoinEvidence evidence) {
  guint repeated = count_repeated_header (found->table, next->table);
  g_autofree guint *map = map_lines (next->xs, found->xs);
  g_autofree guint *back = map != NULL ? NULL : map_lines (found->xs, next->xs);

  if (next->page != g_array_index (found->table->pages, guint, found->table->pages->len - 1) + 1
      || starts_form_again (found->table, repeated, next->table, repeated))
    return FALSE;
  if (repeated > 0)
    return TRUE;
  if (evidence == ZB_JOIN_NEEDS_HEADER
      || (evidence == ZB_JOIN_ENDS_EARLY && zb_table_count_header_rows (next->table) > 0))
    return FALSE;
  return (map != NULL || back != NULL) && !starts_with_title (next->table);
}

static void
remap_columns (ZbTable *table, const guint *map, guint cols) {
  for (guint i = 0; i < table->cells->len; i++) {
    ZbCell *cell = g_ptr_array_index (table->cells, i);
    guint end = map[cell->col + cell->colspan];

    cell->col = map[cell->col];
    cell->colspan = end - cell->col;
  }
  table->cols = cols;
}

/* Gives both tables the columns of the one that has more lines. */
static void
match_columns (ZbFoundTable *found, ZbFoundTable *next) {
  g_autofree guint *map = map_lines (next->xs, found->xs);
  g_autofree guint *back = map != NULL ? NULL : map_lines (found->xs, next->xs);

  if (map != NULL)
    remap_columns (next->table, map, found->table->cols);
  else if (back != NULL) {
    remap_columns (found->table, back, next->table->cols);
    g_array_unref (found->xs);
    found->xs = g_array_ref (next->xs);
  }
}

static void
drop_leading_rows (ZbTable *table, guint count) {
  for (guint i = table->cells->len; count > 0 && i-- > 0;) {
    ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->row >= count)
      cell->row -= count;
    else if (cell->row + cell->rowspan > count) {
      cell->rowspan -= count - cell->row;
      cell->row = 0;
    } else
      g_ptr_array_remove_index (table->cells, i);
  }
  table->rows -= count;
}

/* Whether the first row of @next is the rest of the last row of @table: it has no value of its own,
 * starts blank, and goes on with words under words, while the last row already has its values. */
static gboolean
is_cut_row (const ZbTable *table, const ZbTable *next) {
  gboolean goes_on = FALSE, values = FALSE;

  for (guint col = 0; col < next->cols; col++) {
    const ZbCell *above = zb_table_lookup (table, table->rows - 1, col);
    const ZbCell *below = zb_table_lookup (next, 0, col);

    if (above->col != below->col || above->colspan != below->colspan || below->rowspan != 1)
      return FALSE;
    if (below->col != col)
      continue;
    if (*below->text == '\0')
      values |= has_digit (above->text);
    else if (col == 0 || *above->text == '\0' || has_digit (below->text))
      return FALSE;
    else
      goes_on = TRUE;
  }
  return goes_on && values;
}

static void
join_cut_row (ZbTable *table, ZbTable *next) {
  for (guint col = 0; col < next->cols; col++) {
    ZbCell *above = (ZbCell *) zb_table_lookup (table, table->rows - 1, col);
    const ZbCell *below = zb_table_lookup (next, 0, col);

    if (below->col == col && *below->text != '\0') {
      GString *text = g_string_new (above->text);

      zb_text_append_line (text, below->text);
      g_free (above->text);
      above->text = g_string_free (text, FALSE);
      above->flags |= ZB_CELL_ROW_JOINED;
      above->origin.recognition |= below->origin.recognition;
    }
  }
  drop_leading_rows (next, 1);
}

/* The cells of the first @header rows of @next that do not read as those of @table; NULL if all do. */
static char *
get_different_words (const ZbTable *table, const ZbTable *next, guint header) {
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < next->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (next->cells, i);
    const ZbCell *kept = cell->row < header ? zb_table_lookup (table, cell->row, cell->col) : NULL;

    if (kept == NULL || *cell->text == '\0' || g_str_equal (cell->text, kept->text))
      continue;
    if (words->len > 0)
      g_string_append (words, " | ");
    g_string_append (words, cell->text);
  }
  return g_string_free (words, words->len == 0);
}

char *
zb_table_join_append (ZbFoundTable *found, ZbFoundTable *next) {
  ZbTable *table = found->table, *rest = next->table;
  guint header = count_repeated_header (table, rest);
  char *different;

  match_columns (found, next);
  different = get_different_words (table, rest, header);
  drop_leading_rows (rest, header);
  if (header == 0 && rest->rows > 0 && table->rows > 0 && is_cut_row (table, rest))
    join_cut_row (table, rest);
  while (rest->cells->len > 0) {
    ZbCell *cell = g_ptr_array_steal_index (rest->cells, rest->cells->len - 1);

    cell->row += table->rows;
    g_ptr_array_add (table->cells, cell);
  }
  zb_table_add_page (table, next->page);
  zb_table_finish (table);
  found->glyphs += next->glyphs;
  next->glyphs = 0;
  g_clear_pointer (&next->table, zb_table_free);
  return different;
}
