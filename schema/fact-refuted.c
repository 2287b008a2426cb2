/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-refuted.h"

#include "fact-camps.h"

static gint64
key_of_row (const ZbFact *fact) {
  return (gint64) fact->source.block << 32 | fact->source.row;
}

/* Whether the facts of @group in two other places agree with each other and not with @fact. */
static gboolean
is_refuted (const GPtrArray *group, const ZbFact *fact) {
  const ZbFact *first = NULL;

  for (guint i = 0; i < group->len; i++) {
    const ZbFact *other = g_ptr_array_index (group, i);

    if (other == fact)
      continue;
    if (zb_facts_agree (fact, other) || other->source.block == fact->source.block)
      return FALSE;
    if (first == NULL)
      first = other;
    else if (!zb_facts_agree (first, other))
      return FALSE;
  }
  return first != NULL && group->len > 2;
}

ZbRefutedRows *
zb_refuted_rows_new (const ZbFactGroups *groups) {
  ZbRefutedRows *refuted = g_new0 (ZbRefutedRows, 1);

  refuted->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint g = 0; g < groups->groups->len; g++) {
    const GPtrArray *group = g_ptr_array_index (groups->groups, g);

    for (guint i = 0; group->len > 2 && i < group->len; i++) {
      const ZbFact *fact = g_ptr_array_index (group, i);
      gint64 key = key_of_row (fact);

      if (fact->source.kind == ZB_SOURCE_TABLE && is_refuted (group, fact))
        g_hash_table_add (refuted->rows, g_memdup2 (&key, sizeof key));
    }
  }
  return refuted;
}

void
zb_refuted_rows_free (ZbRefutedRows *refuted) {
  g_hash_table_unref (refuted->rows);
  g_free (refuted);
}

gboolean
zb_refuted_rows_have (const ZbRefutedRows *refuted, const ZbFact *fact) {
  gint64 key = key_of_row (fact);

  return fact->source.kind == ZB_SOURCE_TABLE && g_hash_table_contains (refuted->rows, &key);
}
