/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confidence.h"

#include <math.h>

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

/* Weights of evidence: confidence is not money, so floating point is in order. */
typedef struct {
  double base, table, text, recognised, flags[ZB_N_FLAGS]; /* weights of evidence, in log odds */
} Weights;

static gboolean
set_weight (Weights *weights, const char *name, double weight) { /* confidence */
  ZbFlag flag;

  if (g_str_equal (name, "base"))
    weights->base = weight;
  else if (g_str_equal (name, "source.table"))
    weights->table = weight;
  else if (g_str_equal (name, "source.text"))
    weights->text = weight;
  else if (g_str_equal (name, "source.recognised"))
    weights->recognised = weight;
  else if (zb_flag_lookup (name, &flag))
    weights->flags[flag] = weight;
  else
    return FALSE;
  return TRUE;
}

static gboolean
load_weights (Weights *weights, GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (), PATH, 2, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);

    if (!set_weight (weights, row->fields[0],
                     g_ascii_strtod (row->fields[1], NULL))) { /* weight of evidence */
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "confidence.tsv: line %u: no such evidence",
                   row->line);
      return FALSE;
    }
  }
  return TRUE;
}

static void
add_evidence (GArray *evidence, const char *name, double weight) { /* of evidence */
  const ZbEvidence one = { name, weight };

  g_array_append_val (evidence, one);
}

static void
collect_evidence (const Weights *weights, ZbSourceKind source, const ZbOrigin *origin, ZbFlags flags,
                  GArray *evidence) {
  gboolean table = source == ZB_SOURCE_TABLE;

  add_evidence (evidence, "base", weights->base);
  if (origin->recognition & ZB_RECOGNISED)
    add_evidence (evidence, "source.recognised", weights->recognised);
  add_evidence (evidence, table ? "source.table" : "source.text",
                table ? weights->table : weights->text);
  for (guint flag = 0; flag < ZB_N_FLAGS; flag++)
    if (flags & ZB_FLAG_BIT (flag))
      add_evidence (evidence, zb_flag_name ((ZbFlag) flag), weights->flags[flag]);
}

static double /* confidence */
confidence_of (const Weights *weights, ZbSourceKind source, const ZbOrigin *origin, ZbFlags flags) {
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (ZbEvidence));
  double odds = 0; /* of confidence, as logarithm */

  collect_evidence (weights, source, origin, flags, evidence);
  for (guint i = 0; i < evidence->len; i++)
    odds += g_array_index (evidence, ZbEvidence, i).weight;
  return 1.0 / (1.0 + exp (-odds));
}

GArray *
zb_confidence_list_evidence (const ZbFact *fact, GError **error) {
  Weights weights = { 0 };
  GArray *evidence;

  if (!load_weights (&weights, error))
    return NULL;
  evidence = g_array_new (FALSE, FALSE, sizeof (ZbEvidence));
  collect_evidence (&weights, fact->source.kind, &fact->source.origin, fact->flags, evidence);
  return evidence;
}

static gboolean
needs_review (ZbFlags flags, double confidence) {
  for (guint i = 0; i < G_N_ELEMENTS (REVIEWED); i++)
    if (flags & ZB_FLAG_BIT (REVIEWED[i]))
      return TRUE;
  return confidence < REVIEW_BELOW_CONFIDENCE;
}

static void
settle_rows (const Weights *weights, const ZbEvaluation *evaluation) {
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    row->confidence = confidence_of (weights, ZB_SOURCE_TABLE, &row->origin, row->flags);
    row->review = needs_review (row->flags, row->confidence);
  }
}

gboolean
zb_confidence_settle (ZbReport *report, GError **error) {
  Weights weights = { 0 };

  if (!load_weights (&weights, error))
    return FALSE;
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    fact->confidence = confidence_of (&weights, fact->source.kind, &fact->source.origin, fact->flags);
    fact->review = needs_review (fact->flags, fact->confidence);
  }
  for (guint i = 0; i < report->evaluations->len; i++)
    settle_rows (&weights, g_ptr_array_index (report->evaluations, i));
  return TRUE;
}
