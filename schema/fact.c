/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact.h"

ZbFact *
zb_fact_new (void) {
  return g_new0 (ZbFact, 1);
}

static void
suggestion_free (ZbSuggestion *suggestion) {
  g_free (suggestion->value);
  g_free (suggestion->raw);
  g_free (suggestion->evidence);
  g_free (suggestion);
}

void
zb_fact_free (ZbFact *fact) {
  g_free (fact->label);
  g_free (fact->raw);
  g_free (fact->raw_unit);
  g_free (fact->source.quote);
  g_clear_pointer (&fact->suggestion, suggestion_free);
  g_free (fact);
}

gboolean
zb_dimensions_equal (gconstpointer a, gconstpointer b) {
  const ZbDimensions *left = a, *right = b;

  return left->indicator == right->indicator && left->period == right->period
         && left->measure == right->measure && left->fund == right->fund
         && left->function == right->function && left->economic == right->economic
         && left->subject_kind == right->subject_kind && left->subject == right->subject;
}

guint
zb_dimensions_hash (gconstpointer key) {
  const ZbDimensions *dimensions = key;
  const char *const parts[] = { dimensions->indicator, dimensions->period,   dimensions->measure,
                                dimensions->fund,      dimensions->function, dimensions->economic,
                                dimensions->subject_kind, dimensions->subject };
  guint hash = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    hash = hash * 31 + g_direct_hash (parts[i]);
  return hash;
}

GHashTable *
zb_dimensions_table_new (GDestroyNotify key_free, GDestroyNotify value_free) {
  return g_hash_table_new_full (zb_dimensions_hash, zb_dimensions_equal, key_free, value_free);
}

gboolean
zb_fund_is_known (const char *fund) {
  static const char *const FUNDS[]
      = { "all", "fiscal", "general", "government_fund", "state_capital", "social_insurance",
          "special_account", "unit_funds", NULL };

  return g_strv_contains (FUNDS, fund);
}

gboolean
zb_fact_is_amount (const ZbFact *fact) {
  static const char *const AMOUNTS[] = { "actual", "budget", "budget_initial" };

  for (guint i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    if (g_str_equal (fact->dimensions.measure, AMOUNTS[i]))
      return TRUE;
  return FALSE;
}

const char *
zb_unit_place_name (ZbUnitPlace place) {
  static const char *const NAMES[] = {
    [ZB_UNIT_PRINTED] = "printed",   [ZB_UNIT_INDICATOR] = "indicator", [ZB_UNIT_ROW] = "row",
    [ZB_UNIT_COLUMN] = "column",     [ZB_UNIT_TABLE] = "table",
    [ZB_UNIT_DOCUMENT] = "document", [ZB_UNIT_ASSUMED] = "assumed",
  };

  return NAMES[place];
}

ZbFlags
zb_flags_of_recognition (ZbRecognition recognition) {
  ZbFlags flags = 0;

  if (recognition & ZB_RECOGNISED_UNSURE)
    flags |= ZB_FLAG_BIT (ZB_FLAG_LOW_OCR_CONFIDENCE);
  if (recognition & ZB_RECOGNISED_DIGIT_SUSPECT)
    flags |= ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT);
  return flags;
}

ZbFlags
zb_fact_weighty_flags (const ZbFact *fact) {
  static const ZbFlags OF_EQUATIONS = ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH)
                                      | ZB_FLAG_BIT (ZB_FLAG_CROSS_MISMATCH)
                                      | ZB_FLAG_BIT (ZB_FLAG_RATE_MISMATCH);
  gboolean innocent
      = fact->standing == ZB_STANDING_ACQUITTED || fact->standing == ZB_STANDING_CLEARED;

  return innocent ? fact->flags & ~(OF_EQUATIONS & ~fact->charges) : fact->flags;
}
