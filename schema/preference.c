/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preference.h"

#include "check-record.h"
#include "fact-camps.h"
#include "fact-groups.h"
#include "fact-refuted.h"

/* Facts of equal dimensions are the same number printed in several places. Those whose rounding
 * intervals meet form a camp. The largest camp is believed, and a table before a sentence, because
 * sentences are copied from tables. Where one camp outnumbers all others together only the others
 * are suspect; else every side is. */

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

/* Facts of equal dimensions, how many of them each agrees with, and which are mere parts. */
typedef struct {
  const GPtrArray *facts;
  const guint *camps;
  const gboolean *parts; /* rows named alike: no reading of what their name says */
  const ZbRefutedRows *refuted;
} Group;

static gboolean
is_larger (const ZbFact *a, const ZbFact *b) {
  return zb_decimal_compare (zb_decimal_absolute (a->value), zb_decimal_absolute (b->value)) > 0;
}

/* A reading of the whole is before any part, and of the parts the largest is the nearest to it. */
static gboolean
is_better (const Group *group, guint a, guint b) {
  const ZbFact *left = g_ptr_array_index (group->facts, a);
  const ZbFact *right = g_ptr_array_index (group->facts, b);
  guint left_doubts = count_doubts (left), right_doubts = count_doubts (right);

  if (group->parts[a] || group->parts[b])
    return group->parts[a] == group->parts[b] ? is_larger (left, right) : group->parts[b];
  if ((left->standing == ZB_STANDING_GUILTY) != (right->standing == ZB_STANDING_GUILTY))
    return right->standing == ZB_STANDING_GUILTY;
  if (group->camps[a] != group->camps[b])
    return group->camps[a] > group->camps[b];
  if (left_doubts != right_doubts)
    return left_doubts < right_doubts;
  if (zb_refuted_rows_have (group->refuted, left) != zb_refuted_rows_have (group->refuted, right))
    return zb_refuted_rows_have (group->refuted, right);
  return left->source.kind < right->source.kind;
}

static void
record_disagreement (ZbReport *report, const Group *group, guint best_index) {
  gboolean outnumbers = group->camps[best_index] * 2 > group->facts->len;
  ZbFact *best = g_ptr_array_index (group->facts, best_index);

  for (guint i = 0; i < group->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (group->facts, i);
    g_autoptr (GPtrArray) facts = g_ptr_array_new ();
    ZbOutcome outcome = { .rule = "cross.same_dimensions",
                          .facts = facts, .expected = best->value, .found = fact->value };

    if (zb_facts_agree (fact, best))
      continue;
    g_ptr_array_add (facts, fact);
    if (!outnumbers && best->standing != ZB_STANDING_ACQUITTED
        && zb_refuted_rows_have (group->refuted, best) == zb_refuted_rows_have (group->refuted, fact))
      g_ptr_array_add (facts, best);
    outcome.tolerance = fact->half_unit;
    zb_check_record (report, &outcome, ZB_FLAG_CROSS_MISMATCH);
  }
}

/* The index behind the facts of the table that fact @first stands in. */
static guint
end_of_table (const GPtrArray *group, guint first) {
  const ZbFact *fact = g_ptr_array_index (group, first);
  guint end = first + 1;

  while (end < group->len
         && ((const ZbFact *) g_ptr_array_index (group, end))->source.block == fact->source.block)
    end++;
  return end;
}

/* Rows of one table that are named alike and differ are parts that something unprinted tells apart
 * (units, mostly): none of them says what their name says, and none contradicts another. Notes them in
 * @parts; how many there are. */
static guint
find_parts (const GPtrArray *group, gboolean *parts) {
  guint found = 0;

  for (guint first = 0, end; first < group->len; first = end) {
    g_autofree guint *camps = NULL;
    gboolean differ = FALSE;

    end = end_of_table (group, first);
    if (((const ZbFact *) g_ptr_array_index (group, first))->source.kind != ZB_SOURCE_TABLE)
      continue;
    camps = zb_fact_camps_count ((const ZbFact *const *) group->pdata + first, end - first);
    for (guint i = first; i < end; i++)
      differ |= camps[i - first] < end - first;
    for (guint i = first; i < end && differ; i++) {
      parts[i] = TRUE;
      found++;
    }
  }
  return found;
}

/* Parts that happen to be equal say nothing for each other. */
static void
mark_readings (const Group *group) {
  for (guint i = 0; i < group->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (group->facts, i);

    if (group->parts[i])
      fact->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_AMBIGUOUS);
    else if (group->camps[i] > 1)
      fact->flags |= ZB_FLAG_BIT (ZB_FLAG_CORROBORATED);
  }
}

static void
settle_group (ZbReport *report, const GPtrArray *facts, const ZbRefutedRows *refuted) {
  g_autofree guint *camps
      = zb_fact_camps_count ((const ZbFact *const *) facts->pdata, facts->len);
  g_autofree gboolean *parts = g_new0 (gboolean, facts->len);
  const Group group = { facts, camps, parts, refuted };
  guint alike = find_parts (facts, parts), best = 0;

  for (guint i = 1; i < facts->len; i++)
    if (is_better (&group, i, best))
      best = i;
  ((ZbFact *) g_ptr_array_index (facts, best))->preferred = TRUE;
  if (alike == 0 && camps[best] < facts->len)
    record_disagreement (report, &group, best);
  mark_readings (&group);
}

void
zb_preference_settle (ZbReport *report) {
  g_autoptr (ZbFactGroups) groups = zb_fact_groups_new (report->facts, NULL);
  g_autoptr (ZbRefutedRows) refuted = zb_refuted_rows_new (groups);

  for (guint i = 0; i < groups->groups->len; i++)
    settle_group (report, g_ptr_array_index (groups->groups, i), refuted);
}
