/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-finder.h"

static void
add_line (ZbPageContent *content, gboolean vertical, double at, double from, double to) {
  ZbRuling ruling = { vertical, at, from, to };

  g_array_append_val (content->rulings, ruling);
}

/* A grid of cells 50 wide and 20 high with its corner at @x, @y. */
static void
add_grid (ZbPageContent *content, double x, double y, guint rows, guint cols) {
  for (guint row = 0; row <= rows; row++)
    add_line (content, FALSE, y + 20 * row, x, x + 50 * cols);
  for (guint col = 0; col <= cols; col++)
    add_line (content, TRUE, x + 50 * col, y, y + 20 * rows);
}

static void
add_text (ZbPageContent *content, double x, double y, const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), x += 10) {
    ZbGlyph glyph = { g_utf8_get_char (p), FALSE, 10, { x, y, x + 10, y + 10 }, 0, 0 };

    g_array_append_val (content->glyphs, glyph);
  }
}

static const char *
text_at (const GPtrArray *tables, guint i, guint row, guint col) {
  return zb_table_lookup (((const ZbFoundTable *) g_ptr_array_index (tables, i))->table, row, col)
    ->text;
}

static void
test_two_tables (void) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  g_autoptr (GPtrArray) tables = NULL;

  add_grid (content, 100, 100, 2, 2);
  add_grid (content, 210, 100, 2, 2);
  add_text (content, 105, 105, "项目");
  add_text (content, 155, 105, "金额");
  add_text (content, 215, 125, "12");
  add_text (content, 265, 105, "3");
  add_text (content, 100, 60, "表外");
  tables = zb_table_finder_run (content);
  g_assert_cmpuint (tables->len, ==, 2);
  g_assert_cmpstr (text_at (tables, 0, 0, 0), ==, "项目");
  g_assert_cmpstr (text_at (tables, 0, 0, 1), ==, "金额");
  g_assert_cmpstr (text_at (tables, 1, 1, 0), ==, "12");
  g_assert_cmpstr (text_at (tables, 1, 1, 1), ==, "");
  g_assert_cmpuint (content->glyphs->len, ==, 2);
}

static void
test_wrapped_cell (void) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  g_autoptr (GPtrArray) tables = NULL;
  const ZbCell *cell;

  add_line (content, FALSE, 130, 100, 200);
  add_grid (content, 100, 100, 1, 2);
  add_line (content, TRUE, 100, 100, 130);
  add_line (content, TRUE, 150, 100, 130);
  add_line (content, TRUE, 200, 100, 130);
  add_text (content, 105, 101, "一般公");
  add_text (content, 105, 110, "共服务");
  add_text (content, 155, 105, "5");
  tables = zb_table_finder_run (content);
  g_assert_cmpuint (tables->len, ==, 1);
  cell = zb_table_lookup (((ZbFoundTable *) g_ptr_array_index (tables, 0))->table, 0, 0);
  g_assert_cmpstr (cell->text, ==, "一般公共服务");
  g_assert_true (cell->flags & ZB_CELL_JOINED);
}

static void
test_no_table (void) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  g_autoptr (GPtrArray) tables = NULL;

  add_grid (content, 100, 100, 1, 1);
  add_text (content, 105, 105, "目录");
  add_grid (content, 100, 300, 4, 1);
  add_text (content, 105, 305, "说明");
  add_line (content, FALSE, 700, 50, 500);
  tables = zb_table_finder_run (content);
  g_assert_cmpuint (tables->len, ==, 0);
  g_assert_cmpuint (content->glyphs->len, ==, 4);
}

/* The column lines are drawn in the header only; below it lines part the rows. */
static void
test_bands (void) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  g_autoptr (GPtrArray) tables = NULL;

  add_grid (content, 100, 100, 1, 2);
  for (guint i = 0; i < 4; i++) {
    add_line (content, FALSE, 140 + 20 * i, 100, 200);
    add_text (content, 105, 125 + 20 * i, "收入");
    add_text (content, 160, 125 + 20 * i, "12");
  }
  add_line (content, TRUE, 100, 100, 200);
  add_line (content, TRUE, 200, 100, 200);
  tables = zb_table_finder_run (content);
  g_assert_cmpuint (tables->len, ==, 1);
  g_assert_cmpstr (text_at (tables, 0, 4, 0), ==, "收入");
  g_assert_cmpstr (text_at (tables, 0, 4, 1), ==, "12");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-finder/two-tables", test_two_tables);
  g_test_add_func ("/extract/table-finder/wrapped-cell", test_wrapped_cell);
  g_test_add_func ("/extract/table-finder/no-table", test_no_table);
  g_test_add_func ("/extract/table-finder/bands", test_bands);
  return g_test_run ();
}
