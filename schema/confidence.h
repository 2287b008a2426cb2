/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Sets the confidence of every fact and evaluation row from its evidence (where it stands, how its
 * label was matched, which checks it passed and failed), by the weights of confidence.tsv, and marks
 * what a person should look at. FALSE with ZB_ERROR_DATA where the weights cannot be read. */
gboolean zb_confidence_settle (ZbReport *report, GError **error);

/* One thing that speaks for or against a fact, and how much, in log odds. */
typedef struct {
  const char *name; /* of confidence.tsv; static */
  double weight;    /* of evidence */
} ZbEvidence;

/* What the confidence of @fact, of a settled report, is made of (ZbEvidence): it is
 * 1 / (1 + exp (-sum of the weights)). NULL with ZB_ERROR_DATA where the weights cannot be read; the
 * caller frees the array. */
GArray *zb_confidence_list_evidence (const ZbFact *fact, GError **error);

G_END_DECLS
