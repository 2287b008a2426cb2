/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-table.h"

/* Rows of cells between tabs, as a row array; "\n" ends a row. */
static GPtrArray *
new_rows (const char *text) {
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    GPtrArray *row = zb_text_row_new ();
    g_auto (GStrv) cells = g_strsplit (*line, "\t", -1);

    for (char **cell = cells; *cell != NULL; cell++)
      zb_text_row_add (row, *cell);
    g_ptr_array_add (rows, row);
  }
  return rows;
}

/* The place of the first cell with @text, and how many columns it covers. */
static void
assert_place (const GPtrArray *rows, guint number, const char *text, guint col, guint colspan) {
  const GPtrArray *row = g_ptr_array_index (rows, number);
  guint place = 0;

  for (guint i = 0; i < row->len; i++) {
    const ZbTextCell *cell = zb_text_row_get (row, i);

    if (g_str_equal (cell->text->str, text)) {
      g_assert_cmpuint (place, ==, col);
      g_assert_cmpuint (cell->colspan, ==, colspan);
      return;
    }
    place += cell->colspan;
  }
  g_error ("no cell %s in row %u", text, number);
}

static void
test_merged_label (void) {
  g_autoptr (GPtrArray) rows = new_rows ("项目\t合计\t基本支出\n编码\t名称\n栏次\t1\t2\n合计\t30.5\t1,200.00\n"
                                         "207\t文化支出\t20.5\t10\n208\t社会保障\t10\t5");

  zb_text_spans_infer (rows);
  assert_place (rows, 0, "项目", 0, 2);
  assert_place (rows, 0, "基本支出", 3, 1);
  assert_place (rows, 1, "名称", 1, 1);
  assert_place (rows, 2, "2", 3, 1);
  assert_place (rows, 3, "合计", 0, 2);
  g_assert_cmpint (zb_text_row_get (g_ptr_array_index (rows, 3), 1)->flags, ==,
                   ZB_CELL_COLUMN_INFERRED);
}

/* The label of two rows is written once. */
static void
test_covered_from_above (void) {
  g_autoptr (GPtrArray) rows = new_rows ("人员\t编制数\t实有数\n30\t28\n经费\t8.00\t6.84\n公用\t3\t2");

  zb_text_spans_infer (rows);
  assert_place (rows, 1, "30", 1, 1);
  assert_place (rows, 1, "28", 2, 1);
}

/* Without any row of all columns, figures alone under labels alone still tell. */
static void
test_bare_figures (void) {
  g_autoptr (GPtrArray) rows = new_rows ("人员\t编制数\t实有数\n46\t43\n说明\t无");

  zb_text_spans_infer (rows);
  assert_place (rows, 1, "46", 1, 1);
  assert_place (rows, 2, "无", 1, 1);
}

/* A row that ends early, and tables whose columns hold no figures, stay as they are. */
static void
test_nothing_to_infer (void) {
  g_autoptr (GPtrArray) early = new_rows ("甲\t1\t2\n乙\t3\n丙\t4\t5\n丁\t6\t7");
  g_autoptr (GPtrArray) words = new_rows ("甲\t是\t否\n乙\t是\n丙\t是\t否");

  zb_text_spans_infer (early);
  assert_place (early, 1, "3", 1, 1);
  zb_text_spans_infer (words);
  assert_place (words, 1, "是", 1, 1);
}

static void
test_repeated (void) {
  g_autoptr (GPtrArray) rows
      = new_rows ("指标\t产出\t人数\t20人\t20人\t10\t10\n指标\t产出\t次数\t20人\t3次\t10\t10\n"
                  "总分\t总分\t总分\t总分\t总分\t20\t20\n说明\t说明\t无\t无\t无\t无\t无");
  const GPtrArray *first = g_ptr_array_index (rows, 0);

  zb_text_repeated_merge (rows);
  assert_place (rows, 0, "20人", 3, 1);
  assert_place (rows, 2, "总分", 0, 5);
  assert_place (rows, 3, "说明", 0, 2);
  assert_place (rows, 3, "无", 2, 5);
  g_assert_cmpuint (zb_text_row_get (first, 0)->rowspan, ==, 2);
  g_assert_cmpuint (zb_text_row_get (first, 1)->rowspan, ==, 2);
  g_assert_cmpuint (zb_text_row_get (first, 3)->rowspan, ==, 1);
  g_assert_true (zb_text_row_get (g_ptr_array_index (rows, 1), 1)->covered);
}

/* Equal neighbours alone do not show that merged cells are repeated. */
static void
test_equal_by_chance (void) {
  g_autoptr (GPtrArray) rows = new_rows ("部门\t部门\t2\n部门\t处室\t3\n处室\t处室\t3");

  zb_text_repeated_merge (rows);
  g_assert_cmpuint (((const GPtrArray *) g_ptr_array_index (rows, 0))->len, ==, 3);
  g_assert_false (zb_text_row_get (g_ptr_array_index (rows, 1), 0)->covered);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-spans/merged-label", test_merged_label);
  g_test_add_func ("/extract/text-spans/covered-from-above", test_covered_from_above);
  g_test_add_func ("/extract/text-spans/bare-figures", test_bare_figures);
  g_test_add_func ("/extract/text-spans/nothing-to-infer", test_nothing_to_infer);
  g_test_add_func ("/extract/text-spans/repeated", test_repeated);
  g_test_add_func ("/extract/text-spans/equal-by-chance", test_equal_by_chance);
  return g_test_run ();
}
