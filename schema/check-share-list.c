/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-share-list.h"

#include "check-quotient.h"
#include "check-terms.h"
#include "intern.h"

/* The amount that @share, one of the shares beside @rate, is of; NULL where it is no share of the same list. */
static ZbFact *
find_amount (const ZbReport *report, const ZbFact *rate, const ZbFact *share) {
  static const char *const MEASURES[] = { "actual", "budget" };

  if (share->dimensions.measure != rate->dimensions.measure
      || share->dimensions.period != rate->dimensions.period
      || share->dimensions.fund != rate->dimensions.fund)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (MEASURES); i++) {
    const ZbTerm term = { .measure = zb_intern (MEASURES[i]) };
    ZbFact *amount = zb_term_find (report, share, &term, ZB_PLACE_NEAR, 0);

    if (amount != NULL)
      return amount;
  }
  return NULL;
}

/* The items of a list may be paragraphs of their own, so many before and behind. */
#define NEAREST_BLOCKS 3

/* Whether a fact of the dimensions of @fact is in @list. */
static gboolean
is_listed (const GPtrArray *list, const ZbFact *fact) {
  for (guint i = 0; i < list->len; i++)
    if (zb_dimensions_equal (&((const ZbFact *) g_ptr_array_index (list, i))->dimensions,
                             &fact->dimensions))
      return TRUE;
  return FALSE;
}

/* Adds the shares of one paragraph. */
static void
add_shares (GPtrArray *list, const ZbReport *report, ZbFact *rate, guint block) {
  g_autoptr (GPtrArray) printed = zb_facts_of_paragraph (report, block);

  for (guint i = 0; i < printed->len; i++) {
    ZbFact *share = g_ptr_array_index (printed, i);
    ZbFact *amount = find_amount (report, rate, share);

    if (amount == NULL || is_listed (list, share) || is_listed (list, amount))
      continue;
    g_ptr_array_add (list, share);
    g_ptr_array_add (list, amount);
  }
}

/* The shares of the list and their amounts, side by side: share, amount, share, amount… */
static GPtrArray *
collect_list (const ZbReport *report, ZbFact *rate) {
  guint block = rate->source.block;
  GPtrArray *list = g_ptr_array_new ();

  add_shares (list, report, rate, block);
  for (guint step = 1; step <= NEAREST_BLOCKS; step++) {
    if (step <= block)
      add_shares (list, report, rate, block - step);
    add_shares (list, report, rate, block + step);
  }
  return list;
}

/* What the amounts of the list add up to, as the interval of their rounding. */
static gboolean
add_up (const GPtrArray *list, ZbInterval *whole) {
  *whole = (ZbInterval){ { 0 }, { 0 } };
  for (guint i = 1; i < list->len; i += 2) {
    ZbInterval part = zb_interval_of (g_ptr_array_index (list, i));

    if (!zb_decimal_add (whole->low, part.low, &whole->low)
        || !zb_decimal_add (whole->high, part.high, &whole->high))
      return FALSE;
  }
  return TRUE;
}

gboolean
zb_check_share_list (ZbReport *report, const ZbRule *rule, ZbFact *rate) {
  g_autoptr (GPtrArray) list = NULL, facts = NULL;
  ZbRateTrial own = { .passes = FALSE };
  ZbInterval whole;

  if (rate->source.kind != ZB_SOURCE_TEXT || !g_str_equal (rate->dimensions.measure, "share"))
    return FALSE;
  list = collect_list (report, rate);
  if (list->len < 4 || !add_up (list, &whole))
    return FALSE;
  facts = g_ptr_array_new ();
  for (guint i = 0; i < list->len; i += 2) {
    ZbFact *share = g_ptr_array_index (list, i);
    ZbInterval amount = zb_interval_of (g_ptr_array_index (list, i + 1));
    ZbRateTrial trial;

    if (!zb_rate_try (rule, share, &amount, &whole, &trial) || !trial.passes)
      return FALSE;
    if (share == rate) {
      own = trial;
      g_ptr_array_insert (facts, 0, share);
    }
    g_ptr_array_add (facts, g_ptr_array_index (list, i + 1));
  }
  if (!own.passes)
    return FALSE;
  own.outcome.facts = facts;
  zb_check_record (report, &own.outcome, ZB_FLAG_RATE_MISMATCH);
  return TRUE;
}
