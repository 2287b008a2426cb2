/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confidence.h"

#include <math.h>

#include "confidence-evidence.h"
#include "data-table.h"
#include "error.h"
#include "schema-data.h"

#define PATH "/zhibiao/schema/confidence.tsv"

/* Below this a person should look, whatever the flags. */
#define REVIEW_BELOW_CONFIDENCE 0.80

/* Flags that call for a person by themselves. */
static const ZbFlag REVIEWED[] = {
  ZB_FLAG_UNIT_SUSPECT, ZB_FLAG_UNIT_CORRECTED, ZB_FLAG_OCR_REPAIRED, ZB_FLAG_DIGIT_SUSPECT,
  ZB_FLAG_TRUNCATED, ZB_FLAG_SUM_MISMATCH, ZB_FLAG_CROSS_MISMATCH, ZB_FLAG_RATE_MISMATCH,
  ZB_FLAG_OUT_OF_RANGE, ZB_FLAG_YEAR_SUSPECT, ZB_FLAG_LABEL_AMBIGUOUS, ZB_FLAG_CUT_OFF,
};

/* Fills weights[] and, where the caller wants it, which evidence the file names at all. */
static gboolean
load_weights (double *weights, ZbEvidenceSet *named, GError **error) { /* of evidence */
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (), PATH, 2, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    guint evidence;

    if (!zb_evidence_lookup (row->fields[0], &evidence)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "confidence.tsv: line %u: no such evidence",
                   row->line);
      return FALSE;
    }
    if (named != NULL)
      *named |= ZB_EVIDENCE_BIT (evidence);
    weights[evidence] = g_ascii_strtod (row->fields[1], NULL); /* weight of evidence */
  }
  return TRUE;
}

static double /* confidence */
confidence_of (const double *weights, ZbEvidenceSet set) { /* of evidence */
  double odds = 0; /* of confidence, as logarithm */

  for (guint i = 0; i < ZB_N_EVIDENCE; i++)
    if (set & ZB_EVIDENCE_BIT (i))
      odds += weights[i];
  return 1.0 / (1.0 + exp (-odds));
}

GArray *
zb_confidence_list_evidence (const ZbFact *fact, GError **error) {
  double weights[ZB_N_EVIDENCE] = { 0 }; /* of evidence */
  ZbEvidenceSet named = 0;
  GArray *list;

  if (!load_weights (weights, &named, error))
    return NULL;
  list = g_array_new (FALSE, FALSE, sizeof (ZbEvidence));
  for (guint i = 0; i < ZB_N_EVIDENCE; i++)
    if (fact->evidence & named & ZB_EVIDENCE_BIT (i)) {
      const ZbEvidence one = { zb_evidence_name (i), weights[i] };

      g_array_append_val (list, one);
    }
  return list;
}

static gboolean
needs_review (ZbFlags flags, double confidence) {
  for (guint i = 0; i < G_N_ELEMENTS (REVIEWED); i++)
    if (flags & ZB_FLAG_BIT (REVIEWED[i]))
      return TRUE;
  return confidence < REVIEW_BELOW_CONFIDENCE;
}

static void
settle_rows (const ZbReport *report, const double *weights, /* of evidence */
             const ZbEvaluation *evaluation) {
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    row->confidence = confidence_of (weights, zb_evidence_of_row (report, row));
    row->review = needs_review (row->flags, row->confidence);
  }
}

gboolean
zb_confidence_settle (ZbReport *report, GError **error) {
  double weights[ZB_N_EVIDENCE] = { 0 }; /* of evidence */

  if (!load_weights (weights, NULL, error))
    return FALSE;
  zb_evidence_collect (report);
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    fact->confidence = confidence_of (weights, fact->evidence);
    fact->review = needs_review (zb_fact_weighty_flags (fact), fact->confidence);
  }
  for (guint i = 0; i < report->evaluations->len; i++)
    settle_rows (report, weights, g_ptr_array_index (report->evaluations, i));
  return TRUE;
}
