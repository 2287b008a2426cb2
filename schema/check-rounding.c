/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-rounding.h"

#include "check-record.h"
#include "fact-camps.h"

/* Whether both are printed to the same place and differ in it by no more than rounding does. */
static gboolean
is_rounded_apart (const ZbFact *a, const ZbFact *b) {
  return zb_decimal_compare (a->half_unit, b->half_unit) == 0
         && zb_decimal_compare (a->value, b->value) != 0 && zb_facts_agree (a, b);
}

static void
note_amounts (ZbReport *report) {
  g_autoptr (GPtrArray) apart = g_ptr_array_new ();
  g_autoptr (GHashTable) noted = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);
    ZbFact *first = zb_fact_index_lookup (report->index, &fact->dimensions, ZB_FACT_INDEX_ANY,
                                          ZB_FACT_INDEX_ANY, NULL);

    if (first == fact || first->source.block == fact->source.block || !zb_fact_is_amount (fact)
        || g_strcmp0 (fact->unit, "CNY") != 0 || !is_rounded_apart (first, fact))
      continue;
    if (g_hash_table_add (noted, first))
      g_ptr_array_add (apart, first);
    g_ptr_array_add (apart, fact);
  }
  if (apart->len > 0)
    zb_check_fail (report, "cross.rounding", apart, ZB_NO_FLAG);
}

static void
note_sums (ZbReport *report) {
  guint count = 0;

  for (guint i = 0; i < report->checks->len; i++) {
    const ZbCheck *check = g_ptr_array_index (report->checks, i);

    count += check->passed && check->equation && zb_decimal_sign (check->excess) != 0;
  }
  if (count > 0)
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_INFO, "sums_rounded", 0,
                        "%u sums are off by no more than the rounding of their numbers", count);
}

void
zb_check_rounding (ZbReport *report) {
  note_amounts (report);
  note_sums (report);
}
