/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-settle.h"

#include <string.h>

#include "column-misread.h"
#include "intern.h"
#include "text-fold.h"

/* 本年收入 above columns of its own. */
static gboolean
is_group_of_income (const ZbMapper *mapper, const char *path) {
  const char *behind = strchr (path, '|');
  g_autofree char *group = behind != NULL ? g_strndup (path, (gsize) (behind - path)) : NULL;
  const ZbLabel *label
      = group != NULL ? zb_catalogue_lookup_label (mapper->catalogue, ZB_SCOPE_COLUMN, group) : NULL;

  return label != NULL && g_strcmp0 (label->indicators[0], "income.total") == 0;
}

/* In a table of income, one fund's column under 本年收入 is fiscal income of that fund. A total beside what is
 * brought over, or beside a group of its own for this year's income, holds both. */
static void
settle_income (const ZbMapper *mapper, GArray *columns, const ZbTableKind *kind) {
  gboolean brought_over = FALSE;

  for (guint i = 0; i < columns->len; i++) {
    const ZbColumn *column = &g_array_index (columns, ZbColumn, i);

    brought_over |= g_strcmp0 (column->indicator, "balance.opening") == 0
                    || is_group_of_income (mapper, column->path);
  }
  for (guint i = 0; i < columns->len; i++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, i);
    gboolean plain = column->indicator == NULL
                     || g_str_equal (column->indicator, "income.total");

    if (column->role != ZB_ROLE_VALUE || g_strcmp0 (kind->indicator, "income.total") != 0)
      continue;
    if (plain && column->fund != NULL)
      column->indicator = zb_intern ("income.fiscal");
    else if (column->total && brought_over)
      column->indicator = zb_intern ("income.grand_total");
  }
}

/* A 合计 beside a column of “三公”经费 sums up more than that; in a form whose rows name what they
 * are, it sums up funds. */
static void
settle_three_public (GArray *columns) {
  gboolean named = FALSE, by_rows = FALSE;

  for (guint i = 0; i < columns->len; i++) {
    const ZbColumn *column = &g_array_index (columns, ZbColumn, i);

    by_rows |= column->role == ZB_ROLE_LABEL;
    named |= g_strcmp0 (column->indicator, "three_public.total") == 0
             && strstr (column->path, "三公") != NULL;
  }
  for (guint i = 0; i < columns->len && (named || by_rows); i++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, i);

    if (g_strcmp0 (column->indicator, "three_public.total") != 0
        || strstr (column->path, "三公") != NULL)
      continue;
    if (by_rows)
      column->indicator = NULL;
    else
      column->role = ZB_ROLE_SKIP;
  }
}

/* 人员经费 over a whole block of code, name and amount names the block, not the amount. */
static void
settle_block_titles (GArray *columns, const ZbTable *table) {
  for (guint col = 0; col < columns->len; col++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, col);

    for (guint row = 0; row < table->header_rows && column->indicator != NULL; row++) {
      const ZbCell *cell = zb_table_lookup (table, row, col);

      for (guint c = cell->col; cell->text == column->named_by && c < cell->col + cell->colspan; c++) {
        ZbLabelRole role = g_array_index (columns, ZbColumn, c).role;

        if (role == ZB_ROLE_CODE || role == ZB_ROLE_LABEL)
          column->indicator = NULL;
      }
    }
  }
}

/* Whether the body of column @col is words, and no number among them. */
static gboolean
holds_names (const ZbTable *table, guint col) {
  gboolean words = FALSE;

  for (guint row = table->header_rows; row < table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);

    if (quantity != NULL)
      return FALSE;
    words |= cell->col == col && g_utf8_strlen (cell->text, -1) > 2;
  }
  return words;
}

/* 收入 | 金额 | 支出 | 金额: the side's own word heads the column of its names. */
static void
settle_sides (GArray *columns, const ZbTable *table) {
  for (guint col = 0; col < columns->len; col++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, col);

    if (column->role == ZB_ROLE_VALUE && column->indicator == NULL && column->fund == NULL
        && column->measure == NULL && holds_names (table, col))
      column->role = ZB_ROLE_LABEL;
  }
}

static gboolean
mean_the_same (const ZbColumn *a, const ZbColumn *b) {
  return a->group == b->group && a->role == ZB_ROLE_VALUE && b->role == ZB_ROLE_VALUE
         && a->indicator == b->indicator && a->fund == b->fund && a->measure == b->measure
         && a->economic == b->economic && a->year == b->year;
}

/* 其中：基本支出 beside 预算数: the last of its header words opens with 其中. */
static gboolean
is_of_which (const ZbMapper *mapper, const ZbColumn *column) {
  const char *last = strrchr (column->path, '|');
  g_autofree char *folded = zb_text_fold (last != NULL ? last + 1 : column->path);
  const char *end = strchr (folded, ':');
  g_autofree char *word = end != NULL ? g_strndup (folded, (gsize) (end - folded)) : NULL;
  const ZbLabel *label
      = word != NULL ? zb_catalogue_lookup_label (mapper->catalogue, ZB_SCOPE_GRAMMAR, word) : NULL;

  return label != NULL && label->role == ZB_ROLE_OF_WHICH;
}

static gboolean
is_unmeasured (const ZbColumn *column) {
  return column->role == ZB_ROLE_VALUE && column->measure == NULL && column->year == 0
         && !column->total;
}

static gboolean
stands_twice (const GArray *columns, guint index) {
  const ZbColumn *column = &g_array_index (columns, ZbColumn, index);

  for (guint i = 0; i < columns->len; i++)
    if (i != index && mean_the_same (column, &g_array_index (columns, ZbColumn, i)))
      return TRUE;
  return FALSE;
}

/* 预算数 | 其中：基本支出 | 项目支出 | 决算数 | 其中：基本支出 | 项目支出: what does not say which of the numbers beside it
 * it is a part of is one of the nearest that does to its left. */
static void
settle_of_which (const ZbMapper *mapper, GArray *columns) {
  g_autoptr (GArray) part = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), columns->len);
  const ZbColumn *whole = NULL;
  gboolean within = FALSE;

  g_array_set_size (part, columns->len);
  for (guint i = 0; i < columns->len; i++) {
    const ZbColumn *column = &g_array_index (columns, ZbColumn, i);

    g_array_index (part, gboolean, i)
        = is_unmeasured (column) && (is_of_which (mapper, column) || stands_twice (columns, i));
  }
  for (guint i = 0; i < columns->len; i++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, i);

    if (!is_unmeasured (column) || (whole != NULL && whole->group != column->group)) {
      whole = column->measure != NULL || column->year > 0 ? column : NULL;
      within = FALSE;
      continue;
    }
    within |= g_array_index (part, gboolean, i);
    if (whole == NULL || !within)
      continue;
    column->measure = whole->measure;
    column->year = whole->year;
  }
}

static gboolean
is_doubtful (const ZbColumn *column) {
  return column->under_unknown || (column->flags & ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY)) != 0;
}

/* No form has two columns for one thing. Of two that seem to mean the same, the one with a word that is not
 * understood, or only in part, means something else. */
static void
settle_repetitions (GArray *columns) {
  for (guint i = 0; i < columns->len; i++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, i);

    for (guint k = 0; k < columns->len && is_doubtful (column); k++) {
      const ZbColumn *other = &g_array_index (columns, ZbColumn, k);

      if (!is_doubtful (other) && mean_the_same (column, other))
        column->role = ZB_ROLE_SKIP;
    }
  }
}

static void
number_groups (GArray *columns) {
  guint group = 0;
  gboolean has_value = FALSE;

  for (guint i = 0; i < columns->len; i++) {
    ZbColumn *column = &g_array_index (columns, ZbColumn, i);
    gboolean key = column->role == ZB_ROLE_CODE || column->role == ZB_ROLE_LABEL;

    if (key && has_value) {
      group++;
      has_value = FALSE;
    }
    has_value |= column->role == ZB_ROLE_VALUE;
    column->group = group;
  }
}

void
zb_columns_settle (const ZbMapper *mapper, GArray *columns, const ZbTable *table,
                   const ZbTableKind *kind) {
  settle_block_titles (columns, table);
  settle_income (mapper, columns, kind);
  if (kind->layout == ZB_LAYOUT_THREE_PUBLIC)
    settle_three_public (columns);
  if (kind->layout == ZB_LAYOUT_TWO_SIDED)
    settle_sides (columns, table);
  zb_columns_settle_misread (columns, table);
  number_groups (columns);
  settle_of_which (mapper, columns);
  settle_repetitions (columns);
}
