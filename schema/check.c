/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include "check-children.h"
#include "check-code-names.h"
#include "check-columns.h"
#include "check-copies.h"
#include "check-declared.h"
#include "check-doubts.h"
#include "check-lists.h"
#include "check-missing-levels.h"
#include "check-natures.h"
#include "check-near.h"
#include "check-numbering.h"
#include "check-parts.h"
#include "check-rates.h"
#include "check-ratings.h"
#include "check-rounding.h"
#include "check-row-parts.h"
#include "check-scores.h"
#include "check-shift.h"
#include "check-sums.h"
#include "check-text.h"
#include "check-wording.h"
#include "check-years.h"

typedef void (*RuleRun) (ZbReport *report, const ZbRule *rule);

/* Rates come first: they may prove that a unit is wrong, which the sums then need. */
static const struct {
  RuleRun run;
  gboolean first;
} RUNS[ZB_N_RULE_TYPES] = {
  [ZB_RULE_RATIO] = { zb_check_rates, TRUE },
  [ZB_RULE_CHANGE] = { zb_check_rates, TRUE },
  [ZB_RULE_CHANGE_RATE] = { zb_check_rates, TRUE },
  [ZB_RULE_SUM] = { zb_check_sums, FALSE },
  [ZB_RULE_AT_MOST] = { zb_check_sums, FALSE },
  [ZB_RULE_AT_LEAST] = { zb_check_sums, FALSE },
  [ZB_RULE_CHILDREN] = { zb_check_children, FALSE },
  [ZB_RULE_PRESENT] = { zb_check_present, FALSE },
  [ZB_RULE_CODES_WITHIN] = { zb_check_codes_within, FALSE },
  [ZB_RULE_WITHIN] = { zb_check_within, FALSE },
  [ZB_RULE_DENIED] = { zb_check_denied, FALSE },
  [ZB_RULE_ROW_PARTS] = { zb_check_row_parts, FALSE },
  [ZB_RULE_ROW_TOTALS] = { zb_check_row_totals, FALSE },
  [ZB_RULE_OF_WHICH] = { zb_check_of_which_rows, FALSE },
  [ZB_RULE_COUNTED] = { zb_check_counted, FALSE },
  [ZB_RULE_LABEL_YEAR] = { zb_check_label_years, FALSE },
  [ZB_RULE_DECIMALS] = { zb_check_decimals, FALSE },
  [ZB_RULE_LIST_SUM] = { zb_check_list_sums, FALSE },
  [ZB_RULE_CLASSES] = { zb_check_classes, FALSE },
  [ZB_RULE_COPIED] = { zb_check_copied, FALSE },
  [ZB_RULE_LEAP] = { zb_check_leaps, FALSE },
  [ZB_RULE_STALE] = { zb_check_stale, FALSE },
  [ZB_RULE_UNDECLARED] = { zb_check_undeclared, FALSE },
  [ZB_RULE_DECLARED_FOR] = { zb_check_declared_for, FALSE },
  [ZB_RULE_DECLARED_EMPTY] = { zb_check_declared_empty, FALSE },
  [ZB_RULE_NEAR] = { zb_check_near, FALSE },
  [ZB_RULE_LEVELS] = { zb_check_missing_levels, FALSE },
  [ZB_RULE_SHIFTED] = { zb_check_shift, FALSE },
  [ZB_RULE_BUILT_IN] = { NULL, FALSE },
};

void
zb_checks_run (ZbReport *report, const ZbCatalogue *catalogue) {
  const GPtrArray *rules = zb_catalogue_rules (catalogue);

  report->index = zb_fact_index_new (report->facts);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < rules->len; i++) {
      const ZbRule *rule = g_ptr_array_index (rules, i);

      if (RUNS[rule->type].run != NULL && RUNS[rule->type].first == (pass == 0))
        RUNS[rule->type].run (report, rule);
    }
  zb_check_text (report);
  zb_check_code_names (report, catalogue);
  zb_check_scores (report);
  zb_check_years (report);
  zb_check_rounding (report);
  zb_check_natures (report, catalogue);
  zb_check_exchanged_columns (report);
  zb_check_wording (report);
  zb_check_ratings (report);
  zb_check_numbering (report);
  g_clear_pointer (&report->index, zb_fact_index_free);
}
