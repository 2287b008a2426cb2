/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-table.h"

/* Rows that have fewer cells than the widest. Programs that write a merged cell once leave it to the
 * reader which one it is:
 *
 *     项目 |          | 合计   | 基本支出 | 项目支出      six columns, but for the merged
 *     编码 | 名称     |        |          |               项目 and 合计 that are written once
 *     合计 | 1216.05  | 850.00 | 366.05   |
 *     207  | 文化支出 | 1105.3 | 739.25   | 366.05
 *
 * The kinds of values tell: a row is laid so that its figures stand in columns of figures. Either one
 * of its cells is merged, or its first columns are covered from above, or it just ends early. A row
 * without figures, of the head, is laid like the row of as many cells below it whose figures showed
 * the way. */

/* Laying a row costs the square of its cells. */
#define MOST_CELLS 256

typedef enum { KIND_BLANK, KIND_TEXT, KIND_FIGURE } Kind;

/* A way of laying a row: @indent columns in front, and @wider columns more for the cell @merged. */
typedef struct {
  guint indent, merged, wider;
} Layout;

/* The kinds of what stands in the columns of the rows that have them all. */
typedef struct {
  guint cols;
  guint *figures, *texts; /* counts for each column */
} Profile;

static Kind
kind_of (const ZbTextCell *cell) {
  const char *text = cell->text->str;
  gsize length = strspn (text, "0123456789.,%- ");

  if (*text == '\0')
    return KIND_BLANK;
  if (text[length] == '\0' && strpbrk (text, "0123456789") != NULL)
    return KIND_FIGURE;
  return g_str_has_prefix (text, "—") || g_str_equal (text, "-") ? KIND_BLANK : KIND_TEXT;
}

static guint
count_figures (const GPtrArray *row) {
  guint count = 0;

  for (guint i = 0; i < row->len; i++)
    count += kind_of (zb_text_row_get (row, i)) == KIND_FIGURE;
  return count;
}

static void
add_to_profile (Profile *profile, const GPtrArray *row) {
  for (guint col = 0; col < row->len; col++) {
    Kind kind = kind_of (zb_text_row_get (row, col));

    profile->figures[col] += kind == KIND_FIGURE;
    profile->texts[col] += kind == KIND_TEXT;
  }
}

/* How well @cell suits the columns from @col to before @end. */
static int
score_cell (const Profile *profile, const ZbTextCell *cell, guint col, guint end) {
  Kind kind = kind_of (cell);
  gboolean figures = profile->figures[col] > profile->texts[col];
  gboolean texts = profile->texts[col] > profile->figures[col];

  if (kind == KIND_FIGURE)
    return figures && end == col + 1 ? 2 : texts || end > col + 1 ? -2 : 0;
  if (kind != KIND_TEXT)
    return 0;
  for (; col < end; col++)
    if (profile->texts[col] > profile->figures[col])
      return 1;
  return figures ? -1 : 0;
}

static int
score_layout (const Profile *profile, const GPtrArray *row, const Layout *layout) {
  guint col = layout->indent;
  int score = 0;

  for (guint i = 0; i < row->len; i++) {
    guint end = col + 1 + (i == layout->merged ? layout->wider : 0);

    score += score_cell (profile, zb_text_row_get (row, i), col, end);
    col = end;
  }
  return score;
}

/* The best way to lay @row, which is short by @missing; that it ends early wins among equals. */
static Layout
choose_layout (const Profile *profile, const GPtrArray *row, guint missing) {
  Layout best = { 0, 0, 0 };
  int best_score = score_layout (profile, row, &best);

  for (guint i = 0; i <= row->len; i++) {
    Layout layout = { i == row->len ? missing : 0, i, i == row->len ? 0 : missing };
    int score = score_layout (profile, row, &layout);

    if (score > best_score) {
      best = layout;
      best_score = score;
    }
  }
  return best;
}

static void
apply (GPtrArray *row, const Layout *layout) {
  if (layout->indent > 0)
    zb_text_row_indent (row, layout->indent);
  else
    zb_text_row_get (row, layout->merged)->colspan += layout->wider;
  if (layout->wider > 0)
    for (guint i = layout->merged; i < row->len; i++)
      if (zb_text_row_get (row, i)->text->len > 0)
        zb_text_row_get (row, i)->flags |= ZB_CELL_COLUMN_INFERRED;
}

/* Whether all cells of a row are filled: only then can it be one of the head. */
static gboolean
is_filled (const GPtrArray *row) {
  for (guint i = 0; i < row->len; i++)
    if (kind_of (zb_text_row_get (row, i)) == KIND_BLANK)
      return FALSE;
  return row->len > 0;
}

static gboolean
is_wider (const Layout *layout) {
  return layout->wider > 0;
}

/* Lays the rows above @first like the row of as many cells at or below it that a merged cell widens. */
static void
lay_head (const GPtrArray *rows, guint first, const guint *lengths, const Layout *layouts, guint cols) {
  for (guint i = 0; i < first; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);

    if (row->len >= cols || !is_filled (row))
      continue;
    for (guint below = first; below < rows->len; below++)
      if (lengths[below] == row->len && is_wider (&layouts[below])) {
        apply (row, &layouts[below]);
        break;
      }
  }
}

/* A row of figures alone, one shorter than the row of labels above it, has its label there. */
static void
indent_bare_figures (const GPtrArray *rows) {
  for (guint i = 1; i < rows->len; i++) {
    const GPtrArray *above = g_ptr_array_index (rows, i - 1);
    GPtrArray *row = g_ptr_array_index (rows, i);

    if (row->len > 1 && row->len + 1 == above->len && count_figures (row) == row->len
        && count_figures (above) == 0 && is_filled (above))
      zb_text_row_indent (row, 1);
  }
}

static guint
find_first_figures (const GPtrArray *rows) {
  guint i = 0;

  while (i < rows->len && count_figures (g_ptr_array_index (rows, i)) == 0)
    i++;
  return i;
}

/* Fills @profile from the rows with all columns and enough figures; gives back their number. */
static guint
make_profile (Profile *profile, const GPtrArray *rows) {
  guint count = 0;

  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (rows, i);

    if (row->len != profile->cols || count_figures (row) == 0)
      continue;
    add_to_profile (profile, row);
    count++;
  }
  return count;
}

static void
lay_rows (const GPtrArray *rows, const Profile *profile) {
  guint first = find_first_figures (rows);
  g_autofree Layout *layouts = g_new0 (Layout, rows->len + 1);
  g_autofree guint *lengths = g_new0 (guint, rows->len + 1);

  for (guint i = first; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);

    lengths[i] = row->len;
    if (row->len == 0 || row->len >= profile->cols || count_figures (row) == 0)
      continue;
    layouts[i] = choose_layout (profile, row, profile->cols - row->len);
    apply (row, &layouts[i]);
  }
  lay_head (rows, first, lengths, layouts, profile->cols);
}

void
zb_text_spans_infer (GPtrArray *rows) {
  Profile profile = { 0, NULL, NULL };
  g_autofree guint *figures = NULL, *texts = NULL;

  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (rows, i);

    if (zb_text_row_measure (row) != row->len)
      return; /* the merged cells are known */
    profile.cols = MAX (profile.cols, row->len);
  }
  if (profile.cols > MOST_CELLS)
    return;
  indent_bare_figures (rows);
  profile.figures = figures = g_new0 (guint, profile.cols + 1);
  profile.texts = texts = g_new0 (guint, profile.cols + 1);
  if (make_profile (&profile, rows) >= 2)
    lay_rows (rows, &profile);
}
