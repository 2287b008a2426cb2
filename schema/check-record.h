/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* The outcome of one equation, with every fact that takes part in it. */
typedef struct {
  const char *rule;     /* interned */
  const char *message;  /* what a failure means; copied */
  const GPtrArray *facts; /* const ZbFact *: the first is the side that is checked */
  ZbDecimal expected, found, tolerance;
  gboolean equation; /* the first fact is the sum of the others */
  gboolean bound; /* a bound and no equation: keeping it proves nothing */
} ZbOutcome;

/* Adds the check to the report. Passed where found lies within tolerance of expected; then its facts
 * are corroborated unless it is a bound, else they carry @flag. Returns whether it passed. */
gboolean zb_check_record (ZbReport *report, const ZbOutcome *outcome, ZbFlag flag);

/* Adds a failed check about rows of an evaluation or anything else that is no equation of facts;
 * @ids (char *) is taken. */
ZbCheck *zb_check_record_failure (ZbReport *report, const char *rule, GPtrArray *take_ids,
                                  const char *message);

G_END_DECLS
