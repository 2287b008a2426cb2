/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings-blame.h"

#include "amount-text.h"
#include "display-text.h"
#include "fact-place.h"

/* A longer list of suspects helps nobody. */
#define MOST_NAMED 4

static const char *const SLIPS[ZB_N_SLIPS] = {
  [ZB_SLIP_DIGIT] = "一位数字有误",     [ZB_SLIP_DROPPED] = "漏一位数字",
  [ZB_SLIP_TRANSPOSED] = "相邻两位颠倒", [ZB_SLIP_POINT] = "小数点错位",
  [ZB_SLIP_SIGN] = "漏负号或多负号",     [ZB_SLIP_ROWS] = "与另一行互换",
  [ZB_SLIP_COLUMNS] = "与另一列互换",     [ZB_SLIP_READ] = "识别有误",
};

static char *
describe_place (const ZbReport *report, const ZbFact *fact) {
  g_autofree char *place = zb_fact_place_describe (report, fact);

  return zb_display_text_clean (place);
}

/* The numbers of @finding that stand as badly as @standing. The caller frees the array. */
static GPtrArray *
list_standing (const ZbFinding *finding, ZbStanding standing) {
  GPtrArray *facts = g_ptr_array_new ();

  for (guint i = 0; i < finding->terms->len; i++) {
    const ZbFact *fact = g_array_index (finding->terms, ZbFindingTerm, i).fact;

    if (fact != NULL && fact->standing == standing)
      g_ptr_array_add (facts, (gpointer) fact);
  }
  return facts;
}

/* Whether an equation that holds speaks for every number of @finding but the guilty ones. */
static gboolean
is_witnessed (const ZbFinding *finding) {
  for (guint i = 0; i < finding->terms->len; i++) {
    const ZbFact *fact = g_array_index (finding->terms, ZbFindingTerm, i).fact;

    if (fact != NULL && fact->standing != ZB_STANDING_GUILTY
        && fact->standing != ZB_STANDING_ACQUITTED)
      return FALSE;
  }
  return TRUE;
}

static const char *
choose_reason (const ZbFinding *finding, const ZbFact *fact) {
  if (is_witnessed (finding))
    return "其余各数另有核对相符";
  return fact->explains_all ? "只改正它，各项核对即都相符" : "按需改正的数最少推断";
}

static void
append_guilty (ZbTextSink *sink, const ZbReport *report, const ZbFindings *findings,
               const ZbFinding *finding, const GPtrArray *guilty) {
  for (guint i = 0; i < guilty->len; i++) {
    const ZbFact *fact = g_ptr_array_index (guilty, i);
    g_autofree char *place = describe_place (report, fact);
    guint failed = findings->failed[fact->number - 1];

    zb_text_sink_printf (sink, "      最可能有误：%s所印 %s (f%u)", place, fact->raw, fact->number);
    if (failed > 1)
      zb_text_sink_printf (sink, "，不符的 %u 项核对都有它", failed);
    zb_text_sink_printf (sink, "；%s\n", choose_reason (finding, fact));
  }
}

/* Some, but not all, of the numbers may be wrong. */
static void
append_suspects (ZbTextSink *sink, const ZbReport *report, const GPtrArray *suspects) {
  zb_text_sink_append (sink, "      可能有误的是");
  for (guint i = 0; i < suspects->len; i++) {
    const ZbFact *fact = g_ptr_array_index (suspects, i);
    g_autofree char *place = describe_place (report, fact);

    zb_text_sink_printf (sink, "%s%s (f%u)", i > 0 ? "、" : "", place, fact->number);
  }
  zb_text_sink_append (sink, "；其余各数不是其因\n");
}

static void
append_suggestion (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact) {
  g_autofree char *place = describe_place (report, fact);

  zb_text_sink_printf (sink, "      建议核对%s：所印 %s 若为 %s（%s），则 %s 成立\n", place, fact->raw,
                       fact->suggestion->raw, SLIPS[fact->suggestion->slip],
                       fact->suggestion->evidence);
}

void
zb_findings_blame_append (ZbTextSink *sink, const ZbReport *report, const ZbFindings *findings,
                          const ZbFinding *finding) {
  g_autoptr (GPtrArray) guilty = list_standing (finding, ZB_STANDING_GUILTY);
  g_autoptr (GPtrArray) suspects = list_standing (finding, ZB_STANDING_SUSPECT);
  gboolean told = finding->check != NULL && finding->check->members != NULL
                  && (finding->check->equation || guilty->len > 0);

  if (told && finding->check->lacks_part)
    zb_text_sink_append (sink, "      各数另有核对相符，可能漏列或未识别一项\n");
  else if (told && finding->terms->len > 1 && guilty->len <= MOST_NAMED)
    append_guilty (sink, report, findings, finding, guilty);
  if (told && guilty->len == 0 && suspects->len > 0 && suspects->len <= MOST_NAMED
      && suspects->len < finding->terms->len)
    append_suspects (sink, report, suspects);
  for (guint i = 0; i < finding->terms->len; i++) {
    const ZbFact *fact = g_array_index (finding->terms, ZbFindingTerm, i).fact;

    if (fact != NULL && fact->suggestion != NULL)
      append_suggestion (sink, report, fact);
  }
}
