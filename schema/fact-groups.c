/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-groups.h"

ZbFactGroups *
zb_fact_groups_new (const GPtrArray *facts, ZbFactKey key_of) {
  ZbFactGroups *groups = g_new0 (ZbFactGroups, 1);

  groups->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  groups->by_meaning = zb_dimensions_table_new (g_free, NULL);
  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);
    ZbDimensions key = fact->dimensions;
    GPtrArray *group;

    if (key_of != NULL && !key_of (fact, &key))
      continue;
    group = g_hash_table_lookup (groups->by_meaning, &key);
    if (group == NULL) {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups->by_meaning, g_memdup2 (&key, sizeof key), group);
      g_ptr_array_add (groups->groups, group);
    }
    g_ptr_array_add (group, fact);
  }
  return groups;
}

void
zb_fact_groups_free (ZbFactGroups *groups) {
  g_hash_table_unref (groups->by_meaning);
  g_ptr_array_unref (groups->groups);
  g_free (groups);
}

const GPtrArray *
zb_fact_groups_lookup (const ZbFactGroups *groups, const ZbDimensions *dimensions) {
  return g_hash_table_lookup (groups->by_meaning, dimensions);
}
