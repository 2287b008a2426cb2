/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-record.h"
#include "rule.h"

G_BEGIN_DECLS

/* The numbers that a printed one stands for. */
typedef struct {
  ZbDecimal low, high;
} ZbInterval;

/* That of the amount of @fact, without its sign. */
ZbInterval zb_interval_of (const ZbFact *fact);

typedef struct {
  ZbOutcome outcome; /* without its facts */
  gboolean passes;
} ZbRateTrial;

/* Whether @rate (in %) is numerator over denominator, within the rounding of all three. FALSE where that cannot be
 * computed. */
gboolean zb_rate_try (const ZbRule *rule, const ZbFact *rate, const ZbInterval *numerator,
                      const ZbInterval *denominator, ZbRateTrial *trial);

G_END_DECLS
