/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-join.h"

/* A table of cells 50 wide from "a|b\nc|d"; "<" goes on with the cell to the left. */
static ZbFoundTable *
new_found (guint page, const char *grid) {
  ZbFoundTable *found = g_new0 (ZbFoundTable, 1);
  g_auto (GStrv) rows = g_strsplit (grid, "\n", -1);

  found->page = page;
  found->table = zb_table_new ();
  found->xs = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint row = 0; rows[row] != NULL; row++) {
    g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);
    ZbCell *cell = NULL;

    for (guint col = 0; cells[col] != NULL; col++)
      if (g_str_equal (cells[col], "<"))
        cell->colspan++;
      else {
        cell = zb_table_add_cell (found->table, row, col, cells[col]);
        cell->origin.page = page;
      }
  }
  zb_table_finish (found->table);
  zb_table_add_page (found->table, page);
  for (guint col = 0; col <= found->table->cols; col++) {
    double x = 100 + 50 * col;

    g_array_append_val (found->xs, x);
  }
  return found;
}

static void
move_lines (ZbFoundTable *found, double from, double by) {
  for (guint i = 0; i < found->xs->len; i++)
    if (g_array_index (found->xs, double, i) >= from)
      g_array_index (found->xs, double, i) += by;
}

#define HEADER "科目|名称|金额\n"

static void
test_header (void) {
  ZbFoundTable *first = new_found (4, HEADER "501|甲|1.00\n502|乙|2.00");
  ZbFoundTable *next = new_found (5, HEADER "503|丙|3.00");

  g_assert_true (zb_table_join_continues (first, next, ZB_JOIN_NEEDS_HEADER));
  g_assert_null (zb_table_join_append (first, next));
  g_assert_null (next->table);
  g_assert_cmpuint (first->table->rows, ==, 4);
  g_assert_cmpuint (first->table->pages->len, ==, 2);
  g_assert_cmpstr (zb_table_lookup (first->table, 3, 1)->text, ==, "丙");
  g_assert_cmpuint (zb_table_lookup (first->table, 3, 1)->origin.page, ==, 5);
  zb_found_table_free (first);
  zb_found_table_free (next);
}

/* One cell of a repeated header is spoiled by the text that overflows from the row below. */
static void
test_spoiled_header (void) {
  ZbFoundTable *first = new_found (4, "甲|乙|丙|丁|戊\n1|2|3|4|5.00");
  ZbFoundTable *next = new_found (5, "甲|乙|之丙一|丁|戊\n6|7|8|9|9.00");
  ZbFoundTable *other = new_found (5, "甲|己|丙|丁|戊\n6|7|8|9|9.00");
  g_autofree char *words = NULL;

  g_assert_true (zb_table_join_continues (first, next, ZB_JOIN_NEEDS_HEADER));
  g_assert_false (zb_table_join_continues (first, other, ZB_JOIN_NEEDS_HEADER));
  words = zb_table_join_append (first, next);
  g_assert_cmpstr (words, ==, "之丙一");
  zb_found_table_free (first);
  zb_found_table_free (next);
  zb_found_table_free (other);
}

static void
test_no_header (void) {
  ZbFoundTable *first = new_found (4, HEADER "501|甲|1.00");
  ZbFoundTable *next = new_found (5, "503|丙|3.00");

  move_lines (next, 0, 20);
  g_assert_true (zb_table_join_continues (first, next, ZB_JOIN_PLAIN));
  g_assert_false (zb_table_join_continues (first, next, ZB_JOIN_NEEDS_HEADER));
  next->page = 6;
  g_assert_false (zb_table_join_continues (first, next, ZB_JOIN_PLAIN));
  next->page = 5;
  move_lines (next, 200, 8);
  g_assert_false (zb_table_join_continues (first, next, ZB_JOIN_PLAIN));
  zb_found_table_free (first);
  zb_found_table_free (next);
}

/* After room below the first table, a header of its own starts a new one, and rows do not. */
static void
test_ends_early (void) {
  ZbFoundTable *first = new_found (4, HEADER "501|甲|1.00");
  ZbFoundTable *rows = new_found (5, "503|丙|3.00");
  ZbFoundTable *other = new_found (5, "序号|单位|人数\n1|丙|3");

  g_assert_true (zb_table_join_continues (first, rows, ZB_JOIN_ENDS_EARLY));
  g_assert_false (zb_table_join_continues (first, other, ZB_JOIN_ENDS_EARLY));
  zb_found_table_free (first);
  zb_found_table_free (rows);
  zb_found_table_free (other);
}

/* The last page holds a total whose first cell covers several columns. */
static void
test_fewer_lines (void) {
  ZbFoundTable *first = new_found (4, HEADER "501|甲|1.00");
  ZbFoundTable *next = new_found (5, "合计|1.00");
  const ZbCell *total;

  move_lines (next, 150, 50);
  g_assert_true (zb_table_join_continues (first, next, ZB_JOIN_PLAIN));
  g_assert_null (zb_table_join_append (first, next));
  g_assert_cmpuint (first->table->cols, ==, 3);
  total = zb_table_lookup (first->table, 2, 1);
  g_assert_cmpstr (total->text, ==, "合计");
  g_assert_cmpuint (total->colspan, ==, 2);
  zb_found_table_free (first);
  zb_found_table_free (next);
}

static void
test_new_form (void) {
  ZbFoundTable *first = new_found (4, "项目名称|甲工程\n主管部门|某局\n目标|建成");
  ZbFoundTable *again = new_found (5, "项目名称|乙工程\n主管部门|某局\n目标|修复");
  ZbFoundTable *titled = new_found (5, "乙情况表|<\n主管部门|某局");

  g_assert_false (zb_table_join_continues (first, again, ZB_JOIN_PLAIN));
  g_assert_false (zb_table_join_continues (first, titled, ZB_JOIN_PLAIN));
  zb_found_table_free (first);
  zb_found_table_free (again);
  zb_found_table_free (titled);
}

static void
test_cut_row (void) {
  ZbFoundTable *first = new_found (4, HEADER "501|甲乙丙|1.00");
  ZbFoundTable *next = new_found (5, "|丁戊|\n502|己|2.00");
  const ZbCell *whole;

  g_assert_null (zb_table_join_append (first, next));
  g_assert_cmpuint (first->table->rows, ==, 3);
  whole = zb_table_lookup (first->table, 1, 1);
  g_assert_cmpstr (whole->text, ==, "甲乙丙丁戊");
  g_assert_true (whole->flags & ZB_CELL_ROW_JOINED);
  zb_found_table_free (first);
  zb_found_table_free (next);
}

/* A row of its own, though it starts blank: it has a value. */
static void
test_row_of_its_own (void) {
  ZbFoundTable *first = new_found (4, HEADER "501|甲|1.00");
  ZbFoundTable *next = new_found (5, "|其中：乙|0.50");

  g_assert_null (zb_table_join_append (first, next));
  g_assert_cmpuint (first->table->rows, ==, 3);
  zb_found_table_free (first);
  zb_found_table_free (next);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-join/header", test_header);
  g_test_add_func ("/extract/table-join/spoiled-header", test_spoiled_header);
  g_test_add_func ("/extract/table-join/no-header", test_no_header);
  g_test_add_func ("/extract/table-join/ends-early", test_ends_early);
  g_test_add_func ("/extract/table-join/fewer-lines", test_fewer_lines);
  g_test_add_func ("/extract/table-join/new-form", test_new_form);
  g_test_add_func ("/extract/table-join/cut-row", test_cut_row);
  g_test_add_func ("/extract/table-join/row-of-its-own", test_row_of_its_own);
  return g_test_run ();
}
