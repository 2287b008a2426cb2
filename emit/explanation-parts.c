/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explanation-parts.h"

#include "amount-text.h"
#include "confidence.h"
#include "display-text.h"
#include "domain-words.h"
#include "fact-camps.h"
#include "fact-place.h"
#include "fixed-point.h"

/* Evidence that is no flag. */
static const struct {
  const char *name, *words;
} EVIDENCE[] = {
  { "base", "起点" },
  { "source.table", "印在表中" },
  { "source.text", "印在正文中" },
  { "source.recognised", "由图像识别得来" },
  { "source.transcribed", "由别人识别的文字得来" },
  { "value.zero", "数为零" },
  { "unit.document", "单位按本文件多数表格所用" },
  { "checks.none", "没有勾稽关系可以核对" },
  { "checks.passed_several", "几项核对相符" },
  { "checks.failed_several", "几项核对不符" },
  { "checks.failed_total", "是不符等式的合计" },
  { "reading.not_preferred", "别处另有更可信的读数" },
};

static gboolean
names_fact (const ZbCheck *check, const char *id) {
  for (guint i = 0; i < check->facts->len; i++)
    if (g_str_equal (g_ptr_array_index (check->facts, i), id))
      return TRUE;
  return FALSE;
}

static void
append_check (ZbTextSink *sink, const ZbCheck *check) {
  zb_text_sink_printf (sink, "    %s  %s (c%u", check->passed ? "相符" : "不符", check->rule,
                       check->number);
  if (check->facts->len > 1)
    zb_text_sink_printf (sink, "，共 %u 个数", check->facts->len);
  zb_text_sink_printf (sink, ")%s%s\n", check->passed ? "" : "：", check->passed ? "" : check->message);
}

void
zb_explanation_append_checks (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact) {
  g_autofree char *id = g_strdup_printf ("f%u", fact->number);
  gboolean any = FALSE;

  zb_text_sink_append (sink, "\n  参与的核对\n");
  for (guint i = 0; i < report->checks->len; i++) {
    const ZbCheck *check = g_ptr_array_index (report->checks, i);

    if (!names_fact (check, id))
      continue;
    append_check (sink, check);
    any = TRUE;
  }
  if (!any)
    zb_text_sink_append (sink, "    没有能用到它的勾稽关系\n");
  if (fact->suggestion != NULL)
    zb_text_sink_printf (sink, "    建议核对：若为 %s，则 %s 成立\n", fact->suggestion->raw,
                         fact->suggestion->evidence);
}

static void
append_reading (ZbTextSink *sink, const ZbReport *report, const ZbFact *reading, guint agreeing,
                guint count) {
  g_autofree char *printed = zb_amount_text_printed (reading);
  g_autofree char *place = zb_fact_place_describe (report, reading);
  const ZbReportTable *table = zb_fact_place_table (report, reading->source.table);
  g_autofree char *title = table != NULL ? zb_fact_place_title (table) : g_strdup ("");
  g_autofree char *line = NULL, *clean = NULL, *page = NULL;

  page = reading->source.origin.page > 0
           ? g_strdup_printf ("第%u页 ", reading->source.origin.page)
           : g_strdup ("");
  line = g_strdup_printf ("%s  f%u  %s  %s%s%s（%u 处中有 %u 处一致）",
                          reading->preferred ? "采用" : "    ", reading->number, printed, page, title,
                          place, count, agreeing);
  clean = zb_display_text_clean (line);
  zb_text_sink_printf (sink, "    %s\n", clean);
}

void
zb_explanation_append_readings (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact) {
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  g_autofree guint *camps = NULL;

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *other = g_ptr_array_index (report->facts, i);

    if (zb_dimensions_equal (&other->dimensions, &fact->dimensions))
      g_ptr_array_add (same, other);
  }
  zb_text_sink_append (sink, "\n  同一个数的各处\n");
  if (same->len == 1) {
    zb_text_sink_append (sink, "    文件中只有这一处\n");
    return;
  }
  camps = zb_fact_camps_count ((const ZbFact *const *) same->pdata, same->len);
  for (guint i = 0; i < same->len; i++)
    append_reading (sink, report, g_ptr_array_index (same, i), camps[i], same->len);
  zb_text_sink_append (sink, "    采用的次序：与它一致的处数多者，疑点少者，表格先于正文，先印者\n");
}

static const char *
describe_evidence (const char *name) {
  ZbFlag flag;

  for (guint i = 0; i < G_N_ELEMENTS (EVIDENCE); i++)
    if (g_str_equal (EVIDENCE[i].name, name))
      return EVIDENCE[i].words;
  return zb_flag_lookup (name, &flag) ? zb_domain_words_flag (flag) : "";
}

gboolean
zb_explanation_append_evidence (ZbTextSink *sink, const ZbFact *fact, GError **error) {
  g_autoptr (GArray) evidence = zb_confidence_list_evidence (fact, error);
  g_autofree char *confidence = zb_fixed_point_print_confidence (fact->confidence);
  double sum = 0;

  if (evidence == NULL)
    return FALSE;
  zb_text_sink_printf (sink, "\n  可信度 %s%s\n", confidence, fact->review ? "，请人工核对" : "");
  for (guint i = 0; i < evidence->len; i++) {
    const ZbEvidence *one = &g_array_index (evidence, ZbEvidence, i);
    g_autofree char *weight = zb_fixed_point_print (ABS (one->weight), 2);

    sum += one->weight;
    zb_text_sink_printf (sink, "    %s%6s  %-22s  %s\n", one->weight < 0 ? "-" : "+", weight, one->name,
                         describe_evidence (one->name));
  }
  {
    g_autofree char *total = zb_fixed_point_print (ABS (sum), 2);

    zb_text_sink_printf (sink, "    %s%6s  合计（对数几率）；1 ÷ (1 + e^-合计) = %s\n", sum < 0 ? "-" : "+",
                         total, confidence);
  }
  return TRUE;
}
