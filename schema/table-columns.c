/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-columns.h"

#include <string.h>

#include "column-economic.h"
#include "column-settle.h"
#include "intern.h"
#include "label-variant.h"
#include "label.h"
#include "text-fold.h"

/* A column means what all header cells above it say together: 本年收入 | 一般公共预算 is income of
 * one fund, 上年结转 | 一般公共预算 is what one fund brought over. The words are looked up from top
 * to bottom and the lower overrides the upper, except that a fund under a word for income or a
 * balance only narrows it. */

/* The word without the year it names: 2024年决算数 is 决算数 of 2024, 上年决算数 likewise. */
static char *
strip_year (const char *folded) {
  const char *p = folded;

  while (g_ascii_isdigit (*p))
    p++;
  if (p - folded == 4 && g_str_has_prefix (p, "年")) {
    p += strlen ("年");
    if (g_str_has_prefix (p, "度"))
      p += strlen ("度");
    return g_strdup (p);
  }
  if (g_str_has_prefix (folded, "上年") && !g_str_has_prefix (folded, "上年结"))
    return g_strdup (folded + strlen ("上年"));
  return g_strdup (folded);
}

/* Over the two sides of a table these words only say which side it is. */
static gboolean
says_side (const char *indicator) {
  return g_str_has_prefix (indicator, "income.") || g_str_has_suffix (indicator, "total");
}

static gboolean
spends (const ZbTableKind *kind) {
  return kind->indicator != NULL && g_str_has_prefix (kind->indicator, "expenditure.");
}

/* Over amounts spent, the name of an income says whose money it is. */
static const char *
source_fund (const ZbLabel *label) {
  static const struct {
    const char *indicator, *fund;
  } SOURCES[] = {
    { "income.fiscal", "fiscal" },
    { "income.special_account", "special_account" },
    { "income.unit_funds", "unit_funds" },
    { "income.other", "unit_funds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    if (g_strcmp0 (label->indicators[0], SOURCES[i].indicator) == 0)
      return zb_intern (SOURCES[i].fund);
  return NULL;
}

/* 上年结转结余 over 单位资金: brought over, and of that money. */
static gboolean
is_balance (const char *indicator) {
  return indicator != NULL && g_str_has_prefix (indicator, "balance.");
}

static void
apply_label (ZbColumn *column, const ZbLabel *label, const char *text, const ZbTableKind *kind) {
  gboolean two_sided = kind->layout == ZB_LAYOUT_TWO_SIDED;

  if ((spends (kind) || is_balance (column->indicator)) && source_fund (label) != NULL) {
    column->fund = source_fund (label);
    return;
  }
  if (label->role == ZB_ROLE_INCOME_ONLY && g_strcmp0 (kind->indicator, "income.total") != 0)
    return;
  if (label->indicators[0] != NULL && !(two_sided && says_side (label->indicators[0]))
      && !(label->role == ZB_ROLE_TOTAL && column->indicator != NULL)) {
    column->indicator = label->indicators[0];
    column->named_by = text;
  }
  if (label->fund != NULL)
    column->fund = label->fund;
  if (label->measure != NULL)
    column->measure = label->measure;
}

static gboolean
is_value_role (ZbLabelRole role) {
  return role == ZB_ROLE_VALUE || role == ZB_ROLE_NEUTRAL || role == ZB_ROLE_TOTAL
         || role == ZB_ROLE_INCOME_ONLY || role == ZB_ROLE_SIDE_INCOME
         || role == ZB_ROLE_SIDE_EXPENDITURE || role == ZB_ROLE_MEASURE || role == ZB_ROLE_COUNT;
}

/* What all columns of a table are read by. */
typedef struct {
  const ZbMapper *mapper;
  const ZbTableKind *kind;
  ZbEconomicHeader economic;
} Reading;

static gboolean
resolve_class (const Reading *reading, const char *word, ZbColumn *column) { /* of the economic classification */
  const char *code = zb_economic_header_lookup (&reading->economic, reading->mapper->catalogue, word);

  if (code == NULL)
    return FALSE;
  column->economic = code;
  column->role = ZB_ROLE_VALUE;
  return TRUE;
}

/* Looks one word of the path up and adds what it says. FALSE where it says nothing known. */
static gboolean
resolve_word (const Reading *reading, const char *text, ZbColumn *column) {
  const ZbMapper *mapper = reading->mapper;
  const ZbTableKind *kind = reading->kind;
  g_autofree char *label_text = zb_label_fold (text);
  g_autofree char *word = strip_year (label_text);
  ZbScope scope = kind->layout == ZB_LAYOUT_THREE_PUBLIC ? ZB_SCOPE_THREE_PUBLIC : ZB_SCOPE_COLUMN;
  guint year = zb_label_year (text, mapper->report->fiscal_year);
  const ZbUnit *unit = zb_columns_find_unit (text);
  const ZbLabel *label = NULL;

  if (year > 0)
    column->year = year;
  if (unit != NULL)
    column->unit = unit;
  if (resolve_class (reading, word, column))
    return TRUE;
  label = zb_label_lookup_variant (mapper->catalogue, scope, word);
  if (label == NULL && scope == ZB_SCOPE_THREE_PUBLIC)
    label = zb_label_lookup_variant (mapper->catalogue, ZB_SCOPE_COLUMN, word);
  if (label == NULL) {
    label = zb_label_match_part (mapper->catalogue, scope, word);
    if (label == NULL && scope == ZB_SCOPE_THREE_PUBLIC)
      label = zb_label_match_part (mapper->catalogue, ZB_SCOPE_COLUMN, word);
    if (label != NULL && is_value_role (label->role))
      column->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
  }
  if (label == NULL)
    return *word == '\0' && year > 0;
  if (label->role == ZB_ROLE_LINE && (column->role == ZB_ROLE_LABEL || column->role == ZB_ROLE_CODE))
    return TRUE;
  apply_label (column, label, text, kind);
  column->role = label->role;
  return TRUE;
}

static ZbColumnClass
classify_path (const GPtrArray *path) {
  gboolean economic = FALSE, government = FALSE, function = FALSE;

  for (guint i = 0; i < path->len; i++) {
    g_autofree char *folded = zb_text_fold (g_ptr_array_index (path, i));

    economic |= strstr (folded, "经济") != NULL;
    government |= strstr (folded, "政府") != NULL;
    function |= strstr (folded, "功能") != NULL;
  }
  if (economic)
    return government ? ZB_CLASS_ECONOMIC_GOVERNMENT : ZB_CLASS_ECONOMIC;
  return function ? ZB_CLASS_FUNCTION : ZB_CLASS_NONE;
}

static void
resolve_path (const Reading *reading, GPtrArray *path, ZbColumn *column) {
  gboolean known = FALSE, under_unknown = FALSE;

  column->role = ZB_ROLE_SKIP;
  for (guint i = 0; i < path->len; i++) {
    under_unknown = i > 0 && !known;
    known = resolve_word (reading, g_ptr_array_index (path, i), column);
  }
  column->classification = classify_path (path);
  column->total = column->role == ZB_ROLE_NEUTRAL && path->len == 1;
  column->under_unknown = under_unknown;
  if (!known || (reading->economic.many && under_unknown && column->role == ZB_ROLE_NEUTRAL))
    column->role = ZB_ROLE_SKIP; /* the 合计 of a group whose name is not known */
  else if (is_value_role (column->role))
    column->role = ZB_ROLE_VALUE;
}

GArray *
zb_columns_resolve (const ZbMapper *mapper, const ZbTable *table, const ZbTableKind *kind) {
  GArray *columns = g_array_sized_new (FALSE, TRUE, sizeof (ZbColumn), table->cols);
  gboolean spans = zb_table_has_spans (table);
  const Reading reading = { mapper, kind, zb_economic_header_find (mapper->catalogue, table, kind) };

  for (guint col = 0; col < table->cols; col++) {
    g_autoptr (GPtrArray) path = zb_column_header_path (table, col, spans);
    ZbColumn column = { 0 };

    resolve_path (&reading, path, &column);
    g_ptr_array_add (path, NULL);
    column.path = g_strjoinv ("|", (char **) path->pdata);
    g_array_append_val (columns, column);
  }
  zb_columns_settle (mapper, columns, table, kind);
  return columns;
}

void
zb_columns_free (GArray *columns) {
  for (guint i = 0; i < columns->len; i++)
    g_free (g_array_index (columns, ZbColumn, i).path);
  g_array_unref (columns);
}
