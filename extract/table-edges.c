/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-edges.h"

#include <stdlib.h>

const double ZB_EDGE_SNAP = 2.5;
const double ZB_EDGE_REACH = 3.0;

/* An edge shorter than this many points bounds no cell. */
static const double MIN_LENGTH = 4.0;
/* A vertical edge that meets no other is a border only if it is this long. */
static const double MIN_LONE = 60.0;
/* More edges on one page than any form has; the rest is a drawing. */
static const guint MAX_EDGES = 4000;

static gint
compare_positions (gconstpointer a, gconstpointer b) {
  const ZbRuling *left = a, *right = b;

  if (left->vertical != right->vertical)
    return left->vertical ? 1 : -1;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->from < right->from ? -1 : left->from > right->from;
}

static gint
compare_starts (gconstpointer a, gconstpointer b) {
  const ZbRuling *left = a, *right = b;

  return left->from < right->from ? -1 : left->from > right->from;
}

/* Appends the edges that the pieces of one line make. */
static void
merge_line (ZbRuling *pieces, guint count, GArray *edges) {
  double at = 0, length = 0;
  ZbRuling edge;

  for (guint i = 0; i < count; i++) {
    double weight = pieces[i].to - pieces[i].from + 0.01;

    at += pieces[i].at * weight;
    length += weight;
  }
  at /= length;
  qsort (pieces, count, sizeof *pieces, compare_starts);
  edge = pieces[0];
  edge.at = at;
  for (guint i = 1; i <= count; i++) {
    if (i < count && pieces[i].from <= edge.to + ZB_EDGE_REACH) {
      edge.to = MAX (edge.to, pieces[i].to);
      continue;
    }
    if (edge.to - edge.from >= MIN_LENGTH && edges->len < MAX_EDGES)
      g_array_append_val (edges, edge);
    if (i < count) {
      edge = pieces[i];
      edge.at = at;
    }
  }
}

GArray *
zb_table_edges_new (const GArray *rulings) {
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (ZbRuling));
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (ZbRuling), rulings->len);
  ZbRuling *all;
  guint start = 0;

  if (rulings->len == 0)
    return edges;
  g_array_append_vals (sorted, rulings->data, rulings->len);
  g_array_sort (sorted, compare_positions);
  all = (ZbRuling *) (void *) sorted->data;
  for (guint i = 1; i <= sorted->len; i++) {
    if (i < sorted->len && all[i].vertical == all[start].vertical
        && all[i].at - all[start].at <= ZB_EDGE_SNAP)
      continue;
    merge_line (all + start, i - start, edges);
    start = i;
  }
  return edges;
}

static gboolean
do_meet (const ZbRuling *a, const ZbRuling *b) {
  return a->vertical != b->vertical && a->at >= b->from - ZB_EDGE_REACH
         && a->at <= b->to + ZB_EDGE_REACH && b->at >= a->from - ZB_EDGE_REACH
         && b->at <= a->to + ZB_EDGE_REACH;
}

static guint
lookup_root (guint *parents, guint edge) {
  while (parents[edge] != edge) {
    parents[edge] = parents[parents[edge]];
    edge = parents[edge];
  }
  return edge;
}

/* For a vertical edge that meets no other, the nearest vertical one of the same height that does:
 * the border of cells that go on on the pages before and after. Its index, or @edges->len. */
static guint
find_companion (const GArray *edges, guint lone, const gboolean *meets) {
  const ZbRuling *all = (const ZbRuling *) (const void *) edges->data, *edge = &all[lone];
  guint best = edges->len;

  if (!edge->vertical || meets[lone] || edge->to - edge->from < MIN_LONE)
    return best;
  for (guint i = 0; i < edges->len; i++)
    if (meets[i] && all[i].vertical && ABS (all[i].from - edge->from) <= ZB_EDGE_REACH
        && ABS (all[i].to - edge->to) <= ZB_EDGE_REACH
        && (best == edges->len || ABS (all[i].at - edge->at) < ABS (all[best].at - edge->at)))
      best = i;
  return best;
}

guint *
zb_table_edges_group (const GArray *edges, guint *lattices) {
  const ZbRuling *all = (const ZbRuling *) (const void *) edges->data;
  g_autofree guint *parents = g_new0 (guint, edges->len + 1);
  g_autofree guint *numbers = g_new0 (guint, edges->len + 1);
  g_autofree gboolean *meets = g_new0 (gboolean, edges->len + 1);
  guint *groups = g_new0 (guint, edges->len + 1);

  *lattices = 0;
  for (guint i = 0; i < edges->len; i++)
    parents[i] = i;
  for (guint i = 0; i < edges->len; i++)
    for (guint j = i + 1; j < edges->len; j++)
      if (do_meet (&all[i], &all[j])) {
        parents[lookup_root (parents, j)] = lookup_root (parents, i);
        meets[i] = meets[j] = TRUE;
      }
  for (guint i = 0; i < edges->len; i++) {
    guint companion = find_companion (edges, i, meets);

    if (companion < edges->len)
      parents[lookup_root (parents, i)] = lookup_root (parents, companion);
  }
  for (guint i = 0; i < edges->len; i++) {
    guint root = lookup_root (parents, i);

    if (numbers[root] == 0)
      numbers[root] = ++*lattices;
    groups[i] = numbers[root] - 1;
  }
  return groups;
}
