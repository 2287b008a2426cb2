/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-edges.h"

static GArray *
new_rulings (const ZbRuling *rulings, guint count) {
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ZbRuling));

  return g_array_append_vals (array, rulings, count);
}

static void
test_pieces (void) {
  static const ZbRuling PIECES[] = {
    { FALSE, 100.0, 50, 90 }, { FALSE, 100.4, 91, 140 }, { FALSE, 99.8, 200, 260 },
    { FALSE, 150.0, 50, 52 }, { TRUE, 100.0, 50, 90 },
  };
  g_autoptr (GArray) rulings = new_rulings (PIECES, G_N_ELEMENTS (PIECES));
  g_autoptr (GArray) edges = zb_table_edges_new (rulings);
  const ZbRuling *first = &g_array_index (edges, ZbRuling, 0);

  g_assert_cmpuint (edges->len, ==, 3); /* one joined, one apart, one vertical; the dot is none */
  g_assert_cmpfloat_with_epsilon (first->at, 100.1, 0.2);
  g_assert_cmpfloat (first->from, ==, 50);
  g_assert_cmpfloat (first->to, ==, 140);
  g_assert_cmpfloat (g_array_index (edges, ZbRuling, 1).at, ==, first->at);
  g_assert_true (g_array_index (edges, ZbRuling, 2).vertical);
}

static void
test_groups (void) {
  static const ZbRuling EDGES[] = {
    { FALSE, 10, 0, 50 }, { TRUE, 0, 10, 40 }, { TRUE, 50, 12, 40 },
    { FALSE, 10, 60, 99 }, { TRUE, 60, 10, 40 },
  };
  g_autoptr (GArray) edges = new_rulings (EDGES, G_N_ELEMENTS (EDGES));
  guint lattices = 0;
  g_autofree guint *groups = zb_table_edges_group (edges, &lattices);

  g_assert_cmpuint (lattices, ==, 2);
  g_assert_cmpuint (groups[0], ==, groups[1]);
  g_assert_cmpuint (groups[0], ==, groups[2]);
  g_assert_cmpuint (groups[3], ==, groups[4]);
  g_assert_cmpuint (groups[0], !=, groups[3]);
}

/* The side of a cell that a page break cuts above and below meets no other edge. */
static void
test_cut_side (void) {
  static const ZbRuling EDGES[] = {
    { FALSE, 10, 100, 200 }, { FALSE, 90, 100, 200 }, { TRUE, 100, 10, 90 },
    { TRUE, 200, 10, 90 },   { TRUE, 60, 11, 89 },    { TRUE, 20, 10, 60 },
  };
  g_autoptr (GArray) edges = new_rulings (EDGES, G_N_ELEMENTS (EDGES));
  guint lattices = 0;
  g_autofree guint *groups = zb_table_edges_group (edges, &lattices);

  g_assert_cmpuint (lattices, ==, 2);
  g_assert_cmpuint (groups[4], ==, groups[0]);
  g_assert_cmpuint (groups[5], !=, groups[0]);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-edges/pieces", test_pieces);
  g_test_add_func ("/extract/table-edges/groups", test_groups);
  g_test_add_func ("/extract/table-edges/cut-side", test_cut_side);
  return g_test_run ();
}
