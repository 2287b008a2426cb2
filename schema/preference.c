/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preference.h"

#include "check-record.h"

/* Facts of equal dimensions are the same number printed in several places. Those whose rounding
 * intervals meet form a camp. The largest camp is believed, and a table before a sentence, because
 * sentences are copied from tables. Where one camp outnumbers all others together only the others
 * are suspect; else every side is. */

static guint
dimensions_hash (gconstpointer key) {
  const ZbDimensions *d = key;
  guint hash = g_direct_hash (d->indicator);

  hash = hash * 31 + g_direct_hash (d->period);
  hash = hash * 31 + g_direct_hash (d->measure);
  hash = hash * 31 + g_direct_hash (d->fund);
  hash = hash * 31 + g_direct_hash (d->function);
  hash = hash * 31 + g_direct_hash (d->economic);
  return hash * 31 + g_direct_hash (d->subject);
}

static gboolean
dimensions_equal (gconstpointer a, gconstpointer b) {
  return zb_dimensions_equal (a, b);
}

static gboolean
agrees (const ZbFact *a, const ZbFact *b) {
  ZbDecimal difference, tolerance;

  return zb_decimal_subtract (a->value, b->value, &difference)
         && zb_decimal_add (a->half_unit, b->half_unit, &tolerance)
         && zb_decimal_compare (zb_decimal_absolute (difference), tolerance) <= 0;
}

static guint
count_camp (const GPtrArray *group, const ZbFact *fact) {
  guint count = 0;

  for (guint i = 0; i < group->len; i++)
    count += agrees (g_ptr_array_index (group, i), fact);
  return count;
}

/* Flags that make a reading the worse one. */
static guint
count_doubts (const ZbFact *fact) {
  static const ZbFlag DOUBTS[] = { ZB_FLAG_TRUNCATED, ZB_FLAG_SUM_MISMATCH, ZB_FLAG_RATE_MISMATCH,
                                   ZB_FLAG_UNIT_SUSPECT, ZB_FLAG_OCR_REPAIRED,
                                   ZB_FLAG_APPROXIMATE };
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (DOUBTS); i++)
    count += (fact->flags & ZB_FLAG_BIT (DOUBTS[i])) != 0;
  return count;
}

static gboolean
is_better (const GPtrArray *group, const ZbFact *a, const ZbFact *b) {
  guint camp_a = count_camp (group, a), camp_b = count_camp (group, b);
  guint doubts_a = count_doubts (a), doubts_b = count_doubts (b);

  if (camp_a != camp_b)
    return camp_a > camp_b;
  if (doubts_a != doubts_b)
    return doubts_a < doubts_b;
  return a->source.kind < b->source.kind;
}

static void
record_disagreement (ZbReport *report, const GPtrArray *group, ZbFact *best) {
  guint camp = count_camp (group, best);
  gboolean outnumbers = camp * 2 > group->len;

  for (guint i = 0; i < group->len; i++) {
    ZbFact *fact = g_ptr_array_index (group, i);
    g_autoptr (GPtrArray) facts = g_ptr_array_new ();
    ZbOutcome outcome = { .rule = "cross.same_dimensions",
                          .message = "同一指标在两处的数值不一致",
                          .facts = facts, .expected = best->value, .found = fact->value };

    if (agrees (fact, best))
      continue;
    g_ptr_array_add (facts, fact);
    if (!outnumbers)
      g_ptr_array_add (facts, best);
    outcome.tolerance = fact->half_unit;
    zb_check_record (report, &outcome, ZB_FLAG_CROSS_MISMATCH);
  }
}

static gboolean
same_table (const ZbFact *a, const ZbFact *b) {
  return a->source.kind == ZB_SOURCE_TABLE && b->source.kind == ZB_SOURCE_TABLE
         && a->source.table == b->source.table;
}

/* Rows of one table that are named alike and differ are parts that something unprinted tells apart
 * (units, mostly): no reading of them can be preferred, and none contradicts another. */
static gboolean
mark_alike_rows (const GPtrArray *group) {
  gboolean found = FALSE;

  for (guint i = 0; i < group->len; i++)
    for (guint k = 0; k < group->len; k++) {
      ZbFact *a = g_ptr_array_index (group, i), *b = g_ptr_array_index (group, k);

      if (i == k || !same_table (a, b) || agrees (a, b))
        continue;
      a->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_AMBIGUOUS);
      found = TRUE;
      break;
    }
  return found;
}

static void
settle_group (ZbReport *report, const GPtrArray *group) {
  ZbFact *best = g_ptr_array_index (group, 0);
  gboolean alike = mark_alike_rows (group);

  for (guint i = 1; i < group->len; i++) {
    ZbFact *fact = g_ptr_array_index (group, i);

    if (is_better (group, fact, best))
      best = fact;
  }
  best->preferred = TRUE;
  if (!alike && count_camp (group, best) < group->len)
    record_disagreement (report, group, best);
  for (guint i = 0; i < group->len; i++) {
    ZbFact *fact = g_ptr_array_index (group, i);

    if (count_camp (group, fact) > 1)
      fact->flags |= ZB_FLAG_BIT (ZB_FLAG_CORROBORATED);
  }
}

void
zb_preference_settle (ZbReport *report) {
  g_autoptr (GHashTable) groups = g_hash_table_new_full (
      dimensions_hash, dimensions_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);
    GPtrArray *group = g_hash_table_lookup (groups, &fact->dimensions);

    if (group == NULL) {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, &fact->dimensions, group);
      g_ptr_array_add (ordered, group);
    }
    g_ptr_array_add (group, fact);
  }
  for (guint i = 0; i < ordered->len; i++)
    settle_group (report, g_ptr_array_index (ordered, i));
}
