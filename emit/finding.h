/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "report.h"

G_BEGIN_DECLS

/* What a number does in the equation of a finding. */
typedef enum {
  ZB_SIDE_CHECKED,  /* the printed number that is checked */
  ZB_SIDE_EQUAL,    /* the first number of the other side: it should be equal to the whole of it */
  ZB_SIDE_AT_MOST,  /* likewise; it should not be above it */
  ZB_SIDE_AT_LEAST, /* likewise; it should not be below it */
  ZB_SIDE_PLUS,
  ZB_SIDE_MINUS,
  ZB_SIDE_OVER,
  ZB_SIDE_TIMES,
  ZB_SIDE_CHANGE, /* of a rate of change: the difference, */
  ZB_SIDE_LAST_YEAR, /* or the amount of the year before, */
  ZB_SIDE_THIS_YEAR, /* and that of the year itself */
  ZB_SIDE_OTHER,  /* what stands elsewhere for the same */
  ZB_SIDE_LISTED, /* it takes part; the equation is more than this list can say */
  ZB_N_SIDES,
} ZbFindingSide;

/* A number (fact) or a row of an evaluation form (the other two) in a finding; borrowed from the report. */
typedef struct {
  ZbFindingSide side;
  const ZbFact *fact;
  const ZbEvaluation *evaluation;
  const ZbEvaluationRow *row;
} ZbFindingTerm;

/* Something that a person should look at: a failed check, or what a flag says of a number where no failed check
 * says it. Everything in it is borrowed from the report. */
typedef struct {
  ZbSeverity severity;
  const ZbCheck *check; /* NULL: a flag says it */
  ZbFlag flag;          /* where check is NULL */
  const char *message;
  GArray *terms;        /* ZbFindingTerm; at least one unless the check names no number */
  guint table;          /* where its first term stands: 9 for "t9"; 0: in the text, */
  guint block;          /* in this block of the document */
  guint page;           /* 0 where the format has none */
} ZbFinding;

typedef struct {
  GPtrArray *list;      /* ZbFinding *: by place, those of severity info last */
  guint counts[ZB_SEVERITY_ERROR + 1];
  guint passed;         /* checks that hold */
  guint *failed;        /* of each fact, by its number less 1: the failed checks that compare it */
  guint rounded;        /* of these, sums that hold only within the rounding of their numbers */
} ZbFindings;

/* What there is to look at in @report, which must outlive the result; the caller frees it. */
ZbFindings *zb_findings_new (const ZbReport *report, const ZbCatalogue *catalogue);
void zb_findings_free (ZbFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFindings, zb_findings_free)

/* The fact with this id ("f12"); NULL where there is none. */
const ZbFact *zb_finding_lookup_fact (const ZbReport *report, const char *id);

/* Adds every fact and row that @check names to @terms (ZbFindingTerm), with its side of the equation. */
void zb_finding_add_terms (GArray *terms, const ZbReport *report, const ZbCatalogue *catalogue,
                           const ZbCheck *check);

G_END_DECLS
