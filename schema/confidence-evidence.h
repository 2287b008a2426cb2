/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* What speaks for or against a fact besides its flags. Bit n of a ZbEvidenceSet is evidence n; the
 * flags follow, from ZB_EVIDENCE_FLAGS on. */
enum {
  ZB_EVIDENCE_BASE,
  ZB_EVIDENCE_TABLE,
  ZB_EVIDENCE_TEXT,
  ZB_EVIDENCE_RECOGNISED,
  ZB_EVIDENCE_TRANSCRIBED,
  ZB_EVIDENCE_ZERO,
  ZB_EVIDENCE_UNIT_DOCUMENT,
  ZB_EVIDENCE_UNCHECKED,
  ZB_EVIDENCE_PASSED_SEVERAL,
  ZB_EVIDENCE_FAILED_SEVERAL,
  ZB_EVIDENCE_ACCUSED,
  ZB_EVIDENCE_OUTVOTED,
  ZB_EVIDENCE_OTHER_KIND,
  ZB_EVIDENCE_FLAGS,
  ZB_N_EVIDENCE = ZB_EVIDENCE_FLAGS + ZB_N_FLAGS,
};

G_STATIC_ASSERT (ZB_N_EVIDENCE <= 64);

#define ZB_EVIDENCE_BIT(evidence) ((ZbEvidenceSet) 1 << (evidence))

/* The word of confidence.tsv for @evidence: `source.table`, `corroborated`; static. */
const char *zb_evidence_name (guint evidence);
/* FALSE where nothing is called @name. */
gboolean zb_evidence_lookup (const char *name, guint *evidence);

/* Notes with every fact of @report what speaks for or against it. Comes after checks and preference. */
void zb_evidence_collect (ZbReport *report);
/* The same of a row of an evaluation form. */
ZbEvidenceSet zb_evidence_of_row (const ZbReport *report, const ZbEvaluationRow *row);

G_END_DECLS
