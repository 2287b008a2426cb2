/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-cells.h"

static ZbRaster *
new_raster (const ZbRuling *edges, guint count) {
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (ZbRuling));

  g_array_append_vals (array, edges, count);
  return zb_raster_new (array);
}

static void
assert_cell (const GArray *cells, guint i, guint row, guint col, guint rowspan, guint colspan) {
  const ZbRasterCell *cell = &g_array_index (cells, ZbRasterCell, i);

  g_assert_cmpuint (cell->row, ==, row);
  g_assert_cmpuint (cell->col, ==, col);
  g_assert_cmpuint (cell->rowspan, ==, rowspan);
  g_assert_cmpuint (cell->colspan, ==, colspan);
}

/* ┌───────┬───┐
 * ├───┬───┤   │
 * └───┴───┴───┘ */
static void
test_spans (void) {
  static const ZbRuling EDGES[] = {
    { FALSE, 0, 0, 90 }, { FALSE, 20, 0, 60 }, { FALSE, 40, 0, 90 },
    { TRUE, 0, 0, 40 },  { TRUE, 30, 20, 40 }, { TRUE, 60, 0, 40 }, { TRUE, 90, 0, 40 },
  };
  g_autoptr (ZbRaster) raster = new_raster (EDGES, G_N_ELEMENTS (EDGES));
  g_autoptr (GArray) cells = zb_raster_get_cells (raster);

  g_assert_cmpuint (raster->rows, ==, 2);
  g_assert_cmpuint (raster->cols, ==, 3);
  g_assert_cmpuint (cells->len, ==, 4);
  assert_cell (cells, 0, 0, 0, 1, 2);
  assert_cell (cells, 1, 0, 2, 2, 1);
  assert_cell (cells, 2, 1, 0, 1, 1);
  assert_cell (cells, 3, 1, 1, 1, 1);
}

/* Places that hang together but make no rectangle are cut into cells that do. */
static void
test_missing_edge (void) {
  static const ZbRuling EDGES[] = {
    { FALSE, 0, 0, 60 }, { FALSE, 20, 0, 30 }, { FALSE, 40, 0, 60 },
    { TRUE, 0, 0, 40 },  { TRUE, 30, 20, 40 }, { TRUE, 60, 0, 40 },
  };
  g_autoptr (ZbRaster) raster = new_raster (EDGES, G_N_ELEMENTS (EDGES));
  g_autoptr (GArray) cells = zb_raster_get_cells (raster);

  g_assert_cmpuint (cells->len, ==, 3);
  assert_cell (cells, 0, 0, 0, 1, 2);
  assert_cell (cells, 1, 1, 0, 1, 1);
  assert_cell (cells, 2, 1, 1, 1, 1);
}

static void
test_open_sides (void) {
  static const ZbRuling EDGES[] = {
    { FALSE, 0, 0, 90 }, { FALSE, 20, 0, 90 }, { FALSE, 40, 0, 90 }, { TRUE, 30, 0, 40 },
    { TRUE, 60, 0, 40 },
  };
  g_autoptr (ZbRaster) raster = new_raster (EDGES, G_N_ELEMENTS (EDGES));

  g_assert_cmpuint (raster->cols, ==, 3);
  g_assert_cmpuint (raster->rows, ==, 2);
}

static void
test_nothing_enclosed (void) {
  static const ZbRuling EDGES[] = { { FALSE, 0, 0, 90 }, { FALSE, 20, 0, 90 } };

  g_assert_null (new_raster (EDGES, G_N_ELEMENTS (EDGES)));
}

static void
test_lookup (void) {
  static const double LINES[] = { 10, 20, 40 };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (lines, LINES, G_N_ELEMENTS (LINES));
  g_assert_cmpint (zb_raster_lookup (lines, 9), ==, -1);
  g_assert_cmpint (zb_raster_lookup (lines, 10), ==, 0);
  g_assert_cmpint (zb_raster_lookup (lines, 39), ==, 1);
  g_assert_cmpint (zb_raster_lookup (lines, 41), ==, -1);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-cells/spans", test_spans);
  g_test_add_func ("/extract/table-cells/missing-edge", test_missing_edge);
  g_test_add_func ("/extract/table-cells/open-sides", test_open_sides);
  g_test_add_func ("/extract/table-cells/nothing-enclosed", test_nothing_enclosed);
  g_test_add_func ("/extract/table-cells/lookup", test_lookup);
  return g_test_run ();
}
