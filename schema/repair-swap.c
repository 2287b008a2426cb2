/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair-swap.h"

/* Of more rows or columns with suspects, not every pair is tried. */
#define MOST_LINES 40
/* One sum comes right by chance. */
#define FEWEST_MENDED 2
/* Of larger tables no lines are compared: that takes the square of their facts. */
#define MOST_FACTS 4000

/* A row or a column of a table, or a place where both meet (the other one G_MAXUINT for all of it). */
typedef struct {
  guint table, row, col;
} Line;

#define ALL G_MAXUINT

static gboolean
is_on (const Line *line, const ZbFactSource *source) {
  return (line->row == ALL || line->row == source->row)
         && (line->col == ALL || line->col == source->col);
}

static void
add_line (GArray *lines, Line line) {
  for (guint i = 0; i < lines->len; i++) {
    const Line *other = &g_array_index (lines, Line, i);

    if (other->table == line.table && other->row == line.row && other->col == line.col)
      return;
  }
  if (lines->len < MOST_LINES)
    g_array_append_val (lines, line);
}

/* The facts of one table, by row and column. */
static GPtrArray *
facts_of (const ZbReport *report, guint table) {
  GPtrArray *facts = g_ptr_array_new ();

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->source.kind == ZB_SOURCE_TABLE && fact->source.table == table)
      g_ptr_array_add (facts, fact);
  }
  return facts;
}

/* The fact of line @b that stands where @fact does on line @a; NULL where none does. */
static const ZbFact *
find_partner (const GPtrArray *facts, const ZbFact *fact, const Line *b) {
  guint row = b->row == ALL ? fact->source.row : b->row;
  guint col = b->col == ALL ? fact->source.col : b->col;

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *other = g_ptr_array_index (facts, i);

    if (other->source.row == row && other->source.col == col)
      return other;
  }
  return NULL;
}

static void
add_swap (GArray *corrections, const ZbFact *a, const ZbFact *b) {
  ZbCorrection one = { .cell = a->number - 1 }, other = { .cell = b->number - 1 };

  if (zb_decimal_compare (a->value, b->value) == 0
      || !zb_decimal_subtract (b->value, a->value, &one.change))
    return;
  other.change = zb_decimal_negate (one.change);
  g_array_append_val (corrections, one);
  g_array_append_val (corrections, other);
}

/* The corrections that change lines @a and @b back, none where one of them prints a number alone. */
static GArray *
list_swaps (const GPtrArray *facts, const Line *a, const Line *b) {
  GArray *corrections = g_array_new (FALSE, FALSE, sizeof (ZbCorrection));
  guint partners = 0, on_b = 0;

  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);
    const ZbFact *partner = is_on (a, &fact->source) ? find_partner (facts, fact, b) : NULL;

    on_b += is_on (b, &fact->source);
    if (partner == NULL && is_on (a, &fact->source)) {
      g_array_set_size (corrections, 0);
      return corrections;
    }
    if (partner == NULL)
      continue;
    partners++;
    add_swap (corrections, fact, partner);
  }
  if (partners != on_b)
    g_array_set_size (corrections, 0);
  return corrections;
}

static void
try_swap (ZbTrial *trial, const GPtrArray *facts, const Line *a, const Line *b, GPtrArray *repairs) {
  g_autoptr (GArray) corrections = list_swaps (facts, a, b);
  g_autoptr (GHashTable) mended
    = zb_trial_list_failing (trial, (const ZbCorrection *) corrections->data, corrections->len);
  ZbRepair *repair;

  if (g_hash_table_size (mended) < FEWEST_MENDED
      || !zb_trial_holds (trial, (const ZbCorrection *) corrections->data, corrections->len))
    return;
  repair = g_new0 (ZbRepair, 1);
  repair->kind = a->row == ALL || a->row == b->row ? ZB_SLIP_COLUMNS : ZB_SLIP_ROWS;
  repair->corrections = g_steal_pointer (&corrections);
  repair->mended = g_steal_pointer (&mended);
  g_ptr_array_add (repairs, repair);
}

/* Tries every pair of @lines that stand in one table, single places only beside or below each other. */
static void
try_pairs (const ZbReport *report, ZbTrial *trial, const GArray *lines, GPtrArray *repairs) {
  for (guint i = 0; i < lines->len; i++) {
    const Line *a = &g_array_index (lines, Line, i);
    g_autoptr (GPtrArray) facts = facts_of (report, a->table);

    for (guint k = i + 1; k < lines->len && facts->len <= MOST_FACTS; k++) {
      const Line *b = &g_array_index (lines, Line, k);

      if (a->table == b->table && (a->row == b->row || a->col == b->col))
        try_swap (trial, facts, a, b, repairs);
    }
  }
}

GPtrArray *
zb_repair_find_swaps (const ZbReport *report, ZbResiduals *residuals, const GArray *suspects) {
  GPtrArray *repairs = g_ptr_array_new_with_free_func (zb_repair_free);
  g_autoptr (ZbTrial) trial = zb_trial_new (residuals, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) cols = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < suspects->len; i++) {
    const ZbFact *fact = g_ptr_array_index (report->facts, g_array_index (suspects, guint, i));
    const ZbFactSource *source = &fact->source;

    if (source->kind != ZB_SOURCE_TABLE)
      continue;
    add_line (rows, (Line){ source->table, source->row, ALL });
    add_line (cols, (Line){ source->table, ALL, source->col });
    add_line (places, (Line){ source->table, source->row, source->col });
  }
  try_pairs (report, trial, rows, repairs);
  try_pairs (report, trial, places, repairs);
  try_pairs (report, trial, cols, repairs);
  return repairs;
}
