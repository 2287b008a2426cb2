/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-camps.h"

/* An interval meets all those that begin before its end, but for those that end before its
 * beginning. Over sorted ends that is two searches, where comparing every pair would take minutes
 * over a document that repeats one sentence without end. */

/* What a sentence prints shortened may be cut off instead of rounded, so that the number is up to a whole unit
 * of its last place larger. */
static void
find_ends (const ZbFact *fact, ZbDecimal *low, ZbDecimal *high) {
  ZbDecimal *far = zb_decimal_sign (fact->value) < 0 ? low : high;

  zb_decimal_interval (fact->value, fact->half_unit, low, high);
  if (fact->source.kind == ZB_SOURCE_TEXT
      && !(far == high ? zb_decimal_add : zb_decimal_subtract) (*far, fact->half_unit, far))
    return;
}

gboolean
zb_facts_agree (const ZbFact *a, const ZbFact *b) {
  ZbDecimal a_low, a_high, b_low, b_high;

  find_ends (a, &a_low, &a_high);
  find_ends (b, &b_low, &b_high);
  return zb_decimal_compare (a_low, b_high) <= 0 && zb_decimal_compare (b_low, a_high) <= 0;
}

static gint
compare_decimals (gconstpointer a, gconstpointer b) {
  return zb_decimal_compare (*(const ZbDecimal *) a, *(const ZbDecimal *) b);
}

/* How many of the sorted values are below @limit; @or_equal: or equal to it. */
static guint
count_below (const GArray *sorted, ZbDecimal limit, gboolean or_equal) {
  guint first = 0, end = sorted->len;

  while (first < end) {
    guint middle = first + (end - first) / 2;
    int order = zb_decimal_compare (g_array_index (sorted, ZbDecimal, middle), limit);

    if (order < 0 || (or_equal && order == 0))
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

guint *
zb_fact_camps_count (const ZbFact *const *facts, guint count) {
  g_autoptr (GArray) lows = g_array_sized_new (FALSE, FALSE, sizeof (ZbDecimal), count);
  g_autoptr (GArray) highs = g_array_sized_new (FALSE, FALSE, sizeof (ZbDecimal), count);
  guint *camps = g_new (guint, count);
  ZbDecimal low, high;

  for (guint i = 0; i < count; i++) {
    find_ends (facts[i], &low, &high);
    g_array_append_val (lows, low);
    g_array_append_val (highs, high);
  }
  g_array_sort (lows, compare_decimals);
  g_array_sort (highs, compare_decimals);
  for (guint i = 0; i < count; i++) {
    find_ends (facts[i], &low, &high);
    camps[i] = count_below (lows, high, TRUE) - count_below (highs, low, FALSE);
  }
  return camps;
}
