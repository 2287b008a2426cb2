/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explanation.h"

#include "amount-text.h"
#include "dimension-origin.h"
#include "display-text.h"
#include "domain-words.h"
#include "explanation-parts.h"
#include "fact-place.h"
#include "findings-text.h"
#include "fixed-point.h"

#define BOLD "\033[1m"
#define PLAIN "\033[0m"

static const char *const TITLES[ZB_N_DIMENSIONS] = {
  [ZB_DIMENSION_INDICATOR] = "指标",     [ZB_DIMENSION_MEASURE] = "口径",
  [ZB_DIMENSION_PERIOD] = "年度",        [ZB_DIMENSION_FUND] = "资金",
  [ZB_DIMENSION_FUNCTION] = "功能分类", [ZB_DIMENSION_ECONOMIC] = "经济分类",
  [ZB_DIMENSION_SUBJECT] = "所属",
};

/* The name of an indicator; its id where it has none. */
static const char *
name_indicator (const ZbCatalogue *catalogue, const char *id) {
  const ZbIndicator *indicator = zb_catalogue_lookup_indicator (catalogue, id);

  return indicator != NULL && indicator->name != NULL ? indicator->name : id;
}

/* The word for a value of @dimension; "" where the value speaks for itself. */
static const char *
name_value (const ZbCatalogue *catalogue, ZbFactDimension dimension, const char *value) {
  switch (dimension) {
  case ZB_DIMENSION_INDICATOR:
    return name_indicator (catalogue, value);
  case ZB_DIMENSION_MEASURE:
    return zb_domain_words_measure (value);
  case ZB_DIMENSION_FUND:
    return zb_domain_words_fund (value);
  case ZB_DIMENSION_FUNCTION:
    return zb_catalogue_function_name (catalogue, value);
  case ZB_DIMENSION_ECONOMIC:
    return zb_catalogue_economic_name (catalogue, value);
  default:
    return "";
  }
}

/* title  value name  ← origin, each in its column */
static void
append_line (ZbTextSink *sink, const char *title, const char *value, const char *name,
             const char *origin) {
  g_autofree char *what = g_strdup_printf ("%s%s%s", value, name != NULL && *name != '\0' ? " " : "",
                                           name != NULL ? name : "");
  g_autofree char *clean = zb_display_text_clean (what), *from = zb_display_text_clean (origin);
  g_autofree char *first = zb_display_text_fit (title, 8, FALSE);
  g_autofree char *second = zb_display_text_fit (clean, MAX (44, zb_display_text_width (clean)), FALSE);

  zb_text_sink_printf (sink, "    %s  %s  ← %s\n", first, second, from);
}

static void
append_unit (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact) {
  const ZbReportTable *table = zb_fact_place_table (report, fact->source.table);
  gboolean line = fact->unit_place == ZB_UNIT_TABLE && table != NULL && table->table->unit != NULL;
  g_autofree char *origin
    = g_strdup_printf ("%s%s%s%s", zb_domain_words_unit_place (fact->unit_place), line ? "「" : "",
                       line ? table->table->unit : "", line ? "」" : "");

  append_line (sink, "单位", line ? table->table->unit : zb_amount_text_unit (fact), "", origin);
}

static void
append_dimensions (ZbTextSink *sink, const ZbReport *report, const ZbCatalogue *catalogue,
                   const ZbFact *fact) {
  zb_text_sink_append (sink, "\n  它说的是什么，从何而知\n");
  for (guint i = 0; i < ZB_N_DIMENSIONS; i++) {
    ZbFactDimension dimension = (ZbFactDimension) i;
    const char *value = zb_dimension_origin_value (fact, dimension);
    g_autofree char *origin = zb_dimension_origin_describe (report, catalogue, fact, dimension);

    if (value != NULL)
      append_line (sink, TITLES[i], value, name_value (catalogue, dimension, value), origin);
  }
  append_unit (sink, report, fact);
  append_line (sink, "报告单位", report->entity != NULL ? report->entity : "不明", "", "文件封面、标题或表头");
}

/* What a ruler on the printed page shows. */
static void
append_position (ZbTextSink *sink, const ZbOrigin *origin) {
  const double points = 72 / 2.54; /* of a box, per centimetre */
  g_autofree char *left = zb_fixed_point_print (origin->box.x0 / points, 1);
  g_autofree char *top = zb_fixed_point_print (origin->box.y0 / points, 1);

  if (origin->page == 0)
    return;
  zb_text_sink_printf (sink, "    第%u页", origin->page);
  if (origin->has_box && left != NULL && top != NULL)
    zb_text_sink_printf (sink, "，距左边 %s 厘米、上边 %s 厘米", left, top);
  zb_text_sink_append (sink, "\n");
}

static void
append_clean (ZbTextSink *sink, const char *title, const char *text) {
  g_autofree char *clean = zb_display_text_clean (text);

  if (text != NULL)
    zb_text_sink_printf (sink, "    %s%s\n", title, clean);
}

static void
append_place (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact) {
  const ZbReportTable *table = zb_fact_place_table (report, fact->source.table);
  const ZbBlock *heading = zb_fact_place_heading (report->document, fact->source.block);
  g_autofree char *place = zb_fact_place_describe (report, fact);

  zb_text_sink_append (sink, "\n  印在哪里\n");
  append_position (sink, &fact->source.origin);
  if (table != NULL && fact->source.kind == ZB_SOURCE_TABLE) {
    g_autofree char *title = zb_fact_place_title (table);
    g_autofree char *row = zb_fact_place_row (report, fact);
    g_autofree char *column = zb_fact_place_column (report, fact);
    g_autofree char *kind = g_strdup_printf ("%s（按表名、表头和行识别）", table->kind);

    append_clean (sink, "", title);
    append_clean (sink, "表的种类  ", kind);
    append_clean (sink, "行        ", row);
    append_clean (sink, "列        ", column);
    return;
  }
  if (heading != NULL)
    append_clean (sink, "标题  ", heading->text);
  append_clean (sink, "", place);
}

gboolean
zb_explanation_emit (const ZbReport *report, const ZbCatalogue *catalogue, const ZbFact *fact,
                     gboolean colour, GOutputStream *out, GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  g_autofree char *heading = zb_findings_text_heading (report);
  g_autofree char *printed = zb_amount_text_printed (fact);
  g_autofree char *value = zb_amount_text_group (fact->value);
  g_autofree char *bare = g_strconcat (fact->raw, fact->raw_unit, NULL);
  g_autofree char *clean_bare = zb_display_text_clean (bare);
  g_autofree char *label = zb_display_text_clean (fact->label);
  g_autofree char *clean = zb_display_text_clean (printed);

  zb_text_sink_append (sink, heading);
  zb_text_sink_printf (sink, "\n%sf%u  %s  %s%s\n", colour ? BOLD : "", fact->number, label, clean,
                       colour ? PLAIN : "");
  zb_text_sink_printf (sink, "  印作「%s」，读作 %s %s\n", clean_bare, value,
                       g_strcmp0 (fact->unit, "CNY") == 0 ? "元" : zb_amount_text_unit (fact));
  append_place (sink, report, fact);
  append_dimensions (sink, report, catalogue, fact);
  zb_explanation_append_checks (sink, report, fact);
  zb_explanation_append_readings (sink, report, fact);
  if (!zb_explanation_append_evidence (sink, fact, error))
    return FALSE;
  zb_text_sink_append (sink, "\n");
  return zb_text_sink_finish (sink, error);
}

/* Number, indicator, year and measure, and place of @fact; the caller frees them with the array. */
static char **
list_fields (const ZbReport *report, const ZbFact *fact) {
  g_autofree char *place = zb_fact_place_describe (report, fact);
  g_autoptr (GString) where = g_string_new (NULL);
  char **fields = g_new0 (char *, 6);

  if (fact->source.origin.page > 0)
    g_string_append_printf (where, "第%u页 ", fact->source.origin.page);
  if (fact->source.table > 0)
    g_string_append_printf (where, "表%u ", fact->source.table);
  g_string_append (where, place);
  fields[0] = g_strdup_printf ("f%u", fact->number);
  fields[1] = zb_amount_text_printed (fact);
  fields[2] = g_strdup (fact->dimensions.indicator);
  fields[3] = g_strdup_printf ("%s %s", fact->dimensions.period != NULL ? fact->dimensions.period : "—",
                               zb_domain_words_measure (fact->dimensions.measure));
  fields[4] = g_string_free (g_steal_pointer (&where), FALSE);
  return fields;
}

gboolean
zb_explanation_list (const ZbReport *report, const GPtrArray *facts, GOutputStream *out,
                     GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  static const guint WIDTHS[] = { 6, 18, 34, 22 };

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);
    g_auto (GStrv) fields = list_fields (report, fact);

    for (guint k = 0; fields[k] != NULL; k++) {
      g_autofree char *clean = zb_display_text_clean (fields[k]);
      guint width = zb_display_text_width (clean);
      g_autofree char *fitted
        = zb_display_text_fit (clean, k < G_N_ELEMENTS (WIDTHS) ? MAX (WIDTHS[k], width) : width,
                               k == 1);

      zb_text_sink_printf (sink, "%s%s", k > 0 ? "  " : "", fitted);
    }
    zb_text_sink_append (sink, "\n");
  }
  return zb_text_sink_finish (sink, error);
}
