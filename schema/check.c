/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include "check-parts.h"
#include "check-rates.h"
#include "check-scores.h"
#include "check-sums.h"
#include "check-years.h"
#include "suggestion.h"

/* A part that agrees elsewhere is not what its sum fails on: the total, or a row that is missing, is. */
static void
acquit_parts (ZbReport *report) {
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if ((fact->flags & ZB_FLAG_BIT (ZB_FLAG_CORROBORATED)) && !fact->accused)
      fact->flags &= ~ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH);
  }
}

void
zb_checks_run (ZbReport *report, const ZbCatalogue *catalogue) {
  const GPtrArray *rules = zb_catalogue_rules (catalogue);

  report->index = zb_fact_index_new (report->facts);

  /* Rates come first: they may prove that a unit is wrong, which the sums then need. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rules->len; i++) {
      const ZbRule *rule = g_ptr_array_index (rules, i);
      gboolean rate = rule->type == ZB_RULE_RATIO || rule->type == ZB_RULE_CHANGE
                      || rule->type == ZB_RULE_CHANGE_RATE;

      if (rate && pass == 0)
        zb_check_rates (report, rule);
      else if (!rate && pass == 1 && rule->type == ZB_RULE_CHILDREN)
        zb_check_children (report, rule);
      else if (!rate && pass == 1 && rule->type == ZB_RULE_PRESENT)
        zb_check_present (report, rule);
      else if (!rate && pass == 1 && rule->type == ZB_RULE_CODES_WITHIN)
        zb_check_codes_within (report, rule);
      else if (!rate && pass == 1 && rule->type == ZB_RULE_DENIED)
        zb_check_denied (report, rule);
      else if (!rate && pass == 1 && rule->type == ZB_RULE_WITHIN)
        zb_check_within (report, rule);
      else if (!rate && pass == 1)
        zb_check_sums (report, rule);
    }
  acquit_parts (report);
  zb_suggestions_offer (report);
  zb_check_scores (report);
  zb_check_years (report);
  g_clear_pointer (&report->index, zb_fact_index_free);
}
