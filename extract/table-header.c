/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

#include <string.h>

#include "text-fold.h"

/* No form has a deeper header; what goes on is text without numbers. */
static const guint MAX_HEADER_ROWS = 6;

typedef enum {
  ROW_BLANK,
  ROW_WORDS,    /* words only, in most of its cells */
  ROW_SPARSE,   /* words only, but many cells are blank */
  ROW_ORDINALS, /* 栏次 1 2 3 …: the numbers of the columns */
  ROW_DATA,     /* has a value */
} RowKind;

gboolean
zb_table_is_value (const char *folded) {
  gsize length = strlen (folded);

  if (length == 0 || strspn (folded, "0123456789.,-+%") != length
      || strpbrk (folded, "0123456789") == NULL)
    return FALSE;
  return length != 4 || (!g_str_has_prefix (folded, "19") && !g_str_has_prefix (folded, "20"));
}

/* 栏次 before the numbers of the columns, or the levels of a code under which it stands. */
static gboolean
names_ordinals (const char *folded) {
  return strstr (folded, "次") != NULL || strstr (folded, "栏") != NULL
         || g_str_equal (folded, "类") || g_str_equal (folded, "款") || g_str_equal (folded, "项");
}

/* Whether the cells of the row count: 1, 2, 3 …, after nothing but the word for it. */
static gboolean
is_ordinal_row (const ZbTable *table, guint row) {
  guint64 expected = 0;
  guint count = 0;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = NULL;
    char *end = NULL;
    guint64 number;

    if (cell->row != row || cell->col != col || *cell->text == '\0')
      continue;
    folded = zb_text_fold (cell->text);
    number = g_ascii_strtoull (folded, &end, 10);
    if (end == folded && names_ordinals (folded))
      continue;
    if (end == folded || strchr (folded, '.') != NULL || (count == 0 && number > 1)
        || (count > 0 && number != expected))
      return FALSE;
    expected = number + 1;
    count++;
  }
  return count >= 2;
}

static RowKind
get_row_kind (const ZbTable *table, guint row) {
  guint words = 0, blanks = 0;
  gboolean value = FALSE;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = NULL;

    if (cell->col != col)
      continue;
    if (cell->row != row) {
      words++;
      continue;
    }
    folded = zb_text_fold (cell->text);
    value |= zb_table_is_value (folded);
    if (*folded == '\0')
      blanks++;
    else
      words++;
  }
  if (value)
    return is_ordinal_row (table, row) ? ROW_ORDINALS : ROW_DATA;
  if (words == 0)
    return ROW_BLANK;
  return blanks * 2 > words ? ROW_SPARSE : ROW_WORDS;
}

/* Whether a cell reaches from above into @row, or one just above spans columns that @row names. */
static gboolean
hangs_on_row_above (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    const ZbCell *above = zb_table_lookup (table, row - 1, col);

    if (cell->row < row || (above->colspan > 1 && above->colspan > cell->colspan))
      return TRUE;
  }
  return FALSE;
}

/* Whether all that @row says stands below cells over several columns: a header whose other words do not
 * reach down into it. */
static gboolean
names_spanned_columns (const ZbTable *table, guint row) {
  guint named = 0;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    const ZbCell *above = zb_table_lookup (table, row - 1, col);
    gboolean spanned = above->colspan > 1 && above->colspan > cell->colspan;

    if (*cell->text != '\0' && !spanned)
      return FALSE;
    if (*cell->text == '\0' && *above->text == '\0')
      return FALSE;
    named += cell->col == col && *cell->text != '\0';
  }
  return named > 1;
}

/* Whether a cell of a row above reaches into @row. */
static gboolean
is_reached_from_above (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++)
    if (zb_table_lookup (table, row, col)->row < row)
      return TRUE;
  return FALSE;
}

/* Whether the row opens the body though it holds no number: 合计, or the first item 一、…. */
static gboolean
opens_body (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = zb_text_fold (cell->text);

    if (*folded != '\0')
      return g_str_equal (folded, "合计") || g_str_equal (folded, "总计")
             || g_str_has_prefix (folded, "一、");
  }
  return FALSE;
}

static gboolean
is_full (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++)
    if (*zb_table_lookup (table, row, col)->text == '\0')
      return FALSE;
  return TRUE;
}

/* The rows down to the one that numbers the columns; 0 where none does before the first value. The
 * first @captions rows name no column. */
static guint
count_to_ordinals (const ZbTable *table, guint captions) {
  for (guint row = captions; row < MIN (table->rows, captions + MAX_HEADER_ROWS); row++) {
    RowKind kind = get_row_kind (table, row);

    if (kind == ROW_ORDINALS && row > captions)
      return row + 1;
    if (kind == ROW_DATA || kind == ROW_ORDINALS)
      return 0;
  }
  return 0;
}

/* Text that lost its merged cells: the header goes down to the row that numbers the columns, or
 * else to the first row with a value; below a row without a blank nothing is left to name. */
static guint
count_without_spans (const ZbTable *table, guint captions) {
  guint count = count_to_ordinals (table, captions);

  if (count > 0)
    return count;
  for (count = captions; count < MIN (table->rows, captions + MAX_HEADER_ROWS); count++) {
    RowKind kind = get_row_kind (table, count);
    gboolean first = count == captions;

    if (kind == ROW_DATA || kind == ROW_ORDINALS || kind == ROW_BLANK
        || (!first && is_full (table, count - 1)) || (!first && opens_body (table, count)))
      return count == captions + 1 && get_row_kind (table, captions) == ROW_SPARSE ? captions
                                                                                   : count;
  }
  return 0;
}

guint
zb_table_count_header_rows (const ZbTable *table) {
  guint captions = zb_captions_count_rows (table), count = captions;

  if (!zb_table_has_spans (table))
    return count_without_spans (table, captions);
  for (; count < MIN (table->rows, captions + MAX_HEADER_ROWS); count++) {
    RowKind kind = get_row_kind (table, count);

    if (kind == ROW_DATA || (kind == ROW_ORDINALS && count == captions))
      break;
    if (kind == ROW_ORDINALS)
      return count + 1;
    if (count == captions ? kind != ROW_WORDS
                          : !(kind == ROW_WORDS && hangs_on_row_above (table, count))
                       && !(kind == ROW_SPARSE && names_spanned_columns (table, count))
                       && !is_reached_from_above (table, count)) {
      gboolean numbered = count > captions && count + 1 < table->rows && kind == ROW_WORDS
                          && get_row_kind (table, count + 1) == ROW_ORDINALS;

      if (!numbered)
        break;
    }
  }
  return count;
}

void
zb_table_mark_header (ZbTable *table) {
  if (table->header_rows == 0 && table->rows > 1)
    table->header_rows = zb_table_count_header_rows (table);
}
