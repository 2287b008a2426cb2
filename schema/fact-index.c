/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-index.h"

/* Every fact is entered three times: under its row, under its block and under the document. */

typedef struct {
  const ZbDimensions *dimensions;
  guint block, row;
} Place;

/* A look-up excludes at most one fact, so the first two of a place answer every one. */
typedef struct {
  Place place; /* the key of its own entry */
  ZbFact *first, *second;
} Entry;

struct _ZbFactIndex {
  GHashTable *entries; /* Place * → Entry * */
};

static guint
place_hash (gconstpointer key) {
  const Place *place = key;

  return (zb_dimensions_hash (place->dimensions) * 31 + place->block) * 31 + place->row;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b) {
  const Place *left = a, *right = b;

  return left->block == right->block && left->row == right->row
         && zb_dimensions_equal (left->dimensions, right->dimensions);
}

static void
enter (ZbFactIndex *index, ZbFact *fact, guint block, guint row) {
  Place place = { &fact->dimensions, block, row };
  Entry *entry = g_hash_table_lookup (index->entries, &place);

  if (entry == NULL) {
    entry = g_new0 (Entry, 1);
    entry->place = place;
    entry->first = fact;
    g_hash_table_insert (index->entries, &entry->place, entry);
  } else if (entry->second == NULL) {
    entry->second = fact;
  }
}

ZbFactIndex *
zb_fact_index_new (const GPtrArray *facts) {
  ZbFactIndex *index = g_new0 (ZbFactIndex, 1);

  index->entries = g_hash_table_new_full (place_hash, place_equal, NULL, g_free);
  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);

    enter (index, fact, ZB_FACT_INDEX_ANY, ZB_FACT_INDEX_ANY);
    enter (index, fact, fact->source.block, ZB_FACT_INDEX_ANY);
    if (fact->source.kind == ZB_SOURCE_TABLE)
      enter (index, fact, fact->source.block, fact->source.row);
  }
  return index;
}

void
zb_fact_index_free (ZbFactIndex *index) {
  g_hash_table_unref (index->entries);
  g_free (index);
}

ZbFact *
zb_fact_index_lookup (const ZbFactIndex *index, const ZbDimensions *dimensions, guint block,
                      guint row, const ZbFact *except) {
  Place place = { dimensions, block, row };
  const Entry *entry = g_hash_table_lookup (index->entries, &place);

  if (entry == NULL)
    return NULL;
  return entry->first != except ? entry->first : entry->second;
}
