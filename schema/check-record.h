/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* In place of a flag: the finding is said, and no number is doubted for it. */
#define ZB_NO_FLAG ZB_N_FLAGS

/* How what is found has to stand to what is expected. */
typedef enum {
  ZB_RELATION_EQUAL,
  ZB_RELATION_AT_MOST,
  ZB_RELATION_AT_LEAST,
} ZbRelation;

/* The outcome of one equation, with every fact that takes part in it. */
typedef struct {
  const char *rule;     /* its name in the data file */
  const GPtrArray *facts; /* ZbFact *: the first is the side that is checked */
  ZbDecimal expected, found, tolerance;
  gboolean equation; /* the first fact is the sum of the others, less those that are subtracted */
  guint64 subtracted; /* bits of facts */
  gboolean may_lack; /* with less on the right it may be that a part of it was not found */
  ZbRelation relation; /* a bound that is kept proves nothing */
} ZbOutcome;

/* Adds the check to the report. Passed where found lies within tolerance of expected, or on the right side of
 * it; then the facts of an equality are corroborated, else all carry @flag. Returns whether it passed. A rule that is
 * not in the data file is turned off: nothing is added and nothing flagged, and it counts as passed. */
gboolean zb_check_record (ZbReport *report, const ZbOutcome *outcome, ZbFlag flag);

/* Adds a failed check of the rule of that name that is no equation, and flags its facts (ZbFact *);
 * nothing, and NULL, where the rule is turned off. Borrowed from the report. */
ZbCheck *zb_check_fail (ZbReport *report, const char *rule, const GPtrArray *facts, ZbFlag flag);

/* Lists @fact in @check too, without a flag. */
void zb_check_add_fact (ZbCheck *check, const ZbFact *fact);

/* Adds a failed check of the rule of that name about the words of block @block of the document, whose message ends
 * in @detail: what is printed there. No number is doubted for it. */
void zb_check_fail_words (ZbReport *report, const char *rule, guint block, const char *detail);

/* The same as zb_check_fail () about rows (ZbEvaluationRow *) of @evaluation. */
void zb_check_fail_rows (ZbReport *report, const char *rule, const ZbEvaluation *evaluation,
                         const GPtrArray *rows, ZbFlag flag);

/* The same about a single row. */
void zb_check_fail_row (ZbReport *report, const char *rule, const ZbEvaluation *evaluation,
                        ZbEvaluationRow *row, ZbFlag flag);

G_END_DECLS
