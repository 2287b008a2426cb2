/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word-package.h"

#define RESTART "<w:vMerge w:val='restart'/>"
#define CONTINUE "<w:vMerge/>"
#define SPAN(count) "<w:gridSpan w:val='" count "'/>"

/* The grid as text: a line a row, a place "text" where its cell begins and "." where it goes on. */
static char *
draw (const ZbTable *table) {
  GString *drawing = g_string_new (NULL);

  for (guint row = 0; row < table->rows; row++)
    for (guint col = 0; col < table->cols; col++) {
      const ZbCell *cell = zb_table_lookup (table, row, col);

      g_string_append (drawing, cell->row == row && cell->col == col ? cell->text : ".");
      g_string_append_c (drawing, col + 1 < table->cols ? '|' : '\n');
    }
  return g_string_free (drawing, FALSE);
}

static void
assert_grid (const char *rows, const char *expected) {
  g_autofree char *body = g_strconcat ("<w:tbl>", rows, "</w:tbl>", NULL);
  g_autoptr (ZbDocument) document = read_body (body, NULL);
  g_autofree char *drawing = draw (block_at (document, 0)->table);

  g_assert_cmpstr (drawing, ==, expected);
}

static void
test_spans (void) {
  assert_grid (TR (TC (RESTART, "甲") TC (SPAN ("2"), "乙"))
                   TR (TC (CONTINUE, "") TC ("", "1") TC ("", "2")) TR (TC (SPAN ("3"), "丙")),
               "甲|乙|.\n.|1|2\n丙|.|.\n");
}

static void
test_merge_without_start (void) {
  assert_grid (TR (TC (CONTINUE, "甲") TC ("", "1")) TR (TC (CONTINUE, "") TC ("", "2"))
                   TR (TC (RESTART, "乙") TC ("", "3")) TR (TC (CONTINUE, "") TC ("", "4")),
               "甲|1\n.|2\n乙|3\n.|4\n");
}

/* A continued cell of another width is no part of the one above. */
static void
test_merge_of_other_width (void) {
  assert_grid (TR (TC (RESTART SPAN ("2"), "甲") TC ("", "1"))
                   TR (TC (CONTINUE, "乙") TC ("", "2") TC ("", "3")),
               "甲|.|1\n乙|2|3\n");
}

static void
test_other_merges (void) {
  assert_grid (TR (TC ("<w:hMerge w:val='restart'/>", "甲") TC ("<w:hMerge/>", "") TC ("", "1"))
                   TR (TC ("", "2") TC ("", "3") TC ("", "4")),
               "甲|.|1\n2|3|4\n");
  assert_grid (TR (TC ("<w:cellMerge w:vMerge='rest'/>", "甲") TC ("", "1"))
                   TR (TC ("<w:cellMerge w:vMerge='cont'/>", "") TC ("", "2")),
               "甲|1\n.|2\n");
}

static void
test_ragged_rows (void) {
  assert_grid (TR (TC ("", "1") TC ("", "2")) TR (TC ("", "3"))
                   "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>" TC (
                       "", "4") "</w:tr>" TR (TC ("", "5") TC ("", "6") TC ("", "7") TC ("", "8")),
               "1|2||\n3|||\n|4||\n5|6|7|8\n");
}

#define GRID                                                                                       \
  "<w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='1000'/><w:gridCol w:w='500'/></w:tblGrid>"
#define WIDTH(twips) "<w:tcW w:w='" twips "' w:type='dxa'/>"

/* Rows with fewer cells than columns that say their widths and no spans. */
static void
test_widths (void) {
  assert_grid (GRID TR (TC (WIDTH ("1000"), "甲") TC (WIDTH ("1520"), "乙"))
                   TR (TC (WIDTH ("1000"), "1") TC (WIDTH ("1000"), "2") TC (WIDTH ("500"), "3"))
                       TR (TC (WIDTH ("2000"), "丙") TC (WIDTH ("500"), "4")),
               "甲|乙|.\n1|2|3\n丙|.|4\n");
  /* No line ends there; a row that is shorter; widths in percent; a row that speaks for itself. */
  assert_grid (GRID TR (TC (WIDTH ("1300"), "甲") TC (WIDTH ("1200"), "乙"))
                   TR (TC (WIDTH ("1000"), "丙") TC (WIDTH ("1000"), "丁"))
                       TR (TC ("<w:tcW w:w='1000' w:type='pct'/>", "戊") TC (WIDTH ("1500"), "己"))
                           TR (TC (SPAN ("2") WIDTH ("1000"), "庚") TC (WIDTH ("1500"), "辛")),
               "甲|乙|\n丙|丁|\n戊|己|\n庚|.|辛\n");
}

#define NARROW "<w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid>"
#define PAIR(grid, first, second) TBL (grid TR (TC ("", first) TC ("", second)))

/* What stands between the tables, how many there are then. */
static void
assert_tables (const char *between, const char *second_grid, guint expected) {
  g_autofree char *second = g_strconcat ("<w:tbl><w:tblPr/>", second_grid,
                                         TR (TC ("", "3") TC ("", "4")), "</w:tbl>", NULL);
  g_autofree char *body = g_strconcat (PAIR (NARROW, "1", "2"), between, second, P ("后"), NULL);
  g_autoptr (ZbDocument) document = read_body (body, NULL);

  g_assert_cmpuint (document->blocks->len, ==, expected + 1);
  g_assert_cmpuint (document->coverage.in_cells, ==, 4);
}

/* Word displays tables with nothing between them as one. */
static void
test_adjacent (void) {
  assert_tables ("", NARROW, 1);
  assert_tables ("<w:bookmarkStart w:id='1' w:name='x'/><w:bookmarkEnd w:id='1'/>", NARROW, 1);
  assert_tables ("<w:p/>", NARROW, 2);
  assert_tables ("", GRID, 2);
  assert_tables ("", "", 2);
}

static void
test_deleted_rows (void) {
  assert_grid (TR (TC ("", "1")) "<w:tr><w:trPr><w:del/></w:trPr>" TC ("", "2") "</w:tr>"
                   TR ("<w:sdt><w:sdtContent>" TC ("", "3") "</w:sdtContent></w:sdt>"),
               "1\n3\n");
}

static void
test_cell_lines (void) {
  assert_grid (TR ("<w:tc>" P ("一般公共") P ("预算") "</w:tc><w:tc>" P ("New") P ("York")
                   "</w:tc>"),
               "一般公共预算|New York\n");
  assert_grid (TR ("<w:tc>" P ("12.50") P ("3") "</w:tc>"), "12.50 3\n");
}

static void
test_nested (void) {
  g_autoptr (ZbDocument) document = read_body (
      TBL (TR ("<w:tc>" P ("外") TBL (TR (TC ("", "内"))) P ("层") "</w:tc>")) P ("后"), NULL);

  g_assert_cmpuint (document->blocks->len, ==, 3);
  g_assert_cmpstr (zb_table_lookup (block_at (document, 0)->table, 0, 0)->text, ==, "外层");
  g_assert_cmpstr (zb_table_lookup (block_at (document, 1)->table, 0, 0)->text, ==, "内");
  g_assert_cmpstr (text_at (document, 2), ==, "后");
  g_assert_cmpuint (document->coverage.in_cells, ==, 3);
}

#define HEADER "<w:trPr><w:tblHeader/></w:trPr>"

static void
test_header_rows (void) {
  g_autoptr (ZbDocument) document
      = read_body (TBL ("<w:tr>" HEADER TC ("", "项目") "</w:tr>" TR (TC ("", "1"))
                        "<w:tr>" HEADER TC ("", "2") "</w:tr>")
                       TBL (TR (TC ("", "1")) "<w:tr>" HEADER TC ("", "2") "</w:tr>"),
                   NULL);

  g_assert_cmpuint (block_at (document, 0)->table->header_rows, ==, 1);
  g_assert_cmpuint (block_at (document, 1)->table->header_rows, ==, 0);
}

static void
test_limit (void) {
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  assert_fails (TBL (TR (TC (SPAN ("2147483647"), "1"))), &options, ZB_ERROR_LIMIT, "max_cells");
  options.max_cells = 3;
  assert_fails (TBL (TR (TC ("", "1") TC ("", "2"))) TBL (TR (TC ("", "1") TC ("", "2"))), &options,
                ZB_ERROR_LIMIT, "max_cells");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/docx-table/spans", test_spans);
  g_test_add_func ("/extract/docx-table/merge-without-start", test_merge_without_start);
  g_test_add_func ("/extract/docx-table/merge-of-other-width", test_merge_of_other_width);
  g_test_add_func ("/extract/docx-table/other-merges", test_other_merges);
  g_test_add_func ("/extract/docx-table/ragged-rows", test_ragged_rows);
  g_test_add_func ("/extract/docx-table/widths", test_widths);
  g_test_add_func ("/extract/docx-table/adjacent", test_adjacent);
  g_test_add_func ("/extract/docx-table/deleted-rows", test_deleted_rows);
  g_test_add_func ("/extract/docx-table/cell-lines", test_cell_lines);
  g_test_add_func ("/extract/docx-table/nested", test_nested);
  g_test_add_func ("/extract/docx-table/header-rows", test_header_rows);
  g_test_add_func ("/extract/docx-table/limit", test_limit);
  return g_test_run ();
}
