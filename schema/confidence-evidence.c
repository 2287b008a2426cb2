/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confidence-evidence.h"

static const char *const NAMES[ZB_EVIDENCE_FLAGS] = {
  [ZB_EVIDENCE_BASE] = "base",
  [ZB_EVIDENCE_TABLE] = "source.table",
  [ZB_EVIDENCE_TEXT] = "source.text",
  [ZB_EVIDENCE_RECOGNISED] = "source.recognised",
  [ZB_EVIDENCE_TRANSCRIBED] = "source.transcribed",
  [ZB_EVIDENCE_ZERO] = "value.zero",
  [ZB_EVIDENCE_UNIT_DOCUMENT] = "unit.document",
  [ZB_EVIDENCE_UNCHECKED] = "checks.none",
  [ZB_EVIDENCE_PASSED_SEVERAL] = "checks.passed_several",
  [ZB_EVIDENCE_FAILED_SEVERAL] = "checks.failed_several",
  [ZB_EVIDENCE_ACCUSED] = "checks.failed_total",
  [ZB_EVIDENCE_OUTVOTED] = "reading.not_preferred",
  [ZB_EVIDENCE_OTHER_KIND] = "document.other",
};

const char *
zb_evidence_name (guint evidence) {
  return evidence < ZB_EVIDENCE_FLAGS ? NAMES[evidence]
                                      : zb_flag_name ((ZbFlag) (evidence - ZB_EVIDENCE_FLAGS));
}

gboolean
zb_evidence_lookup (const char *name, guint *evidence) {
  for (guint i = 0; i < ZB_N_EVIDENCE; i++)
    if (g_str_equal (zb_evidence_name (i), name)) {
      *evidence = i;
      return TRUE;
    }
  return FALSE;
}

/* How many checks of each outcome name a fact. */
typedef struct {
  guint passed, failed;
} Outcomes;

static Outcomes *
count_outcomes (const ZbReport *report) {
  Outcomes *outcomes = g_new0 (Outcomes, report->facts->len + 1);

  for (guint i = 0; i < report->checks->len; i++) {
    const ZbCheck *check = g_ptr_array_index (report->checks, i);

    for (guint k = 0; k < check->facts->len; k++) {
      const char *id = g_ptr_array_index (check->facts, k);
      guint64 number = id[0] == 'f' ? g_ascii_strtoull (id + 1, NULL, 10) : 0;

      if (number == 0 || number > report->facts->len)
        continue;
      outcomes[number].passed += check->passed;
      outcomes[number].failed += !check->passed;
    }
  }
  return outcomes;
}

static ZbEvidenceSet
evidence_of_place (const ZbReport *report, ZbSourceKind kind, const ZbOrigin *origin, ZbFlags flags) {
  ZbEvidenceSet set = ZB_EVIDENCE_BIT (ZB_EVIDENCE_BASE) | (ZbEvidenceSet) flags << ZB_EVIDENCE_FLAGS;

  set |= ZB_EVIDENCE_BIT (kind == ZB_SOURCE_TABLE ? ZB_EVIDENCE_TABLE : ZB_EVIDENCE_TEXT);
  if (origin->recognition & ZB_RECOGNISED)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_RECOGNISED);
  else if (report->document->text_origin == ZB_TEXT_ORIGIN_OCR_EXTERNAL)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_TRANSCRIBED);
  if (g_strcmp0 (report->kind, "other") == 0)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_OTHER_KIND);
  return set;
}

static ZbEvidenceSet
evidence_of_fact (const ZbReport *report, const ZbFact *fact, const Outcomes *outcomes) {
  ZbEvidenceSet set
      = evidence_of_place (report, fact->source.kind, &fact->source.origin, fact->flags);
  gboolean corroborated = (fact->flags & ZB_FLAG_BIT (ZB_FLAG_CORROBORATED)) != 0;

  if (zb_decimal_compare (fact->value, zb_decimal_from_int (0)) == 0)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_ZERO);
  if (fact->unit_place == ZB_UNIT_DOCUMENT)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_UNIT_DOCUMENT);
  if (!corroborated && outcomes->passed == 0 && outcomes->failed == 0)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_UNCHECKED);
  if (outcomes->passed > 1)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_PASSED_SEVERAL);
  if (outcomes->failed > 1)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_FAILED_SEVERAL);
  if (fact->accused)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_ACCUSED);
  if (!fact->preferred)
    set |= ZB_EVIDENCE_BIT (ZB_EVIDENCE_OUTVOTED);
  return set;
}

void
zb_evidence_collect (ZbReport *report) {
  g_autofree Outcomes *outcomes = count_outcomes (report);

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    fact->evidence = evidence_of_fact (report, fact, &outcomes[fact->number]);
  }
}

ZbEvidenceSet
zb_evidence_of_row (const ZbReport *report, const ZbEvaluationRow *row) {
  return evidence_of_place (report, ZB_SOURCE_TABLE, &row->origin, row->flags);
}
