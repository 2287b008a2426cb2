/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "money-habit.h"

#include "quantity.h"

static void
vote (GHashTable *votes, const ZbUnit *unit) {
  guint count;

  if (unit == NULL || unit->dimension != ZB_DIMENSION_MONEY)
    return;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (votes, unit));
  g_hash_table_insert (votes, (gpointer) unit, GUINT_TO_POINTER (count + 1));
}

static void
vote_table (GHashTable *votes, const ZbBlock *block) {
  if (block->kind == ZB_BLOCK_TABLE && block->table->unit != NULL)
    vote (votes, zb_unit_lookup (block->table->unit));
}

static void
vote_paragraph (GHashTable *votes, const ZbBlock *block) {
  g_autoptr (GPtrArray) quantities = NULL;

  if (block->kind != ZB_BLOCK_PARAGRAPH || block->role != ZB_ROLE_BODY)
    return;
  quantities = zb_quantities_find (block->text);
  for (guint i = 0; i < quantities->len; i++)
    vote (votes, ((const ZbQuantity *) g_ptr_array_index (quantities, i))->unit);
}

/* Of equal votes the larger unit wins, so that the order of the table never decides. */
static const ZbUnit *
choose (GHashTable *votes) {
  const ZbUnit *best = NULL;
  guint best_count = 0;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const ZbUnit *unit = key;
    guint count = GPOINTER_TO_UINT (value);

    if (count > best_count
        || (count == best_count && best != NULL
            && zb_decimal_compare (unit->factor, best->factor) > 0)) {
      best = unit;
      best_count = count;
    }
  }
  return best;
}

const ZbUnit *
zb_money_habit_find (const ZbDocument *document) {
  static void (*const VOTES[]) (GHashTable *, const ZbBlock *) = { vote_table, vote_paragraph };
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);

  for (guint v = 0; v < G_N_ELEMENTS (VOTES) && g_hash_table_size (votes) == 0; v++)
    for (guint i = 0; i < document->blocks->len; i++)
      VOTES[v](votes, g_ptr_array_index (document->blocks, i));
  return choose (votes);
}
