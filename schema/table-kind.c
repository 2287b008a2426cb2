/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-kind.h"

#include <string.h>

#include "quantity.h"
#include "table-classification.h"
#include "text-fold.h"

static gboolean
has_alternative (const char *title, const char *alternatives) {
  g_auto (GStrv) words = g_strsplit (alternatives, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (title, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A word that begins with @ asks for rows of a classification, which are looked at once. */
typedef struct {
  const ZbCatalogue *catalogue;
  const ZbTable *table;
  gboolean known;
  ZbRowClassification classification;
} Rows;

static gboolean
fits_rows (Rows *rows, const char *word) {
  if (!rows->known)
    rows->classification = zb_table_find_classification (rows->catalogue, rows->table);
  rows->known = TRUE;
  return rows->classification
         == (g_str_equal (word, "@economic") ? ZB_ROWS_OF_ECONOMY : ZB_ROWS_OF_FUNCTIONS);
}

static gboolean
fits (const ZbTableKind *kind, const char *title, Rows *rows) {
  for (guint i = 0; kind->words[i] != NULL; i++)
    if (*kind->words[i] == '@' ? !fits_rows (rows, kind->words[i])
                               : !has_alternative (title, kind->words[i]))
      return FALSE;
  for (guint i = 0; kind->without[i] != NULL; i++)
    if (*kind->without[i] != '\0' && has_alternative (title, kind->without[i]))
      return FALSE;
  return TRUE;
}

static const ZbTableKind *
recognize_title (const ZbCatalogue *catalogue, const ZbTable *table, const char *title,
                 const char *family) {
  Rows rows = { .catalogue = catalogue, .table = table };

  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++) {
    const ZbTableKind *kind = zb_catalogue_table_kind_at (catalogue, i);
    gboolean accounts = g_str_equal (kind->family, "final") || g_str_equal (kind->family, "budget");

    if (accounts && family != NULL && !g_str_equal (kind->family, family)
        && strstr (title, g_str_equal (kind->family, "final") ? "决算" : "预算") == NULL)
      continue;
    if (fits (kind, title, &rows))
      return kind;
  }
  return NULL;
}

/* The folded words of the whole grid, cell by cell. */
static gboolean
has_words (const ZbTable *table, const char *const *words) {
  for (guint w = 0; words[w] != NULL; w++) {
    gboolean found = FALSE;

    for (guint i = 0; i < table->cells->len && !found; i++) {
      const ZbCell *cell = g_ptr_array_index (table->cells, i);
      g_autofree char *folded = NULL;

      if (strlen (cell->text) > 120)
        continue;
      folded = zb_text_fold (cell->text);
      found = strstr (folded, words[w]) != NULL;
    }
    if (!found)
      return FALSE;
  }
  return TRUE;
}

static const ZbTableKind *
lookup_kind (const ZbCatalogue *catalogue, const char *id) {
  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++) {
    const ZbTableKind *kind = zb_catalogue_table_kind_at (catalogue, i);

    if (g_str_equal (kind->id, id))
      return kind;
  }
  return NULL;
}

/* Forms that their rows give away, whatever the title. */
static const ZbTableKind *
recognize_rows (const ZbCatalogue *catalogue, const ZbTable *table) {
  static const struct {
    const char *kind;
    const char *words[5];
  } FORMS[] = {
    { "eval.monitoring", { "一级指标", "三级指标", "执行数", "全年预计", NULL } },
    { "eval.project", { "项目支出名称", "三级指标", "得分", NULL } },
    { "eval.project", { "项目名称", "三级指标", "得分", NULL } },
    { "eval.department", { "三级指标", "得分", "执行数", NULL } },
    { "eval.base_data", { "编制数", "控制率", "公用经费", NULL } },
    { "goal.project", { "项目名称", "三级指标", NULL } },
    { "goal.department", { "部门名称", "三级指标", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    if (has_words (table, FORMS[i].words))
      return lookup_kind (catalogue, FORMS[i].kind);
  return NULL;
}

const ZbTableKind *
zb_table_kind_recognize (const ZbCatalogue *catalogue, const ZbTable *table, const char *family) {
  g_autofree char *title = zb_text_fold (table->title != NULL ? table->title : "");
  const ZbTableKind *kind = *title != '\0' ? recognize_title (catalogue, table, title, family) : NULL;

  return kind != NULL ? kind : recognize_rows (catalogue, table);
}

static gboolean
says_empty (const char *text) {
  static const char *const WORDS[] = { "无数据", "空表", "本表无", "没有使用", "没有政府性基金",
                                       "没有国有资本", "无政府性基金", "无国有资本", "未安排" };
  g_autofree char *folded = zb_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strstr (folded, WORDS[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_blank_mark (const char *text) {
  static const char *const MARKS[] = { "", "-", "--", "/", "...", "......", "无", "0", "0.00" };
  g_autofree char *folded = zb_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (g_str_equal (folded, MARKS[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_zero (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return *folded != '\0' && strspn (folded, "0.") == strlen (folded) && *folded == '0';
}

/* Numbers in the body, where a form of accounts has its data; zeros are counted apart. */
static guint
count_numbers (const ZbTable *table, guint *zeros) {
  guint count = 0;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autoptr (ZbQuantity) quantity = NULL;

    if (cell->row < table->header_rows)
      continue;
    *zeros += is_zero (cell->text);
    if (is_blank_mark (cell->text))
      continue;
    quantity = zb_quantity_parse_cell (cell->text);
    if (quantity != NULL && !(quantity->flags & ZB_QUANTITY_ORDINAL))
      count++;
  }
  return count;
}

/* An evaluation form is printed with its weights (10, 100), a form of goals at most with their sum; more
 * than those is data. */
#define PRINTED_IN_A_BLANK_FORM 4
#define PRINTED_IN_A_BLANK_GOAL 1

static guint
printed_numbers (const ZbTableKind *kind) {
  return g_str_has_prefix (kind->id, "goal.") ? PRINTED_IN_A_BLANK_GOAL : PRINTED_IN_A_BLANK_FORM;
}

ZbTableState
zb_table_kind_state (const ZbTable *table, const ZbTableKind *kind) {
  guint zeros = 0, numbers = count_numbers (table, &zeros);
  gboolean form = kind != NULL && (kind->layout == ZB_LAYOUT_EVALUATION
                                   || g_str_equal (kind->id, "eval.monitoring"));

  if (numbers > (form ? printed_numbers (kind) : 0))
    return ZB_STATE_FILLED;
  for (guint i = 0; i < table->notes->len; i++)
    if (says_empty (g_ptr_array_index (table->notes, i)))
      return ZB_STATE_EMPTY;
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (says_empty (cell->text))
      return ZB_STATE_EMPTY;
  }
  if (zeros > 0 && !form)
    return ZB_STATE_EMPTY;
  if (kind == NULL || g_str_equal (kind->id, "other"))
    return numbers > 0 || table->header_rows == 0 ? ZB_STATE_FILLED : ZB_STATE_TEMPLATE;
  return ZB_STATE_TEMPLATE;
}
