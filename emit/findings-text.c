/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings-text.h"

#include <string.h>

#include "amount-text.h"
#include "display-text.h"
#include "domain-words.h"
#include "fact-place.h"
#include "findings-blame.h"
#include "text-sink.h"

#define RED "\033[31m"
#define YELLOW "\033[33m"
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

/* A list longer than this is looked up in the JSON. */
#define MOST_TERMS 60
/* What the reader takes for a heading may be a sentence. */
#define HEADING_WIDTH 60
#define MOST_TERMS_OF_INFO 5
/* Half a unit of the last printed place, and what sums make of it, take places more than are printed. */
#define MORE_PLACES 2
#define RATE_PLACES 2

/* The number is not read as it is printed. */
#define REREAD (ZB_FLAG_BIT (ZB_FLAG_UNIT_CORRECTED) | ZB_FLAG_BIT (ZB_FLAG_OCR_REPAIRED))

static const char *const SIDES[ZB_N_SIDES] = {
  [ZB_SIDE_CHECKED] = "印出",   [ZB_SIDE_EQUAL] = "应＝",    [ZB_SIDE_AT_MOST] = "应≤",
  [ZB_SIDE_AT_LEAST] = "应≥", [ZB_SIDE_PLUS] = "＋",       [ZB_SIDE_MINUS] = "－",
  [ZB_SIDE_OVER] = "÷",        [ZB_SIDE_TIMES] = "×",
  [ZB_SIDE_CHANGE] = "增减额", [ZB_SIDE_LAST_YEAR] = "上年数", [ZB_SIDE_THIS_YEAR] = "本年数",
      [ZB_SIDE_OTHER] = "另一处", [ZB_SIDE_LISTED] = "",
};

char *
zb_findings_text_heading (const ZbReport *report) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = zb_display_text_clean (report->title != NULL ? report->title : "题名不明");
  g_autofree char *path = zb_display_text_clean (report->document->path);
  g_autofree char *entity
    = zb_display_text_clean (report->entity != NULL ? report->entity : "单位不明");

  g_string_append_printf (text, "%s\n%s · ", title, entity);
  if (report->fiscal_year > 0)
    g_string_append_printf (text, "%u年 · ", report->fiscal_year);
  else
    g_string_append (text, "年度不明 · ");
  g_string_append_printf (text, "%s · %s\n", zb_domain_words_document_kind (report->kind), path);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "第16页 " or nothing. */
static void
append_page (GString *text, guint page) {
  if (page > 0)
    g_string_append_printf (text, "第%u页 ", page);
}

static char *
describe_group (const ZbReport *report, const ZbFinding *finding) {
  g_autoptr (GString) text = g_string_new (NULL);
  const ZbReportTable *table = zb_fact_place_table (report, finding->table);
  const ZbBlock *heading = NULL;

  append_page (text, finding->page);
  if (table != NULL) {
    g_autofree char *title = zb_fact_place_title (table);

    g_string_append (text, title);
    return zb_display_text_clean (text->str);
  }
  heading = zb_fact_place_heading (report->document, finding->block);
  if (finding->terms->len == 0) {
    g_string_append (text, "全文");
  } else if (heading != NULL) {
    guint width = MIN (zb_display_text_width (heading->text), HEADING_WIDTH);
    g_autofree char *short_text = zb_display_text_fit (heading->text, width, FALSE);

    g_string_append_printf (text, "正文「%s」一节", short_text);
  } else {
    g_string_append (text, "正文");
  }
  return zb_display_text_clean (text->str);
}

/* Whether two findings stand under one heading of the list. */
static gboolean
is_same_group (const ZbReport *report, const ZbFinding *a, const ZbFinding *b) {
  if (a == NULL || a->table != b->table)
    return FALSE;
  if (a->table > 0)
    return TRUE;
  return a->page == b->page
         && zb_fact_place_heading (report->document, a->block)
              == zb_fact_place_heading (report->document, b->block);
}

/* What is added where a number stands elsewhere than its finding. */
static void
append_elsewhere (GString *text, const ZbReport *report, const ZbFinding *finding,
                  const ZbFact *fact) {
  const ZbReportTable *table = zb_fact_place_table (report, fact->source.table);

  if (fact->source.origin.page != finding->page)
    append_page (text, fact->source.origin.page);
  if (table != NULL && fact->source.table != finding->table) {
    g_autofree char *title = zb_fact_place_title (table);

    g_string_append (text, title);
  }
}

static void
append_fact (GString *text, const ZbReport *report, const ZbFinding *finding, const ZbFact *fact,
             guint width) {
  g_autofree char *printed = zb_amount_text_printed (fact);
  g_autofree char *clean = zb_display_text_clean (printed);
  g_autofree char *amount = zb_display_text_fit (clean, MAX (width, zb_display_text_width (clean)), TRUE);
  g_autofree char *place = zb_fact_place_describe (report, fact);
  g_autofree char *clean_place = zb_display_text_clean (place);

  g_string_append_printf (text, "%s  ", amount);
  append_elsewhere (text, report, finding, fact);
  g_string_append_printf (text, "%s (f%u)", clean_place, fact->number);
  if (fact->flags & REREAD) {
    g_autofree char *value = zb_amount_text_like (fact, fact->value, G_MAXUINT8);

    g_string_append_printf (text, " 读作 %s", value);
  }
}

static void
append_row (GString *text, const ZbFindingTerm *term) {
  const ZbEvaluationRow *row = term->row;
  const char *name = row->level3 != NULL ? row->level3 : row->level2;
  g_autofree char *line = NULL, *clean = NULL;

  line = g_strdup_printf ("「%s」  指标值 %s，完成值 %s，分值 %s，得分 %s (e%u.r%u)",
                          name != NULL ? name : "", row->target.raw != NULL ? row->target.raw : "—",
                          row->actual.raw != NULL ? row->actual.raw : "—",
                          row->weight != NULL ? row->weight : "—",
                          row->score != NULL ? row->score : "—", term->evaluation->number, row->number);
  clean = zb_display_text_clean (line);
  g_string_append (text, clean);
}

static guint
measure_amounts (const ZbFinding *finding) {
  guint width = 0;

  for (guint i = 0; i < finding->terms->len; i++) {
    const ZbFact *fact = g_array_index (finding->terms, ZbFindingTerm, i).fact;
    g_autofree char *printed = fact != NULL ? zb_amount_text_printed (fact) : g_strdup ("");

    width = MAX (width, zb_display_text_width (printed));
  }
  return width;
}

static void
append_terms (ZbTextSink *sink, const ZbReport *report, const ZbFinding *finding) {
  guint most = finding->severity == ZB_SEVERITY_INFO ? MOST_TERMS_OF_INFO : MOST_TERMS;
  guint width = measure_amounts (finding);

  for (guint i = 0; i < finding->terms->len && i < most; i++) {
    const ZbFindingTerm *term = &g_array_index (finding->terms, ZbFindingTerm, i);
    g_autofree char *side = zb_display_text_fit (SIDES[term->side], 6, FALSE);
    g_autoptr (GString) text = g_string_new (NULL);

    if (term->fact != NULL)
      append_fact (text, report, finding, term->fact, width);
    else
      append_row (text, term);
    zb_text_sink_printf (sink, "      %s  %s\n", side, text->str);
  }
  if (finding->terms->len > most)
    zb_text_sink_printf (sink, "              ……另有%u处\n", finding->terms->len - most);
}

static gboolean
parse_numbers (const ZbCheck *check, ZbDecimal *expected, ZbDecimal *difference,
               ZbDecimal *tolerance) {
  return check != NULL && check->expected != NULL && check->difference != NULL
         && check->tolerance != NULL && zb_decimal_parse (check->expected, expected)
         && zb_decimal_parse (check->difference, difference)
         && zb_decimal_parse (check->tolerance, tolerance);
}

/* A difference of rates is one of points. */
static char *
print_gap (const ZbFact *fact, ZbDecimal gap, guint8 decimals) {
  g_autofree char *text = zb_amount_text_like (fact, gap, decimals);

  if (!g_str_has_suffix (text, "%"))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%.*s 个百分点", (int) strlen (text) - 1, text);
}

/* What a finding says between the other side and the difference. */
static const char *
choose_words (ZbFindingSide other, int sign, const char **than) {
  *than = sign < 0 ? "，印出的少" : "，印出的多";
  switch (other) {
  case ZB_SIDE_OTHER:
    return "另一处为";
  case ZB_SIDE_AT_MOST:
    *than = "，超出";
    return "不应大于";
  case ZB_SIDE_AT_LEAST:
    *than = "，短少";
    return "不应小于";
  default:
    return "按此计算为";
  }
}

/* 按此计算为 154.76 万元，印出的少 1.98 万元（四舍五入允许 0.03 万元） */
static void
append_difference (ZbTextSink *sink, const ZbFinding *finding) {
  const ZbFact *first
    = finding->terms->len > 1 ? g_array_index (finding->terms, ZbFindingTerm, 0).fact : NULL;
  ZbDecimal expected, difference, tolerance;
  g_autofree char *due = NULL, *gap = NULL, *allowed = NULL;
  const char *words, *than;
  guint8 decimals;

  if (first == NULL || !parse_numbers (finding->check, &expected, &difference, &tolerance))
    return;
  decimals = zb_amount_text_decimals (first);
  if (g_strcmp0 (first->unit, "%") == 0)
    decimals = MAX (decimals, RATE_PLACES);
  else
    decimals += MORE_PLACES;
  due = zb_amount_text_like (first, expected, decimals);
  gap = print_gap (first, zb_decimal_absolute (difference), decimals);
  allowed = print_gap (first, tolerance, decimals);
  words = choose_words (g_array_index (finding->terms, ZbFindingTerm, 1).side,
                        zb_decimal_sign (difference), &than);
  zb_text_sink_printf (sink, "      %s %s%s %s（四舍五入允许 %s）\n", words, due, than, gap, allowed);
}

static gboolean
has_same_numbers (const ZbFinding *a, const ZbFinding *b) {
  for (guint i = 0; i < a->terms->len && i < b->terms->len; i++) {
    const ZbFact *left = g_array_index (a->terms, ZbFindingTerm, i).fact;
    const ZbFact *right = g_array_index (b->terms, ZbFindingTerm, i).fact;

    if (left == NULL || right == NULL || zb_decimal_compare (left->value, right->value) != 0)
      return FALSE;
  }
  return a->terms->len == b->terms->len;
}

/* Whether @finding says with the same numbers what @before says, of other columns or rows. */
static gboolean
is_repeated (const ZbFinding *before, const ZbFinding *finding) {
  const ZbCheck *one = before != NULL ? before->check : NULL, *other = finding->check;

  return one != NULL && other != NULL && one->rule == other->rule && one->expected != NULL
         && finding->table > 0 && before->table == finding->table
         && has_same_numbers (before, finding)
         && g_strcmp0 (one->expected, other->expected) == 0
         && g_strcmp0 (one->found, other->found) == 0;
}

/*  3. [错误] 同上，「财政拨款收入」列 (f27) … */
static void
append_repeated (ZbTextSink *sink, const ZbReport *report, const ZbFinding *finding, guint number) {
  const ZbFact *first = g_array_index (finding->terms, ZbFindingTerm, 0).fact;
  g_autofree char *place = zb_fact_place_describe (report, first);
  g_autofree char *clean = zb_display_text_clean (place);

  zb_text_sink_printf (sink, " %2u. [%s] 同上，数字相同：%s (f%u)  (%s, c%u)\n", number,
                       zb_domain_words_severity (finding->severity), clean, first->number,
                       finding->check->rule, finding->check->number);
}

static void
append_finding (ZbTextSink *sink, const ZbReport *report, const ZbFinding *finding, guint number,
                gboolean colour) {
  const char *paint = !colour ? "" : finding->severity == ZB_SEVERITY_ERROR ? RED : YELLOW;

  zb_text_sink_printf (sink, " %2u. %s[%s]%s %s", number, paint,
                       zb_domain_words_severity (finding->severity), colour ? PLAIN : "",
                       finding->message);
  if (finding->check != NULL)
    zb_text_sink_printf (sink, "  (%s, c%u)\n", finding->check->rule, finding->check->number);
  else
    zb_text_sink_printf (sink, "  (%s)\n", zb_flag_name (finding->flag));
  append_terms (sink, report, finding);
  append_difference (sink, finding);
}

static void
append_group (ZbTextSink *sink, const ZbReport *report, const ZbFinding *finding, gboolean colour) {
  g_autofree char *group = describe_group (report, finding);

  zb_text_sink_printf (sink, "\n%s%s%s\n", colour ? BOLD : "", group, colour ? PLAIN : "");
}

static void
append_summary (ZbTextSink *sink, const ZbFindings *findings) {
  guint errors = findings->counts[ZB_SEVERITY_ERROR];
  guint warnings = findings->counts[ZB_SEVERITY_WARNING];

  if (errors + warnings == 0 && findings->passed == 0)
    zb_text_sink_append (sink, "没有可核对的勾稽关系，也未发现问题\n");
  else if (errors + warnings == 0)
    zb_text_sink_printf (sink, "未发现问题；核对 %u 项，全部相符\n", findings->passed);
  else
    zb_text_sink_printf (sink, "错误 %u 处，存疑 %u 处；另有 %u 项核对相符\n", errors, warnings,
                         findings->passed);
}

gboolean
zb_findings_text_emit (const ZbReport *report, const ZbFindings *findings, gboolean colour,
                       GOutputStream *out, GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  g_autofree char *heading = zb_findings_text_heading (report);
  const ZbFinding *before = NULL;

  zb_text_sink_append (sink, heading);
  append_summary (sink, findings);
  for (guint i = 0; i < findings->list->len; i++) {
    const ZbFinding *finding = g_ptr_array_index (findings->list, i);

    if (finding->severity != ZB_SEVERITY_INFO && !is_same_group (report, before, finding))
      append_group (sink, report, finding, colour);
    else if (finding->severity == ZB_SEVERITY_INFO
             && (before == NULL || before->severity != ZB_SEVERITY_INFO))
      zb_text_sink_append (sink, "\n");
    if (is_repeated (before, finding))
      append_repeated (sink, report, finding, i + 1);
    else
      append_finding (sink, report, finding, i + 1, colour);
    zb_findings_blame_append (sink, report, findings, finding);
    before = finding;
  }
  if (findings->rounded > 0)
    zb_text_sink_printf (sink, "\n提示：有 %u 项合计与分项之和略有出入，均在四舍五入范围内，不算问题\n",
                         findings->rounded);
  zb_text_sink_append (sink, "\n");
  return zb_text_sink_finish (sink, error);
}
