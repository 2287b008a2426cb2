/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dimension-origin.h"

#include <string.h>

#include "fact-place.h"
#include "label.h"
#include "text-fold.h"

/* Words around a number, and the scopes of labels.tsv in which they are looked up. */
typedef struct {
  const char *where;
  char *text;
  ZbScope first, last;
  gboolean anywhere; /* the phrase may stand inside of the words */
} Words;

static void
words_clear (gpointer data) {
  g_free (((Words *) data)->text);
}

static void
add_words (GArray *list, const char *where, const char *text, ZbScope first, ZbScope last,
           gboolean anywhere) {
  Words words = { where, g_strdup (text), first, last, anywhere };

  g_array_append_val (list, words);
}

static void
add_cells (GArray *list, const char *where, GPtrArray *take_cells, ZbScope first, ZbScope last) {
  g_autoptr (GPtrArray) cells = take_cells;

  for (guint i = cells->len; i > 0; i--) /* what stands next to the number says the most */
    add_words (list, where, ((const ZbCell *) g_ptr_array_index (cells, i - 1))->text, first, last,
               FALSE);
}

/* From the nearest to the farthest. The words of forms mean other things in other tables. */
static void
add_table_words (GArray *list, const ZbReportTable *table, const ZbFact *fact) {
  gboolean form = g_str_has_prefix (table->kind, "eval.") || g_str_has_prefix (table->kind, "goal.");
  gboolean other = g_str_equal (table->kind, "other");
  guint row = fact->source.row, col = fact->source.col;

  add_cells (list, "行", zb_fact_place_names (table->table, row, col),
             form ? ZB_SCOPE_BASE : ZB_SCOPE_INCOME,
             form || other ? ZB_SCOPE_FUNDS : ZB_SCOPE_PROCUREMENT);
  add_cells (list, "列", zb_fact_place_header (table->table, col), ZB_SCOPE_COLUMN, ZB_SCOPE_COLUMN);
  add_cells (list, "列", zb_fact_place_header (table->table, col), ZB_SCOPE_THREE_PUBLIC,
             ZB_SCOPE_PROCUREMENT);
  if (table->table->title != NULL && other)
    add_words (list, "表名", table->table->title, ZB_SCOPE_TEXT, ZB_SCOPE_TEXT, TRUE);
}

static GArray *
collect_words (const ZbReport *report, const ZbFact *fact) {
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Words));
  const ZbReportTable *table = zb_fact_place_table (report, fact->source.table);
  const ZbBlock *heading = zb_fact_place_heading (report->document, fact->source.block);

  g_array_set_clear_func (list, words_clear);
  if (fact->source.kind == ZB_SOURCE_TABLE && table != NULL) {
    add_table_words (list, table, fact);
    return list;
  }
  if (fact->label != NULL)
    add_words (list, "文字", fact->label, ZB_SCOPE_TEXT, ZB_SCOPE_GRAMMAR, TRUE);
  if (fact->source.quote != NULL)
    add_words (list, "文字", zb_fact_place_quote (fact), ZB_SCOPE_TEXT, ZB_SCOPE_AFTER, TRUE);
  if (heading != NULL)
    add_words (list, "标题", heading->text, ZB_SCOPE_TEXT, ZB_SCOPE_GRAMMAR, TRUE);
  return list;
}

const char *
zb_dimension_origin_value (const ZbFact *fact, ZbFactDimension dimension) {
  const ZbDimensions *dimensions = &fact->dimensions;
  const char *const values[ZB_N_DIMENSIONS] = {
    [ZB_DIMENSION_INDICATOR] = dimensions->indicator, [ZB_DIMENSION_MEASURE] = dimensions->measure,
    [ZB_DIMENSION_PERIOD] = dimensions->period,       [ZB_DIMENSION_FUND] = dimensions->fund,
    [ZB_DIMENSION_FUNCTION] = dimensions->function,   [ZB_DIMENSION_ECONOMIC] = dimensions->economic,
    [ZB_DIMENSION_SUBJECT] = dimensions->subject,
  };

  return values[dimension];
}

/* Words of comparison give measures without naming them. */
static const char *
measure_of_role (ZbLabelRole role) {
  switch (role) {
  case ZB_ROLE_SHARE:
    return "share";
  case ZB_ROLE_EXECUTION:
    return "execution_rate";
  case ZB_ROLE_UP:
  case ZB_ROLE_DOWN:
  case ZB_ROLE_COMPARE:
    return "change";
  default:
    return NULL;
  }
}

static gboolean
says (const ZbLabel *label, ZbFactDimension dimension, const char *value) {
  const char *by_role = measure_of_role (label->role);

  switch (dimension) {
  case ZB_DIMENSION_INDICATOR:
    return g_strcmp0 (label->indicators[0], value) == 0
           || g_strcmp0 (label->indicators[1], value) == 0;
  case ZB_DIMENSION_MEASURE:
    return g_strcmp0 (label->measure, value) == 0
           || (by_role != NULL && g_str_has_prefix (value, by_role));
  case ZB_DIMENSION_FUND:
    return g_strcmp0 (label->fund, value) == 0;
  default:
    return FALSE;
  }
}

/* The entry that gives @dimension its @value, among those of @words; NULL where none. */
static const ZbLabel *
find_label (const ZbCatalogue *catalogue, const Words *words, ZbFactDimension dimension,
            const char *value) {
  g_autofree char *whole = zb_text_fold (words->text), *name = zb_label_fold (words->text);

  for (guint scope = words->first; scope <= words->last; scope++) {
    const char *const texts[] = { name, whole };

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
      const ZbLabel *label = zb_catalogue_lookup_label (catalogue, (ZbScope) scope, texts[i]);

      if (label != NULL && says (label, dimension, value))
        return label;
    }
    for (const char *p = whole; words->anywhere && *p != '\0'; p = g_utf8_next_char (p)) {
      const ZbLabel *label = zb_catalogue_match_label (catalogue, (ZbScope) scope, p);

      if (label != NULL && says (label, dimension, value))
        return label;
    }
  }
  return NULL;
}

static char *
describe_label (const GArray *list, const ZbCatalogue *catalogue, ZbFactDimension dimension,
                const char *value) {
  for (guint i = 0; i < list->len; i++) {
    const Words *words = &g_array_index (list, Words, i);
    const ZbLabel *label = find_label (catalogue, words, dimension, value);

    if (label != NULL)
      return g_strdup_printf ("%s「%s」（labels.tsv 第%u行：%s）", words->where, words->text, label->line,
                              label->phrase);
  }
  return NULL;
}

static char *
describe_year (const ZbReport *report, const GArray *list, const ZbFact *fact) {
  guint64 year = g_ascii_strtoull (fact->dimensions.period, NULL, 10);

  for (guint i = 0; i < list->len; i++) {
    const Words *words = &g_array_index (list, Words, i);

    if (zb_label_year (words->text, report->fiscal_year) == year)
      return g_strdup_printf ("%s「%s」", words->where, words->text);
  }
  if (year == report->fiscal_year)
    return g_strdup ("旁边未印年份，取文件年度");
  return g_strdup ("上下文");
}

static char *
describe_code (const ZbReport *report, const ZbCatalogue *catalogue, const ZbFact *fact,
               gboolean function) {
  const char *code = function ? fact->dimensions.function : fact->dimensions.economic;
  const char *name = function ? zb_catalogue_function_name (catalogue, code)
                              : zb_catalogue_economic_name (catalogue, code);
  const char *file = function ? "function-codes.tsv" : "economic-codes.tsv";
  const ZbReportTable *table = zb_fact_place_table (report, fact->source.table);
  gboolean printed = fact->label != NULL && strstr (fact->label, code) != NULL;

  for (guint col = 0; table != NULL && !printed && col < fact->source.col; col++) {
    const ZbCell *cell = zb_table_lookup (table->table, fact->source.row, col);

    printed = cell != NULL && g_str_has_prefix (cell->text, code);
  }
  return g_strdup_printf ("%s（%s：%s）", printed ? "行内印有编码" : "由名称和上下级查得", file,
                          name != NULL ? name : "未列");
}

static const ZbTableKind *
lookup_kind (const ZbCatalogue *catalogue, const char *id) {
  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++) {
    const ZbTableKind *kind = zb_catalogue_table_kind_at (catalogue, i);

    /* several forms are of the kind other */
    if (g_str_equal (kind->id, id) && !g_str_equal (id, "other"))
      return kind;
  }
  return NULL;
}

/* Where no word around the number says it. */
static char *
describe_default (const ZbReport *report, const ZbCatalogue *catalogue, const ZbFact *fact,
                  ZbFactDimension dimension, const char *value) {
  const ZbReportTable *table = zb_fact_place_table (report, fact->source.table);
  const ZbTableKind *kind = table != NULL ? lookup_kind (catalogue, table->kind) : NULL;

  if (kind != NULL
      && ((dimension == ZB_DIMENSION_FUND && g_strcmp0 (kind->fund, value) == 0)
          || (dimension == ZB_DIMENSION_INDICATOR && g_strcmp0 (kind->indicator, value) == 0)))
    return g_strdup_printf ("表的种类 %s %s（table-kinds.tsv 第%u行）", kind->id, kind->name, kind->line);
  if (dimension == ZB_DIMENSION_MEASURE
      && g_str_equal (value, g_str_equal (report->kind, "budget") ? "budget" : "actual"))
    return g_strdup ("旁边未注明，按文件种类");
  if (dimension == ZB_DIMENSION_FUND && g_str_equal (value, "all"))
    return g_strdup ("旁边未注明资金，按全部资金");
  return g_strdup (kind != NULL ? "表的格式和上下行" : "上下文");
}

char *
zb_dimension_origin_describe (const ZbReport *report, const ZbCatalogue *catalogue,
                              const ZbFact *fact, ZbFactDimension dimension) {
  const char *value = zb_dimension_origin_value (fact, dimension);
  g_autoptr (GArray) list = NULL;
  char *text;

  if (value == NULL)
    return NULL;
  if (dimension == ZB_DIMENSION_FUNCTION || dimension == ZB_DIMENSION_ECONOMIC)
    return describe_code (report, catalogue, fact, dimension == ZB_DIMENSION_FUNCTION);
  list = collect_words (report, fact);
  if (dimension == ZB_DIMENSION_PERIOD)
    return describe_year (report, list, fact);
  if (dimension == ZB_DIMENSION_SUBJECT)
    return g_strdup (g_strcmp0 (fact->dimensions.subject_kind, "unit") == 0 ? "所属单位的名称"
                                                                           : "项目名称");
  text = describe_label (list, catalogue, dimension, value);
  return text != NULL ? text : describe_default (report, catalogue, fact, dimension, value);
}
